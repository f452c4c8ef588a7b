import { lockByText } from '../db/lock-by-text.ts'
import { toValue } from '../db/rows.ts'
import type { Loader } from './loader.ts'
import { lockOfferings } from './lock-entries.ts'
import { readExam } from './read-exam.ts'

/** One such command of a centre and exam at a time: two PCs must not open the same set of software twice. */
export const loadOpenOffering: Loader<'offering.open'> = async (tx, centreId, { offeringId, made }) => {
  if (made) await lockByText(tx, 'offering', [`${centreId}\n${made.examId}`])
  const [offering = null] = await lockOfferings(tx, centreId, [offeringId])
  const known = made?.softwareIds.length
    ? await tx.selectFrom('software').select('id').where('id', 'in', made.softwareIds).execute()
    : []
  const others = made
    ? await tx
        .selectFrom('offering')
        .selectAll()
        .where('centreId', '=', centreId)
        .where('examId', '=', made.examId)
        .execute()
    : []
  return {
    facts: {
      offering,
      exam: made && (await readExam(tx, made.examId)),
      knownSoftware: new Set(known.map(({ id }) => id)),
      others: others.map((row) => toValue('offering', row)),
    },
    subject: { requestId: null, entryIds: [], paymentId: null },
  }
}
