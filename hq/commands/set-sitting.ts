import { toValue } from '../db/rows.ts'
import type { Loader } from './loader.ts'
import { lockOfferings } from './lock-entries.ts'
import { lockSitting } from './lock-sitting.ts'
import { ownCentre } from './own-centre.ts'
import { readExam } from './read-exam.ts'

/** The offering is locked first: of two PCs that add the same sitting, which has no row to wait for yet, the second sees the first's. */
export const loadSetSitting: Loader<'sitting.set'> = async (tx, centreId, { sittingId, offeringId }) => {
  const [offering = null] = await lockOfferings(tx, centreId, [offeringId])
  const sitting = await lockSitting(tx, centreId, sittingId)
  const others = await tx
    .selectFrom('sitting')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('offeringId', '=', offeringId)
    .execute()
  return {
    facts: {
      sitting,
      offering,
      exam: offering && (await readExam(tx, offering.examId)),
      others: others.map((row) => toValue('sitting', row)),
      timeZone: (await ownCentre(tx, centreId)).centre.timeZone,
    },
    subject: { requestId: null, entryIds: [], paymentId: null },
  }
}
