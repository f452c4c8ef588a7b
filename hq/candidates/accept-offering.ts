import { decideAcceptOffering } from '../../domain/commands/propose-offering.ts'
import type { RefusalCode } from '../../domain/decision.ts'
import { lockEntries, lockOfferings } from '../commands/lock-entries.ts'
import { inTransaction } from '../db/transaction.ts'
import { publish } from '../feed.ts'
import type { Hq } from '../hq.ts'

/**
 * A candidate accepts the software that the centre proposed for one of their entries.
 * @param offeringId the one that they were shown: another proposal made meanwhile is not accepted unread
 * @returns `accepted`, or why not: not-found (no such entry of theirs), wrong-status, no-offering, offering-closed
 */
export async function acceptOffering(
  { db, clock }: Pick<Hq, 'db' | 'clock'>,
  { candidateId, entryId, offeringId }: { candidateId: string; entryId: string; offeringId: string },
): Promise<'accepted' | RefusalCode> {
  return inTransaction(db, async (tx) => {
    const theirs = await tx
      .selectFrom('entry')
      .select('centreId')
      .where('id', '=', entryId)
      .where('candidateId', '=', candidateId)
      .executeTakeFirst()
    if (!theirs) return 'not-found'
    const { centreId } = theirs
    // Offerings before entries, as everywhere: so that none wait in a circle.
    const [offering = null] = await lockOfferings(tx, centreId, [offeringId])
    const [entry] = await lockEntries(tx, centreId, [entryId])
    if (!entry) return 'not-found'
    const at = clock.now()
    const decision = decideAcceptOffering(entry, offering, offeringId, at)
    if (!decision.ok) return decision.refusal.code
    await publish(tx, { centreId, commandId: null, at, writes: decision.writes })
    return 'accepted'
  })
}
