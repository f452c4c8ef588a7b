import { z } from 'zod'
import { type Circumstances, type Decision, decided, refused } from '../decision.ts'
import { type Entry, MOVES, REASONS_TO_REFUSE } from '../entry.ts'
import { Id, LongText } from '../shapes.ts'
import { entriesToMove } from './entries-to-move.ts'

export const RefuseArgs = z.object({
  requestId: Id,
  entryIds: z.array(Id).min(1).max(50),
  reason: z.enum(REASONS_TO_REFUSE),
  /** What the candidate reads besides the reason; required when the reason is `other`. */
  text: LongText.nullable(),
})
export type RefuseArgs = z.infer<typeof RefuseArgs>

export type RefuseFacts = { entries: readonly Entry[] }

/** Refuses entries of one request, all or nothing. Refuses itself: not-found, wrong-status, not-valid (reason `other` without a text). */
export function decideRefuse(args: RefuseArgs, facts: RefuseFacts, { at }: Circumstances): Decision {
  const text = args.text?.trim() || null
  if (args.reason === 'other' && text === null) return refused('not-valid', { field: 'text' })
  const moving = entriesToMove('refuse', args, facts.entries, at)
  if (!moving.ok) return moving
  return decided(
    ...moving.entries.map((entry) => ({
      entity: 'entry' as const,
      value: {
        ...entry,
        status: MOVES.refuse.to,
        proposedOfferingId: null,
        refusal: { reason: args.reason, text },
      },
    })),
  )
}
