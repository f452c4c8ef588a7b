import { type Circumstances, type Decision, decided, refused } from '../decision.ts'
import { type Entry, MOVES, type RefusalReason } from '../entry.ts'
import { entriesToMove } from './entries-to-move.ts'

type Ending = { requestId: string; entryIds: readonly string[]; reason: RefusalReason; text: string | null }

/**
 * Ends entries of one request for a reason that the candidate reads, all or nothing: refused by the centre, or removed because they were
 * asked for by mistake. Refuses: not-valid (reason `other` without a text), not-found, wrong-status.
 */
export function endEntries(
  move: 'refuse' | 'remove',
  args: Ending,
  entries: readonly Entry[],
  { at }: Circumstances,
): Decision {
  const text = args.text?.trim() || null
  if (args.reason === 'other' && text === null) return refused('not-valid', { field: 'text' })
  const moving = entriesToMove(move, args, entries, at)
  if (!moving.ok) return moving
  const ended = { status: MOVES[move].to, proposedOfferingId: null, refusal: { reason: args.reason, text } }
  return decided(...moving.entries.map((entry) => ({ entity: 'entry' as const, value: { ...entry, ...ended } })))
}
