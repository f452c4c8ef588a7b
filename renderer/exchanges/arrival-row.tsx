import type { ArrivalRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { Icon, type IconName } from '../../kit/icons.tsx'
import { formatDayTimeFrom } from '../../text/format.ts'
import { EXCHANGES, sayArrival, sayArrivalTitle, sayFrom, sayOthers, sayWhat } from '../../text/screens/exchanges.ts'
import { useOffice } from '../frame/office.tsx'
import type { ArrivalLine } from './arrival-lines.ts'

const SOURCE_ICONS: Readonly<Record<ArrivalRow['source'], IconName>> = {
  network: 'exchanges',
  file: 'file',
  repair: 'check',
  'first-sync': 'requests',
}

/** As many names as a line gives, each opening its file. */
const MOST_NAMED = 3

/** One thing that came: when, what and about whom, from whom, by which way. */
export function ArrivalRowLine({ line: { at, source, event, counts } }: { line: ArrivalLine }) {
  const { desk } = useOffice()
  const title = event && sayArrivalTitle(event.kind)
  return (
    <tr>
      <td className="c-time">{formatDayTimeFrom(at, desk.now, desk.centre.timeZone)}</td>
      <td>{event && title ? <What event={event} title={title} /> : sayArrival(counts)}</td>
      <td className="c-who">{event ? sayFrom(event) : EXCHANGES.from.hq}</td>
      <td className="c-source">
        <span className="source">
          <Icon name={SOURCE_ICONS[source]} size={15} />
          {EXCHANGES.source[source]}
        </span>
      </td>
    </tr>
  )
}

function What({ event, title }: { event: NonNullable<ArrivalLine['event']>; title: string }) {
  const { openCandidate } = useOffice()
  const { candidates, payerName, examCodes, by } = event
  const named = candidates.length > MOST_NAMED + 1 ? candidates.slice(0, MOST_NAMED) : candidates
  const others = candidates.length - named.length
  const what = sayWhat(event)
  return (
    <>
      <span className="what">
        {title}
        {payerName ? <span className="whom">{payerName}</span> : null}
        {named.map(({ id, name }) => (
          <Button key={id} tone="link" label={EXCHANGES.openCandidate(name)} onPress={() => openCandidate(id)}>
            {name}
          </Button>
        ))}
        {others > 0 ? <span>{sayOthers(others)}</span> : null}
        {examCodes.map((code) => (
          <span key={code} className="ex">
            {code}
          </span>
        ))}
        {what ? <span className="muted">{what}</span> : null}
      </span>
      {by?.refused ? <small className="no">{EXCHANGES.notKept}</small> : null}
      {by?.here && !by.refused ? <small>{EXCHANGES.kept}</small> : null}
      <small className="by">{sayFrom(event)}</small>
    </>
  )
}
