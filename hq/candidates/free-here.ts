import type { Entry } from '../../domain/entry.ts'
import { offersInstead } from '../../domain/other-offerings.ts'
import { registrationState } from '../../domain/registration.ts'
import type { Instant } from '../../domain/time.ts'
import type { MailData } from '../../text/mails/mail-data.ts'
import type { Tx } from '../db/open.ts'
import { namesOfSoftware, usedSeats } from './find-centres.ts'

type Refused = { centreId: string; entries: readonly Pick<Entry, 'examId' | 'offeringId' | 'refusal'>[] }

/**
 * With which other software the centre that refused these exams has a seat left, in the order of their codes. None for reasons that another
 * software does not mend, nor once requests for the exam are no longer taken.
 */
export async function freeHere(
  tx: Tx,
  { centreId, entries }: Refused,
  at: Instant,
): Promise<NonNullable<MailData['refused']['freeHere']>> {
  const examIds = entries.map(({ examId }) => examId)
  if (examIds.length === 0) return []
  const exams = await tx.selectFrom('exam').selectAll().where('id', 'in', examIds).execute()
  const offerings = await tx
    .selectFrom('offering')
    .select(['centreId', 'id', 'examId', 'softwareIds', 'open', 'seats'])
    .where('centreId', '=', centreId)
    .where('examId', 'in', examIds)
    .orderBy('id')
    .execute()
  const used = await usedSeats(tx, offerings)
  const names = await namesOfSoftware(tx)
  return exams
    .filter((exam) => registrationState(exam, at) === 'open')
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap(({ id, code }) =>
      entries
        .filter(({ examId }) => examId === id)
        .flatMap((entry) => offersInstead(offerings, entry, (offering) => used.get(`${centreId}/${offering.id}`) ?? 0))
        .map(({ offering }) => ({ code, softwareNames: offering.softwareIds.map((one) => names.get(one) ?? one) })),
    )
}
