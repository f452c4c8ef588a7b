import type { TodayVoided } from '../../contract/desk-today.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatLastingMoment, formatMoney } from '../../text/format.ts'
import { TODAY } from '../../text/screens/today.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { Line } from './line.tsx'
import type { Asked } from './today-dialog.tsx'

type VoidedLineProps = { voided: TodayVoided; gone: boolean; ask: (asked: Asked) => void }

/** A payment that was taken back after it had confirmed somebody: whose, what is owed again; to take another. */
export function VoidedLine({ voided, gone, ask }: VoidedLineProps) {
  const { desk, openCandidate } = useOffice()
  const { paymentId, payerName, requestId, candidateId, due, currency, voidedAt } = voided
  const when = formatLastingMoment(voidedAt, desk.now, desk.centre.timeZone)
  return (
    <Line
      id={`voided-${paymentId}`}
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
        <StatusTag tone="due" icon="alert">
          {TODAY.voidedSince(formatMoney(due, currency), when)}
        </StatusTag>{' '}
        {TODAY.voidedHolds}
      </p>
    </Line>
  )
}
