import type { TodayBounced } from '../../contract/desk-today.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatDate, formatMoney } from '../../text/format.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'
import { TODAY } from '../../text/screens/today.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { today } from '../payments/today.ts'
import { Line } from './line.tsx'
import type { Asked } from './today-dialog.tsx'

type BouncedLineProps = { bounced: TodayBounced; gone: boolean; ask: (asked: Asked) => void }

/** A cheque that the bank gave back: whose, what is awaited instead and until when; to take the other payment when it comes. */
export function BouncedLine({ bounced, gone, ask }: BouncedLineProps) {
  const { desk, openCandidate } = useOffice()
  const { paymentId, payerName, requestId, candidateId, due, currency, dueOn } = bounced
  const isOver = dueOn !== null && dueOn < today(desk)
  return (
    <Line
      id={`bounced-${paymentId}`}
      acts={[
        {
          letter: 'e',
          words: TODAY.collect,
          about: payerName,
          reason: whyNotAllowed(desk, 'payment.record'),
          run: () => ask({ kind: 'collect', requestId }),
        },
      ]}
      open={() => openCandidate(candidateId)}
      gone={gone}
    >
      <p>
        <b>{payerName}</b>
      </p>
      <p className="sub">
        <StatusTag tone={isOver ? 'stop' : 'due'} icon="alert">
          {CHEQUES.bouncedAwaited(formatMoney(due, currency), dueOn && formatDate(dueOn))}
        </StatusTag>
      </p>
    </Line>
  )
}
