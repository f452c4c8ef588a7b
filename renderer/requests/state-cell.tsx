import type { EntryRow } from '../../contract/desk.ts'
import { toLocalDate } from '../../domain/time.ts'
import { formatAgo } from '../../text/format.ts'
import { formatDeadline } from '../../text/format-deadline.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import type { ReadyDesk } from '../frame/office.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import type { StateTag } from './entry-state.ts'

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
        const deadline = deadlineWords(entries[0], desk)
        const codes = entries.map(({ examCode }) => shortCodes.get(examCode) ?? examCode).join(', ')
        return (
          <div key={entries[0]?.id}>
            <StatusTag tone={tone} icon={icon}>
              {states.length > 1 ? `${codes}\u00a0: ${word}` : word}
            </StatusTag>
            {deadline ? (
              <div className="sub until">
                {deadline}
                {entries[0]?.pending ? `, ${REQUESTS.provisional}` : ''}
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
  const running = states.flatMap(({ entries }) => entries.filter(({ status }) => status === 'prevalidated').slice(0, 1))
  if (running.length === 0) return <span className="sub">—</span>
  return running.map((entry) => (
    <div key={entry.id} className="deadline">
      {deadlineWords(entry, desk)}
      <div className="sub">{entry.pending ? REQUESTS.provisional : timeLeft(entry, desk)}</div>
    </div>
  ))
}

function deadlineWords(entry: EntryRow | undefined, { centre }: ReadyDesk): string | null {
  if (entry?.status !== 'prevalidated' || !entry.deadlineOn || !entry.deadlineAt) return null
  return formatDeadline({ on: entry.deadlineOn, at: entry.deadlineAt, timeZone: centre.timeZone })
}

function timeLeft({ deadlineOn, deadlineAt }: EntryRow, { now, centre }: ReadyDesk): string {
  if (!deadlineOn || !deadlineAt) return ''
  if (now >= deadlineAt) return `${REQUESTS.overdue.toLowerCase()}, ${formatAgo(deadlineAt, now)}`
  const days = Math.round((Date.parse(deadlineOn) - Date.parse(toLocalDate(now, centre.timeZone))) / 86_400_000)
  return REQUESTS.daysLeft(days)
}
