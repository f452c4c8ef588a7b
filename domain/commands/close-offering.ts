import type { Offering } from '../catalogue.ts'
import { type Decision, decided, refused } from '../decision.ts'
import type { CloseOfferingArgs } from '../shapes/commands/close-offering.ts'

export type CloseOfferingFacts = { offering: Offering | null }

/**
 * Closes an offering: nobody asks for it any more, and what waits cannot be pre-validated; seats held stay held. Refuses: not-found,
 * already-closed.
 */
export function decideCloseOffering({ offeringId }: CloseOfferingArgs, { offering }: CloseOfferingFacts): Decision {
  if (!offering) return refused('not-found', { offeringId })
  if (!offering.open) return refused('already-closed')
  return decided({ entity: 'offering', value: { ...offering, open: false } })
}
