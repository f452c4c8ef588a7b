import type { OfferingRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { formatDayTimeFrom } from '../../text/format.ts'
import { sayRefusal } from '../../text/fr.ts'
import { OFFERING, SEATS, sayOfferingChange } from '../../text/screens/seats.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { refusalsOf, useRun } from '../run-click.ts'
import { offeringLabel } from './offering-label.ts'

type Of = { offering: OfferingRow }

/** Below an offering: who waits for it, whether it is open, and who changed it. */
export function OfferingDetail({ offering, label }: Of & { label: string }) {
  return (
    <section className="offering-detail" aria-label={OFFERING.detailOf(label)}>
      <Queue offering={offering} />
      <OpenOrClose offering={offering} />
      <History offering={offering} />
    </section>
  )
}

/** First received, first named: what a manager gives the next seat by. */
function Queue({ offering }: Of) {
  const { desk, openRequest } = useOffice()
  const queue = useRows('offering.queue', { offeringId: offering.id }).data
  const more = offering.waiting - (queue?.length ?? 0)
  const { timeZone } = desk.centre
  return (
    <div className="part">
      <h4>{OFFERING.queue}</h4>
      {queue?.length === 0 ? <p className="sub">{OFFERING.queueEmpty}</p> : null}
      <ol className="waiting-list">
        {queue?.map(({ entryId, requestId, candidateName, receivedAt }) => (
          <li key={entryId}>
            <Button tone="link" onPress={() => openRequest(requestId, offering.sessionId)}>
              {candidateName}
            </Button>
            <span className="sub">{OFFERING.received(formatDayTimeFrom(receivedAt, desk.now, timeZone))}</span>
          </li>
        ))}
      </ol>
      {queue && more > 0 ? <p className="sub">{OFFERING.queueMore(more)}</p> : null}
    </div>
  )
}

/** The button, and before it is pressed what follows. */
function OpenOrClose({ offering }: Of) {
  const { desk } = useOffice()
  const run = useRun()
  const { id, open, waiting, used } = offering
  const name = open ? 'offering.close' : 'offering.open'
  const said = open ? OFFERING.closedDone : OFFERING.openedDone
  const press = () =>
    run([{ name, args: { offeringId: id } }], (done) => {
      const [first] = refusalsOf(done)
      if (first) return sayRefusal(first)
      const stopped = open && waiting > 0 ? `. ${OFFERING.stopped(waiting)}` : ''
      return `${said(offeringLabel(offering))}${stopped}`
    })
  return (
    <div className="part">
      <h4>{open ? OFFERING.closeTitle : OFFERING.openTitle}</h4>
      {!open && waiting > 0 ? <p className="sub no">{OFFERING.isStopped(waiting)}</p> : null}
      <p className="sub">{open ? OFFERING.closeText : OFFERING.openText}</p>
      {waiting > 0 ? <p className="sub">{open ? OFFERING.stopped(waiting) : OFFERING.freed(waiting)}</p> : null}
      {open && used > 0 ? <p className="sub">{OFFERING.kept(used)}</p> : null}
      <Button small tone={open ? 'danger' : 'plain'} reason={whyNotAllowed(desk, name)} onPress={() => void press()}>
        {open ? OFFERING.close : OFFERING.open}
      </Button>
    </div>
  )
}

function History({ offering }: Of) {
  const { desk } = useOffice()
  const changes = useRows('offering.history', { offeringId: offering.id }).data
  const { timeZone } = desk.centre
  return (
    <div className="part">
      <h4>{OFFERING.history}</h4>
      {changes?.length === 0 ? <p className="sub">{OFFERING.historyEmpty}</p> : null}
      <ol className="changes">
        {changes?.map(({ commandId, at, operatorName, state, ...change }) => (
          <li key={commandId}>
            <span>{sayOfferingChange(change)}</span>
            <span className="sub">
              {[
                operatorName,
                formatDayTimeFrom(at, desk.now, timeZone),
                state === 'waiting' && SEATS.toTransmit,
                state === 'doubtful' && OFFERING.hqDecides,
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
