import type { Circumstances, Decision } from '../decision.ts'
import type { Entry } from '../entry.ts'
import type { RemoveArgs } from '../shapes/commands/remove.ts'
import { endEntries } from './end-entries.ts'

export type { RemoveArgs } from '../shapes/commands/remove.ts'

export type RemoveFacts = { entries: readonly Entry[] }

/**
 * Removes entries of one request that were asked for by mistake, all or nothing; a seat held is free at once, and what was paid becomes a
 * credit of its payer. Refuses: not-valid (reason `other` without a text), not-found, wrong-status.
 */
export function decideRemove(args: RemoveArgs, { entries }: RemoveFacts, circumstances: Circumstances): Decision {
  return endEntries('remove', args, entries, circumstances)
}
