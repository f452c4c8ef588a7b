import type { Circumstances, Decision } from '../decision.ts'
import type { Entry } from '../entry.ts'
import type { RefuseArgs } from '../shapes/commands/refuse.ts'
import { endEntries } from './end-entries.ts'

export type RefuseFacts = { entries: readonly Entry[] }

/** Refuses entries of one request, all or nothing. Refuses itself: not-found, wrong-status, not-valid (reason `other` without a text). */
export function decideRefuse(args: RefuseArgs, { entries }: RefuseFacts, circumstances: Circumstances): Decision {
  return endEntries('refuse', args, entries, circumstances)
}
