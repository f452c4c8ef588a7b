import type { Circumstances, Decision } from '../decision.ts'
import { giveSeats, PrevalidateArgs, type PrevalidateFacts } from './prevalidate.ts'

/** As a pre-validation: the same seats, the same deadline. */
export const ReinstateArgs = PrevalidateArgs
export type ReinstateFacts = PrevalidateFacts

/**
 * Gives a seat again to entries whose seat was released, and starts a new payment deadline: what a pre-validation does, to entries that
 * lapsed. Refuses as a pre-validation does.
 */
export function decideReinstate(args: PrevalidateArgs, facts: ReinstateFacts, circumstances: Circumstances): Decision {
  return giveSeats('reinstate', args, facts, circumstances)
}
