import { useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import type { CandidateFile } from '../../contract/desk-candidate.ts'
import { fullName } from '../../domain/candidate.ts'
import { formatDate, formatDayLong, formatMoment, formatMoney, NBSP } from '../../text/format.ts'
import { formatDeadline } from '../../text/format-deadline.ts'
import { CANDIDATE } from '../../text/screens/candidate.ts'
import { useOffice } from '../frame/office.tsx'
import { lastCallOf, missingOf, type Owed, owedOf, sayOver } from './standing.ts'

type CandidateStandingProps = { file: CandidateFile; requests: readonly RequestRow[] }

/**
 * The three things that are asked on the telephone: what is owed and until when, what is missing, when they sit; then what the person wrote
 * with their request, and what was last said with them.
 */
export function CandidateStanding({ file, requests }: CandidateStandingProps) {
  const { desk } = useOffice()
  const { timeZone } = desk.centre
  const owed = owedOf(requests, desk.now)
  const over = sayOver(requests)
  const missing = missingOf(file, requests, { now: desk.now, timeZone })
  const seated = requests.flatMap(({ entries }) =>
    entries.filter(({ status }) => status === 'confirmed' || status === 'prevalidated'),
  )
  return (
    <section className="card standing" aria-label={`${CANDIDATE.short}, ${fullName(file.candidate)}`}>
      <div>
        <h2>{CANDIDATE.owed}</h2>
        {owed.length === 0 ? <p className="muted">{CANDIDATE.owedNothing}</p> : null}
        {owed.map((one) => (
          <OwedLine key={JSON.stringify(one)} owed={one} timeZone={timeZone} />
        ))}
      </div>
      <div>
        <h2>{CANDIDATE.missing}</h2>
        {missing.length === 0 ? (
          <p className="muted">{over ?? CANDIDATE.missingNothing}</p>
        ) : (
          <ul>
            {missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h2>{CANDIDATE.sits}</h2>
        {seated.length === 0 ? (
          <p className="muted">{over === null ? CANDIDATE.sitsNothing : CANDIDATE.sitsOver}</p>
        ) : null}
        <ul>
          {seated.map((entry) => {
            const dates = file.sittings.filter(({ entryId }) => entryId === entry.id)
            return (
              <li key={entry.id}>
                <b>{entry.examCode}</b>{' '}
                {dates.length === 0
                  ? CANDIDATE.sitsUnknown
                  : dates.map(({ heldOn, startsAtLocal, room }) => (
                      <span key={`${heldOn} ${startsAtLocal} ${room}`} className="date">
                        {formatDayLong(heldOn)} {startsAtLocal.replace(':', `${NBSP}h${NBSP}`)}
                        {room.trim() === '' ? '' : `, ${room}`}
                      </span>
                    ))}
              </li>
            )
          })}
        </ul>
      </div>
      <Said file={file} requests={requests} />
    </section>
  )
}

/**
 * In their own words and in a colleague's: the beginning, the whole stands below. The call is the last one as the page was opened: a note
 * that is added does not push down the box in which it was typed.
 */
function Said({ file, requests }: CandidateStandingProps) {
  const { desk } = useOffice()
  const notes = requests.flatMap(({ id, note }) => (note === null ? [] : [{ id, note }]))
  const [call] = useState(() => lastCallOf(file.history))
  if (notes.length === 0 && call === null) return null
  return (
    <div className="said">
      {notes.length > 0 ? (
        <div>
          <h2>{CANDIDATE.precisions}</h2>
          {notes.map(({ id, note }) => (
            <p key={id}>{note}</p>
          ))}
        </div>
      ) : null}
      {call ? (
        <div>
          <h2>{CANDIDATE.lastCall(call.means, formatMoment(call.at, desk.now, desk.centre.timeZone), call.by)}</h2>
          <p>{call.text}</p>
        </div>
      ) : null}
    </div>
  )
}

function OwedLine({ owed, timeZone }: { owed: Owed; timeZone: string }) {
  const { amount, currency, codes, deadline, late, provisional, payer, bounced } = owed
  const until = deadline && formatDeadline({ on: deadline.on, at: deadline.at, timeZone })
  return (
    <p className="owed">
      <b className={late ? 'no' : ''}>{formatMoney(amount, currency)}</b>{' '}
      {bounced
        ? CANDIDATE.owedBounced(bounced.until && formatDate(bounced.until))
        : until === null
          ? CANDIDATE.owedNoDate
          : late
            ? CANDIDATE.owedSince(until)
            : CANDIDATE.owedBefore(until)}
      <span className="sub">
        {[
          codes.join(', '),
          payer && (payer.onAccount ? CANDIDATE.onAccount(payer.name) : CANDIDATE.owedBy(payer.name)),
          provisional && CANDIDATE.provisional,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </p>
  )
}
