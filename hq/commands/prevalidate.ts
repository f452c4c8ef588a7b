import { giveNumbers } from '../candidates/give-numbers.ts'
import { toValue } from '../db/rows.ts'
import { ChangedMeanwhile } from '../db/transaction.ts'
import type { Loader } from './loader.ts'
import { countUsedSeats, lockEntries, lockOfferings } from './lock-entries.ts'
import { ownCentre } from './own-centre.ts'

/** Locks the offerings wanted, then the entries; counts seats from the rows, never from what the desk said. */
export const loadPrevalidate: Loader<'entry.prevalidate'> = async (tx, centreId, { requestId, entryIds }) => {
  const found = await tx
    .selectFrom('entry')
    .select(['offeringId', 'candidateId'])
    .where('centreId', '=', centreId)
    .where('id', 'in', entryIds)
    .execute()
  const offeringIds = [...new Set(found.flatMap(({ offeringId }) => offeringId ?? []))]
  const numberless = await tx
    .selectFrom('candidate')
    .selectAll()
    .where('id', 'in', found.length > 0 ? found.map(({ candidateId }) => candidateId) : [''])
    .where('nuc', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  const offerings = await lockOfferings(tx, centreId, offeringIds)
  const entries = await lockEntries(tx, centreId, entryIds)
  if (entries.some(({ offeringId }) => offeringId !== null && !offeringIds.includes(offeringId)))
    throw new ChangedMeanwhile()
  const sittings = await tx
    .selectFrom('sitting')
    .select(['offeringId', 'heldOn'])
    .where('centreId', '=', centreId)
    .where('offeringId', 'in', offeringIds.length > 0 ? offeringIds : [''])
    .where('cancelled', '=', false)
    .execute()
  const sittingDates = new Map(
    offeringIds.map((id) => [id, sittings.filter(({ offeringId }) => offeringId === id).map(({ heldOn }) => heldOn)]),
  )
  return {
    facts: {
      ...(await ownCentre(tx, centreId)),
      entries,
      offerings,
      used: await countUsedSeats(tx, centreId, offeringIds),
      sittingDates,
    },
    subject: { requestId, entryIds, paymentId: null },
    alongside: () =>
      giveNumbers(
        tx,
        numberless.map((row) => toValue('candidate', row)),
      ),
  }
}
