import { type Circumstances, type Decision, refused } from '../decision.ts'
import type { PrevalidateArgs } from '../shapes/commands/prevalidate.ts'
import { giveSeats, type PrevalidateFacts } from './prevalidate.ts'

export type ReinstateFacts = PrevalidateFacts & {
  /**
   * Entries against which the candidate has another one alive meanwhile: of that exam, or of that session at another centre. Only HQ
   * sees it, under lock; at the desk nobody knows, and it is empty.
   */
  liveOtherwise: ReadonlySet<string>
}

/**
 * Gives a seat again to entries whose seat was released, and starts a new payment deadline: what a pre-validation does, to entries that
 * lapsed. Refuses as a pre-validation does, and already-live: who, where and for what is not the centre's to know.
 */
export function decideReinstate(args: PrevalidateArgs, facts: ReinstateFacts, circumstances: Circumstances): Decision {
  const decision = giveSeats('reinstate', args, facts, circumstances)
  const live = args.entryIds.find((id) => facts.liveOtherwise.has(id))
  return decision.ok && live !== undefined ? refused('already-live', { entryId: live }) : decision
}
