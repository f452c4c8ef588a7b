import type { TodayGroup } from '../../contract/desk-today.ts'
import { canMove } from '../../domain/entry.ts'
import { dueOf, isLate } from '../../domain/entry-groups.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { PayerPaymentDialog } from '../payments/payer-payment-dialog.tsx'
import { PaymentDialog } from '../payments/payment-dialog.tsx'
import { ExtendDialog } from '../requests/extend-dialog.tsx'
import { ReleaseDialog } from '../requests/release-dialog.tsx'
import { AcceptDialog } from './accept-dialog.tsx'

/** What needs more to be said, or to be read, before it is done. */
export type Asked =
  | AskedOfOne
  | { kind: 'accept'; answers: TodayGroup['first'] }
  /** Of an organisation, by one of its requests. */
  | { kind: 'collect-all'; requestId: string }
type AskedOfOne = { kind: 'extend' | 'release' | 'collect'; requestId: string }

export function TodayDialog({ asked, close }: { asked: Asked; close: () => void }) {
  if (asked.kind === 'accept') return <AcceptDialog answers={asked.answers} onClose={close} />
  if (asked.kind === 'collect-all') return <PayerPaymentDialog requestId={asked.requestId} onClose={close} />
  return <DialogOfOne asked={asked} close={close} />
}

/** The dialogs of the file, opened from a line: about the same exams as there. */
function DialogOfOne({ asked: { kind, requestId }, close }: { asked: AskedOfOne; close: () => void }) {
  const { desk } = useOffice()
  const request = useRows('request.rows', { requestIds: [requestId] }).data?.[0]
  if (!request) return null
  const done = () => undefined
  if (kind === 'collect') return <PaymentDialog request={request} onClose={close} onTaken={done} />
  if (kind === 'extend') {
    const extendable = request.entries.filter((entry) => canMove(entry, 'extend', desk.now) && !entry.pending)
    return <ExtendDialog request={request} entries={extendable} onClose={close} onDone={done} />
  }
  const late = request.entries.filter((entry) => isLate(entry, desk.now) && dueOf(entry) > 0)
  return <ReleaseDialog request={request} entries={late} onClose={close} onDone={done} />
}
