import { z } from 'zod'
import type { Circumstances, Decision } from '../decision.ts'
import { type Entry, REASONS_TO_REMOVE } from '../entry.ts'
import { Id, LongText } from '../shapes.ts'
import { endEntries } from './end-entries.ts'

export const RemoveArgs = z.object({
  requestId: Id,
  entryIds: z.array(Id).min(1).max(50),
  reason: z.enum(REASONS_TO_REMOVE),
  /** What the candidate reads besides the reason; required when the reason is `other`. */
  text: LongText.nullable(),
})
export type RemoveArgs = z.infer<typeof RemoveArgs>

export type RemoveFacts = { entries: readonly Entry[] }

/**
 * Removes entries of one request that were asked for by mistake, all or nothing; a seat held is free at once, and what was paid becomes a
 * credit of its payer. Refuses: not-valid (reason `other` without a text), not-found, wrong-status.
 */
export function decideRemove(args: RemoveArgs, { entries }: RemoveFacts, circumstances: Circumstances): Decision {
  return endEntries('remove', args, entries, circumstances)
}
