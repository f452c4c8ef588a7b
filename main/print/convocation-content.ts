import { rowsBy } from '../../db/request-parts.ts'
import type { Db, Tx } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import type { Request } from '../../domain/candidate.ts'
import type { CentreSettings } from '../../domain/catalogue.ts'
import type { ConvenedSitting, ConvocationContent } from '../../domain/shapes/convocation.ts'
import { addMinutes } from '../../domain/time.ts'
import type { WordingField } from '../../domain/wording.ts'
import { formatDayLong } from '../../text/format.ts'
import { wordsOfEverybody } from '../../text/papers/wording-values.ts'
import { printedWording } from '../../text/papers/wordings.ts'
import { ownCentre } from '../own-centre.ts'
import { addresseeOf, readSender } from './letter-content.ts'

/**
 * What one candidate's convocation for one session would say. `requestId`: the request that it belongs to, the same whichever of the
 * candidate's requests of that session was asked about (the first received of those that have an exam in it).
 */
export type Convocation = { requestId: string; sessionId: string; candidateId: string; content: ConvocationContent }

/**
 * The convocations of these requests, by the id asked for, in a number of queries that does not grow with theirs. One per candidate and
 * session: every confirmed exam that has a sitting that stands, each of its sittings. A request of nobody who can be convened is absent.
 */
export async function readConvocations(db: Db | Tx, requestIds: readonly string[]): Promise<Map<string, Convocation>> {
  const asked = await rowsBy(db, 'request', 'id', requestIds)
  const candidateIds = [...new Set(asked.map(({ candidateId }) => candidateId))]
  const requests = byId(await rowsBy(db, 'request', 'candidateId', candidateIds))
  const candidates = byId(await rowsBy(db, 'candidate', 'id', candidateIds))
  const entries = (await rowsBy(db, 'entry', 'candidateId', candidateIds)).filter(
    ({ status }) => status === 'confirmed',
  )
  const sittings = await readSittings(
    db,
    entries.flatMap(({ offeringId }) => offeringId ?? []),
  )
  const seated = Map.groupBy(
    entries.filter(({ offeringId }) => offeringId !== null && sittings.has(offeringId)),
    (entry) => who(entry),
  )
  const sessions = byId(await rowsBy(db, 'examSession', 'id', [...new Set(asked.map(({ sessionId }) => sessionId))]))
  const sender = await readSender(db)
  const { settings } = await ownCentre(db)
  const found = new Map<string, Convocation>()
  for (const request of asked) {
    const { sessionId, candidateId } = request
    const candidate = candidates.get(candidateId)
    const mine = seated.get(who(request)) ?? []
    const owner = firstReceived(mine.flatMap(({ requestId }) => requests.get(requestId) ?? []))
    if (!candidate || !owner) continue
    const convened = {
      ...sender,
      sessionLabel: sessions.get(sessionId)?.label ?? sessionId,
      ...addresseeOf(candidate),
      sittings: mine.flatMap(({ offeringId }) => sittings.get(offeringId ?? '') ?? []).sort(byTime),
    }
    const content = { ...convened, words: convocationWords(settings, convened) }
    found.set(request.id, { requestId: owner.id, sessionId, candidateId, content })
  }
  return found
}

/** What the centre says above the table, of this candidate. */
export function convocationWords(
  settings: Pick<CentreSettings, WordingField>,
  content: Omit<ConvocationContent, 'words'>,
): string[] {
  const [first] = content.sittings
  return printedWording(settings, 'convocation', {
    ...wordsOfEverybody(
      content,
      content.sittings.map(({ examCode }) => examCode),
    ),
    'first-day': first ? formatDayLong(first.heldOn) : '',
  })
}

function who({ candidateId, sessionId }: { candidateId: string; sessionId: string }): string {
  return `${sessionId} ${candidateId}`
}

function firstReceived(requests: readonly Request[]): Request | undefined {
  return requests.toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt) || a.id.localeCompare(b.id))[0]
}

/** The sittings of these offerings that stand, as they are convened; an offering without any is absent. */
async function readSittings(db: Db | Tx, offeringIds: readonly string[]): Promise<Map<string, ConvenedSitting[]>> {
  const offerings = byId(await rowsBy(db, 'offering', 'id', [...new Set(offeringIds)]))
  const exams = byId(await rowsBy(db, 'exam', 'id', [...new Set([...offerings.values()].map(({ examId }) => examId))]))
  const softwareIds = new Set([...offerings.values()].flatMap((offering) => offering.softwareIds))
  const software = byId(await rowsBy(db, 'software', 'id', [...softwareIds]))
  const convened = new Map<string, ConvenedSitting[]>()
  for (const sitting of await rowsBy(db, 'sitting', 'offeringId', [...offerings.keys()])) {
    const offering = offerings.get(sitting.offeringId)
    const exam = exams.get(offering?.examId ?? '')
    if (sitting.cancelled || !offering || !exam) continue
    const { heldOn, startsAtLocal, room } = sitting
    const line = {
      ...{ examCode: exam.code, examLabel: exam.label, heldOn, startsAtLocal, room },
      software: offering.softwareIds.map((id) => software.get(id)?.name ?? id).join(', '),
      endsAtLocal: addMinutes(startsAtLocal, exam.minutes),
    }
    convened.set(offering.id, [...(convened.get(offering.id) ?? []), line])
  }
  return convened
}

function byTime(a: ConvenedSitting, b: ConvenedSitting): number {
  const key = ({ heldOn, startsAtLocal, examCode, room }: ConvenedSitting) =>
    [heldOn, startsAtLocal, examCode, room].join(' ')
  return key(a) < key(b) ? -1 : 1
}
