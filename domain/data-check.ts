import type { Request } from './candidate.ts'
import type { ExamSession } from './catalogue.ts'
import { type Entry, holdsSeat } from './entry.ts'
import { type Instant, toLocalDate } from './time.ts'

/** A request with what it takes to know whether its candidate is to check their data. */
type Checkable = Pick<Request, 'candidateId' | 'dataCheckedAt'> & { entries: readonly Pick<Entry, 'status'>[] }

/** Whether the last day of the session is past, in the zone of the centre. */
export function isSessionOver({ endsOn }: Pick<ExamSession, 'endsOn'>, at: Instant, timeZone: string): boolean {
  return toLocalDate(at, timeZone) > endsOn
}

/** Whether somebody sits because of it, or will: only then do its data end up on an attestation. */
export function isToCheck({ entries }: Pick<Checkable, 'entries'>): boolean {
  return entries.some(({ status }) => holdsSeat(status))
}

/** Candidates with a seat: all of them, those who have found all of their data right, and the others. */
export type DataCheckCounts = { concerned: number; checked: number; unchecked: number }

/** How far the requests of one session at one centre are. Counted by candidate: two requests of one person are one. */
export function countDataChecks(requests: readonly Checkable[]): DataCheckCounts {
  const held = requests.filter(isToCheck)
  const concerned = new Set(held.map(({ candidateId }) => candidateId))
  const unchecked = new Set(held.flatMap((one) => (one.dataCheckedAt === null ? one.candidateId : [])))
  return { concerned: concerned.size, checked: concerned.size - unchecked.size, unchecked: unchecked.size }
}
