import type { CentresAnswer, FoundCentre, OfferedExam } from '../../contract/candidate-pages.ts'
import type { Offering } from '../../domain/catalogue.ts'
import { offeringsForAll } from '../../domain/registration.ts'
import { freeSeats } from '../../domain/seats.ts'
import { HOLDING } from '../commands/lock-entries.ts'
import type { HqDatabase, Tx } from '../db/open.ts'
import type { PageRefusal } from '../page-error.ts'
import { isAccredited } from './check-choices.ts'
import { neighboursOf } from './neighbour-departments.ts'

export type Sought = { sessionId: string; examIds: readonly string[]; department: string }

/**
 * The accredited centres of the département that run all of these exams; when there is none, those of neighbouring départements. Seats
 * are those of this moment. Refuses: not-found when the session or one of its exams is not known.
 */
export async function findCentres(
  db: HqDatabase,
  { sessionId, examIds, department }: Sought,
): Promise<CentresAnswer | PageRefusal> {
  const session = await db.selectFrom('examSession').selectAll().where('id', '=', sessionId).executeTakeFirst()
  const exams = await db
    .selectFrom('exam')
    .select('id')
    .where('sessionId', '=', sessionId)
    .where('id', 'in', examIds)
    .execute()
  if (!session || exams.length < new Set(examIds).size) return { refused: 'not-found' }
  const within = async (departments: readonly string[]) => {
    if (departments.length === 0) return []
    const centres = await db
      .selectFrom('centre')
      .select(['id', 'name', 'town', 'department', 'timeZone', 'currency', 'accreditationEndsOn'])
      .where('department', 'in', departments)
      .orderBy('department')
      .orderBy('town')
      .orderBy('id')
      .execute()
    return running(
      db,
      centres.filter((centre) => isAccredited(centre, session)),
      sessionId,
      examIds,
    )
  }
  const centres = await within([department])
  return { centres, neighbours: centres.length > 0 ? [] : await within(neighboursOf(department)) }
}

type SomeCentre = Omit<FoundCentre, 'offered'> & { accreditationEndsOn: string }

/** Those of these centres that run all of these exams, with how. */
async function running(
  db: HqDatabase,
  centres: readonly SomeCentre[],
  sessionId: string,
  examIds: readonly string[],
): Promise<FoundCentre[]> {
  if (centres.length === 0) return []
  const offerings = await db
    .selectFrom('offering')
    .select(['centreId', 'id', 'sessionId', 'examId', 'softwareIds', 'seats', 'open'])
    .where('sessionId', '=', sessionId)
    .where('examId', 'in', examIds)
    .where(
      'centreId',
      'in',
      centres.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  const names = await namesOfSoftware(db)
  const used = await usedSeats(db, offerings)
  return centres.flatMap(({ accreditationEndsOn: _, ...centre }) => {
    const offered = offeringsForAll(
      examIds,
      offerings.filter(({ centreId }) => centreId === centre.id),
    )
    const told = (offering: Offering) => toldOffering({ centreId: centre.id, ...offering }, names, used)
    return offered ? [{ ...centre, offered: [...offered.values()].flat().map(told) }] : []
  })
}

/** An offering as candidates choose it; `names` and `used` as the two below give them. */
export function toldOffering(
  { centreId, id, examId, softwareIds, seats }: Omit<Offering, 'sessionId' | 'open'> & { centreId: string },
  names: ReadonlyMap<string, string>,
  used: ReadonlyMap<string, number>,
): OfferedExam {
  return {
    ...{ examId, offeringId: id, softwareNames: softwareIds.map((software) => names.get(software) ?? software) },
    seat: hasFreeSeat({ centreId, id, seats }, used) ? 'free' : 'queue',
  }
}

/** @param used as `usedSeats` gives it */
export function hasFreeSeat(
  { centreId, id, seats }: Pick<Offering, 'id' | 'seats'> & { centreId: string },
  used: ReadonlyMap<string, number>,
): boolean {
  return freeSeats(seats, used.get(`${centreId}/${id}`) ?? 0) > 0
}

/** What software is called, by id. */
export async function namesOfSoftware(db: HqDatabase | Tx): Promise<Map<string, string>> {
  const software = await db.selectFrom('software').select(['id', 'name']).execute()
  return new Map(software.map(({ id, name }) => [id, name]))
}

/** Seats taken, by centre and offering (`centre/offering`): ids of offerings are their centre's own. */
export async function usedSeats(
  db: HqDatabase | Tx,
  offerings: readonly { centreId: string; id: string }[],
): Promise<Map<string, number>> {
  if (offerings.length === 0) return new Map()
  const counts = await db
    .selectFrom('entry')
    .select((eb) => ['centreId', 'offeringId', eb.fn.countAll<number>().as('used')])
    // The index is by centre first.
    .where('centreId', 'in', [...new Set(offerings.map(({ centreId }) => centreId))])
    .where('offeringId', 'in', [...new Set(offerings.map(({ id }) => id))])
    .where('status', 'in', HOLDING)
    .groupBy(['centreId', 'offeringId'])
    .execute()
  return new Map(counts.map(({ centreId, offeringId, used }) => [`${centreId}/${offeringId}`, used]))
}
