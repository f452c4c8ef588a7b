import type { TodayVoided } from '../../contract/desk-today.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatLastingMoment, formatMoney } from '../../text/format.ts'
import { TODAY } from '../../text/screens/today.ts'
import { useOffice } from '../frame/office.tsx'
import { OwedLine } from './owed-line.tsx'
import type { Asked } from './today-dialog.tsx'

type VoidedLineProps = { voided: TodayVoided; gone: boolean; ask: (asked: Asked) => void }

/** A payment that was taken back after it had confirmed somebody: whose, what is owed again; to take another. */
export function VoidedLine({ voided, gone, ask }: VoidedLineProps) {
  const { desk } = useOffice()
  const { paymentId, due, currency, voidedAt } = voided
  const when = formatLastingMoment(voidedAt, desk.now, desk.centre.timeZone)
  return (
    <OwedLine id={`voided-${paymentId}`} owed={voided} gone={gone} ask={ask}>
      <StatusTag tone="due" icon="alert">
        {TODAY.voidedSince(formatMoney(due, currency), when)}
      </StatusTag>{' '}
      {TODAY.voidedHolds}
    </OwedLine>
  )
}
