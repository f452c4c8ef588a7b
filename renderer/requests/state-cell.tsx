import type { EntryRow } from '../../contract/desk.ts'
import { dueOf, isLate } from '../../domain/entry-groups.ts'
import { awaitedUntil } from '../../domain/fell.ts'
import { toLocalDate } from '../../domain/time.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatAgo, formatDayFrom } from '../../text/format.ts'
import { formatDeadline } from '../../text/format-deadline.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import type { ReadyDesk } from '../frame/office.tsx'
import { isProvisional, type StateTag } from './entry-state.ts'

/** The state of a request: one tag, or one for each exam that differs. Where the deadline has no column, it stands below its tag. */
export function StateCell({
  states,
  shortCodes,
  desk,
}: {
  states: StateTag[]
  shortCodes: ReadonlyMap<string, string>
  desk: ReadyDesk
}) {
  return (
    <div className="states">
      {states.map(({ tone, icon, word, entries }) => {
        const [first] = entries
        // Paid already, there is no day before which to pay.
        const owing = entries.find((entry) => dueOf(entry) > 0)
        const deadline = deadlineWords(owing, desk)
        const codes = entries.map(({ examCode }) => shortCodes.get(examCode) ?? examCode).join(', ')
        return (
          <div key={first?.id}>
            <StatusTag tone={tone} icon={icon}>
              {states.length > 1 ? `${codes}\u00a0: ${word}` : word}
            </StatusTag>
            {deadline ? (
              <div className="sub until">
                {deadline}
                {first && isProvisional(first) ? `, ${REQUESTS.provisional}` : ''}
                {owing && isBounced(owing) ? `, ${REQUESTS.chequeBounced}` : ''}
              </div>
            ) : null}
          </div>
        )
      })}
    </div>
  )
}

/** Until when each pre-validated exam must be paid; provisional until HQ has fixed it. */
export function DeadlineCell({ states, desk }: { states: StateTag[]; desk: ReadyDesk }) {
  const running = states.flatMap(({ entries }) =>
    entries.filter((entry) => dueOf(entry) > 0 && awaitedUntil(entry, desk.centre.timeZone) !== null).slice(0, 1),
  )
  if (running.length === 0) return <span className="sub">—</span>
  return running.map((entry) => (
    <div key={entry.id} className="deadline">
      {deadlineWords(entry, desk)}
      <div className="sub">
        {isBounced(entry)
          ? REQUESTS.chequeBounced
          : isProvisional(entry)
            ? REQUESTS.provisional
            : timeLeft(entry, desk)}
      </div>
    </div>
  ))
}

function deadlineWords(entry: EntryRow | undefined, { centre, now }: ReadyDesk): string | null {
  const { timeZone } = centre
  const until = entry ? awaitedUntil(entry, timeZone) : null
  if (!entry || until === null) return null
  // A day that somebody said has no hour.
  return until.on === entry.fell?.dueOn
    ? formatDayFrom(until.on, toLocalDate(now, timeZone))
    : formatDeadline({ ...until, timeZone })
}

function isBounced({ fell }: EntryRow): boolean {
  return fell?.why === 'cheque-bounced'
}

function timeLeft(entry: EntryRow, { now, centre }: ReadyDesk): string {
  const { deadlineOn, deadlineAt, pending } = entry
  if (!deadlineOn || !deadlineAt || pending) return ''
  if (isLate(entry, now)) return `${REQUESTS.overdue.toLowerCase()}, ${formatAgo(deadlineAt, now, centre.timeZone)}`
  const days = Math.round((Date.parse(deadlineOn) - Date.parse(toLocalDate(now, centre.timeZone))) / 86_400_000)
  return REQUESTS.daysLeft(days)
}
