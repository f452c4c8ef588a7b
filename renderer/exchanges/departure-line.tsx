import { memo } from 'react'
import type { ExchangeRow } from '../../contract/desk.ts'
import type { IconName } from '../../kit/icons.tsx'
import { StatusTag, type Tone } from '../../kit/status-tag.tsx'
import { formatDayTimeFrom, formatMoment } from '../../text/format.ts'
import { EXCHANGES, sayCause, sayExchange, sayUnderWay, sayWhat, sayWhom } from '../../text/screens/exchanges.ts'
import { useOffice } from '../frame/office.tsx'

const LOOKS: Readonly<Record<ExchangeRow['state'], { tone: Tone; icon: IconName }>> = {
  waiting: { tone: 'wait', icon: 'clock' },
  sending: { tone: 'calm', icon: 'arrow' },
  applied: { tone: 'go', icon: 'check' },
  refused: { tone: 'stop', icon: 'cross' },
  cancelled: { tone: 'calm', icon: 'back' },
  quarantined: { tone: 'stop', icon: 'alert' },
}

/** One action of this PC: what became of it, what it was, here and at HQ, by whom, and why where that is asked. */
export const DepartureLine = memo(
  function DepartureLine({ row, index }: { row: ExchangeRow; index: number }) {
    const { desk } = useOffice()
    const { timeZone } = desk.centre
    const { tone, icon } = LOOKS[row.state]
    const whom = sayWhom(row)
    const what = sayWhat(row)
    const cause = sayCause(row, { when: (instant) => formatMoment(instant, desk.now, timeZone) })
    return (
      <tr aria-rowindex={index + 2}>
        <td>
          <StatusTag tone={tone} icon={icon}>
            {EXCHANGES.state[row.state]}
          </StatusTag>
        </td>
        <th scope="row">
          <span className="what">
            {sayExchange(row.name)}
            {whom ? <span className="whom">{whom}</span> : null}
            {row.examCodes.map((code) => (
              <span key={code} className="ex">
                {code}
              </span>
            ))}
            {what ? <span className="muted">{what}</span> : null}
          </span>
          <small className="by">{EXCHANGES.by(row.operatorName)}</small>
          {cause ? <small className={row.state === 'refused' ? 'no' : ''}>{cause}</small> : null}
        </th>
        <td className="c-time">{formatDayTimeFrom(row.doneAt, desk.now, timeZone)}</td>
        <td className="c-time">
          <AtHq row={row} now={desk.now} timeZone={timeZone} />
        </td>
        <td className="c-who">{row.operatorName}</td>
      </tr>
    )
  },
  (a, b) => a.row === b.row && a.index === b.index,
)

/** When HQ judged it, or how far on its way it is. */
function AtHq({ row, now, timeZone }: { row: ExchangeRow; now: string; timeZone: string }) {
  const { state, settledAt } = row
  if ((state === 'applied' || state === 'refused') && settledAt) return formatDayTimeFrom(settledAt, now, timeZone)
  return <span className="sub">{sayUnderWay(row, (instant) => formatMoment(instant, now, timeZone))}</span>
}
