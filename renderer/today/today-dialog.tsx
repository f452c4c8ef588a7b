import { canMove } from '../../domain/entry.ts'
import { dueOf, isLate } from '../../domain/entry-groups.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { PaymentDialog } from '../payments/payment-dialog.tsx'
import { ExtendDialog } from '../requests/extend-dialog.tsx'
import { ReleaseDialog } from '../requests/release-dialog.tsx'

/** What needs more to be said before it is done. */
export type Asked = { kind: 'extend' | 'release' | 'collect'; requestId: string }

/** The dialogs of the file, opened from a line: about the same exams as there. */
export function TodayDialog({ asked: { kind, requestId }, close }: { asked: Asked; close: () => void }) {
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
