import type { OfferingCentre } from '../../contract/other-centres.ts'
import { registrationState } from '../../domain/registration.ts'
import type { Instant } from '../../domain/time.ts'
import type { HqDatabase } from '../db/open.ts'
import { centresAround } from './centres-around.ts'
import { hasFreeSeat, namesOfSoftware, usedSeats } from './find-centres.ts'

/** As many as a centre is told of, and as many offers of each: what the contract allows. */
const MOST_CENTRES = 40
const MOST_OFFERS = 200

/**
 * Where else one can be sent by a centre that refuses: the accredited centres of its département, then of the neighbouring ones, with the
 * sets of software that have a free seat at this moment, of exams for which one can still register. Null when there is no such session.
 */
export async function centresNearby(
  db: HqDatabase,
  { centreId, sessionId }: { centreId: string; sessionId: string },
  at: Instant,
): Promise<OfferingCentre[] | null> {
  const session = await db.selectFrom('examSession').selectAll().where('id', '=', sessionId).executeTakeFirst()
  if (!session) return null
  const exams = await db.selectFrom('exam').selectAll().where('sessionId', '=', sessionId).orderBy('code').execute()
  const asked = exams.filter((exam) => registrationState(exam, at) === 'open')
  const centres = await centresAround(db, centreId, session)
  if (centres.length === 0 || asked.length === 0) return []
  const offerings = await db
    .selectFrom('offering')
    .select(['centreId', 'id', 'examId', 'softwareIds', 'seats'])
    .where('sessionId', '=', sessionId)
    .where('open', '=', true)
    .where(
      'examId',
      'in',
      asked.map(({ id }) => id),
    )
    .where(
      'centreId',
      'in',
      centres.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  const used = await usedSeats(db, offerings)
  const names = await namesOfSoftware(db)
  const free = offerings.filter((offering) => hasFreeSeat(offering, used))
  const told = centres.map(({ id, name, town, department }) => {
    const offers = asked.flatMap(({ id: examId, code: examCode }) =>
      free
        .filter((one) => one.centreId === id && one.examId === examId)
        .map(({ softwareIds }) => ({ examCode, software: softwareIds.map((one) => names.get(one) ?? one) })),
    )
    return { name, town, department, offers: offers.slice(0, MOST_OFFERS) }
  })
  return told.filter(({ offers }) => offers.length > 0).slice(0, MOST_CENTRES)
}
