import { z } from 'zod'
import type { Circumstances, Decision } from '../decision.ts'
import { type Entry, REASONS_TO_REFUSE } from '../entry.ts'
import { Id, LongText } from '../shapes.ts'
import { endEntries } from './end-entries.ts'

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
export function decideRefuse(args: RefuseArgs, { entries }: RefuseFacts, circumstances: Circumstances): Decision {
  return endEntries('refuse', args, entries, circumstances)
}
