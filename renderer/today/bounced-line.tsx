import type { TodayBounced } from '../../contract/desk-today.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatDate, formatMoney } from '../../text/format.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'
import { useOffice } from '../frame/office.tsx'
import { today } from '../payments/today.ts'
import { OwedLine } from './owed-line.tsx'
import type { Asked } from './today-dialog.tsx'

type BouncedLineProps = { bounced: TodayBounced; gone: boolean; ask: (asked: Asked) => void }

/** A cheque that the bank gave back: whose, what is awaited instead and until when; to take the other payment when it comes. */
export function BouncedLine({ bounced, gone, ask }: BouncedLineProps) {
  const { desk } = useOffice()
  const { paymentId, due, currency, dueOn } = bounced
  const isOver = dueOn !== null && dueOn < today(desk)
  return (
    <OwedLine id={`bounced-${paymentId}`} owed={bounced} gone={gone} ask={ask}>
      <StatusTag tone={isOver ? 'stop' : 'due'} icon="alert">
        {CHEQUES.bouncedAwaited(formatMoney(due, currency), dueOn && formatDate(dueOn))}
      </StatusTag>
    </OwedLine>
  )
}
