import type { Offering } from '../catalogue.ts'
import { type Circumstances, type Decision, decided, refused } from '../decision.ts'
import { canMove, type Entry, MOVES } from '../entry.ts'
import type { ProposeOfferingArgs } from '../shapes/commands/propose-offering.ts'
import type { Instant } from '../time.ts'

/** `offering`: the one proposed, when this centre has it. */
export type ProposeOfferingFacts = { entry: Entry | null; offering: Offering | null }

/**
 * Proposes another software for an exam that waits for an answer: choosing a centre committed the candidate to one, so it is theirs to
 * accept, at HQ. The entry stays requested and no seat is held. A second proposal takes the place of the first.
 * Refuses: not-found (entry, or an offering that is not of its exam), wrong-status, offering-closed, not-valid (the software chosen
 * already; nothing to take back).
 */
export function decideProposeOffering(
  { requestId, entryId, offeringId }: ProposeOfferingArgs,
  { entry, offering }: ProposeOfferingFacts,
  { at }: Circumstances,
): Decision {
  if (entry?.id !== entryId || entry.requestId !== requestId) return refused('not-found', { entryId })
  if (!canMove(entry, 'propose', at)) return refused('wrong-status', { entryId, status: entry.status })
  if (offeringId === (offeringId === null ? entry.proposedOfferingId : entry.offeringId))
    return refused('not-valid', { field: 'offeringId' })
  if (offeringId !== null) {
    if (offering?.id !== offeringId || offering.examId !== entry.examId) return refused('not-found', { offeringId })
    if (!offering.open) return refused('offering-closed', { offeringId })
  }
  return decided({ entity: 'entry', value: { ...entry, proposedOfferingId: offeringId } })
}

/**
 * The candidate's answer, at HQ: the software proposed becomes theirs, and the entry waits for the centre with it.
 * `seen`: the offering that the page showed, so that nobody accepts one that they have not read.
 * Refuses: wrong-status, no-offering (nothing is proposed, or another one by now), offering-closed.
 */
export function decideAcceptOffering(entry: Entry, offering: Offering | null, seen: string, at: Instant): Decision {
  if (!canMove(entry, 'propose', at)) return refused('wrong-status', { status: entry.status })
  if (entry.proposedOfferingId !== seen || offering?.id !== seen) return refused('no-offering')
  if (!offering.open) return refused('offering-closed', { offeringId: seen })
  return decided({
    entity: 'entry',
    value: { ...entry, status: MOVES.propose.to, offeringId: seen, proposedOfferingId: null },
  })
}
