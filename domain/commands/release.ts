import { z } from 'zod'
import { type Circumstances, type Decision, decided, refused } from '../decision.ts'
import { type Entry, MOVES } from '../entry.ts'
import { Id, LongText } from '../shapes.ts'
import { entriesToMove } from './entries-to-move.ts'

export const ReleaseArgs = z.object({
  requestId: Id,
  entryIds: z.array(Id).min(1).max(50),
  /** Why; kept, and never empty. */
  reason: LongText,
})
export type ReleaseArgs = z.infer<typeof ReleaseArgs>

export type ReleaseFacts = { entries: readonly Entry[] }

/**
 * Gives back the seats of entries of one request that were not paid in time, all or nothing. A deadline never acts by itself: a person
 * does, and only once it is over. Refuses: not-valid (no reason), not-found, wrong-status, deadline-not-over with the instant.
 */
export function decideRelease(args: ReleaseArgs, facts: ReleaseFacts, { at }: Circumstances): Decision {
  if (args.reason.trim() === '') return refused('not-valid', { field: 'reason' })
  const early = facts.entries.find(
    ({ id, status, deadlineAt }) =>
      args.entryIds.includes(id) && status === 'prevalidated' && deadlineAt !== null && at < deadlineAt,
  )
  if (early?.deadlineAt) return refused('deadline-not-over', { entryId: early.id, deadlineAt: early.deadlineAt })
  const moving = entriesToMove('release', args, facts.entries, at)
  if (!moving.ok) return moving
  return decided(
    ...moving.entries.map((entry) => ({ entity: 'entry' as const, value: { ...entry, status: MOVES.release.to } })),
  )
}
