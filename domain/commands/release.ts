import { type Circumstances, type Decision, decided, refused } from '../decision.ts'
import { type Entry, MOVES } from '../entry.ts'
import type { ReleaseArgs } from '../shapes/commands/release.ts'
import { entriesToMove } from './entries-to-move.ts'

/** Why the mail that says until when to pay never came: it is still to leave, or was given up. */
export type UntoldBy = 'waiting' | 'failed'

export type ReleaseFacts = {
  entries: readonly Entry[]
  /** Minor units allocated to each entry by payments that stand. */
  allocated: ReadonlyMap<string, number>
  /** The entries whose candidate was not told: HQ alone knows what became of its mails. */
  untold?: ReadonlyMap<string, UntoldBy>
}

/**
 * Gives back the seats of entries of one request that were not paid in time, all or nothing. A deadline never acts by itself: a person
 * does, and only once it is over. A seat that is paid, in time or not, is to be validated and never released. Refuses: not-valid (no
 * reason), not-found, wrong-status, deadline-not-over with the instant, entry-already-paid, mail-not-sent (the deadline runs from it).
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
  const paid = moving.entries.find(({ id, feeAmount }) => (facts.allocated.get(id) ?? 0) >= feeAmount)
  if (paid) return refused('entry-already-paid', { entryId: paid.id, due: 0, currency: paid.currency })
  const untold = moving.entries.find(({ id }) => facts.untold?.has(id))
  if (untold) return refused('mail-not-sent', { entryId: untold.id, mail: facts.untold?.get(untold.id) ?? 'waiting' })
  return decided(
    ...moving.entries.map((entry) => ({ entity: 'entry' as const, value: { ...entry, status: MOVES.release.to } })),
  )
}
