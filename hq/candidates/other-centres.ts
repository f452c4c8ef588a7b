import type { MyRequest, OtherCentre } from '../../contract/candidate-pages.ts'
import { isLive } from '../../domain/entry.ts'
import { registrationState } from '../../domain/registration.ts'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import { centresAround } from './centres-around.ts'
import { hasFreeSeat, usedSeats } from './find-centres.ts'

/** As many as somebody reads. */
const MOST = 8

type Refused = {
  centreId: string
  sessionId: string
  /** Without an offering, any software will do. */
  asked: readonly { examId: string; offeringId: string | null }[]
}

/**
 * Where what a centre refused can be asked for instead: the accredited centres that have a seat left in all of these exams with the same software, those
 * of its département first, then of the neighbouring ones; at most eight. None once one of the windows is over.
 */
export async function otherCentres(
  tx: Tx,
  { centreId, sessionId, asked }: Refused,
  at: Instant,
): Promise<OtherCentre[]> {
  const examIds = asked.map(({ examId }) => examId)
  if (examIds.length === 0) return []
  const exams = await tx.selectFrom('exam').selectAll().where('id', 'in', examIds).execute()
  if (exams.some((exam) => registrationState(exam, at) !== 'open')) return []
  const session = await tx.selectFrom('examSession').selectAll().where('id', '=', sessionId).executeTakeFirstOrThrow()
  const around = await centresAround(tx, centreId, session)
  const offerings = await tx
    .selectFrom('offering')
    .select(['centreId', 'id', 'examId', 'softwareIds', 'open', 'seats'])
    .where('centreId', 'in', [centreId, ...around.map(({ id }) => id)])
    .where('sessionId', '=', sessionId)
    .where('examId', 'in', examIds)
    .execute()
  const used = await usedSeats(tx, offerings)
  const wanted = asked.map(({ examId, offeringId }) => {
    const own = offerings.find((one) => one.centreId === centreId && one.id === offeringId)
    return { examId, software: own ? sameText(own.softwareIds) : null }
  })
  const runs = (id: string) =>
    wanted.every(({ examId, software }) =>
      offerings.some(
        (one) =>
          one.centreId === id &&
          one.examId === examId &&
          one.open &&
          hasFreeSeat(one, used) &&
          (software === null || sameText(one.softwareIds) === software),
      ),
    )
  return around.filter(({ id }) => runs(id)).slice(0, MOST)
}

/** The same requests, their refused exams with where else they can be asked for: not while anything of that session is alive. */
export async function withOtherCentres(tx: Tx, requests: readonly MyRequest[], at: Instant): Promise<MyRequest[]> {
  const busy = new Set(
    requests.flatMap(({ sessionId, entries }) => (entries.some(({ status }) => isLive(status)) ? sessionId : [])),
  )
  const told: MyRequest[] = []
  for (const request of requests) {
    const { sessionId, centre } = request
    const entries: MyRequest['entries'] = []
    for (const entry of request.entries) {
      const asked = entry.status === 'refused' && !busy.has(sessionId) ? [entry] : []
      entries.push({ ...entry, otherCentres: await otherCentres(tx, { centreId: centre.id, sessionId, asked }, at) })
    }
    told.push({ ...request, entries })
  }
  return told
}

function sameText(softwareIds: readonly string[]): string {
  return softwareIds.toSorted().join(' ')
}
