import type { ConvocationRow } from '../../contract/desk-papers.ts'
import type { ConvocationHindrance } from '../../contract/states.ts'
import { listIssued, listIssuedAbout } from '../../db/issued-papers.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { listRowsOfSession } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { listFallen } from '../../db/unpaid-again.ts'
import { byId } from '../../domain/by-id.ts'
import { type Candidate, fullName } from '../../domain/candidate.ts'
import { convocationChanges } from '../../domain/convocation-changes.ts'
import { type Entry, holdsSeat } from '../../domain/entry.ts'
import type { Fall } from '../../domain/fell.ts'
import { currentPapers, type IssuedPaper } from '../../domain/issued-paper.ts'
import { nameKey } from '../../domain/name-order.ts'
import { ConvocationContent } from '../../domain/shapes/convocation.ts'
import { type Convocation, readConvocations } from '../print/convocation-content.ts'
import { readPendingTouches } from './pending-touches.ts'

/** One candidate's convocation for a session: the line shown, and what printing it needs. */
export type ConvocationStanding = {
  row: ConvocationRow
  /** What it would say today; null when there is nothing to convene to, or somebody must not be convened. */
  today: Convocation | null
  issued: IssuedPaper | null
}

/** Somebody's entries that hold a seat in the session, and what was issued to them for it. */
type Seated = { entries: readonly Entry[]; issued: IssuedPaper | undefined }

/** Of everybody who holds a seat in the session or was convened to it, by name as a French list has them. */
export async function readConvocationStandings(db: Db, sessionId: string): Promise<ConvocationStanding[]> {
  const entries = await listRowsOfSession(db, 'entry', sessionId)
  return await readStandings(db, entries, await listIssued(db, 'convocation', sessionId))
}

/** Of one candidate in one session; null when they neither hold a seat in it nor were convened to it. */
export async function readConvocationStanding(
  db: Db,
  who: { sessionId: string; candidateId: string },
): Promise<ConvocationStanding | null> {
  const entries = await rowsBy(db, 'entry', 'candidateId', [who.candidateId])
  const ofSession = entries.filter(({ sessionId }) => sessionId === who.sessionId)
  return (
    (
      await readStandings(
        db,
        ofSession,
        await listIssuedAbout(db, 'convocation', who.sessionId, { candidateId: who.candidateId }),
      )
    )[0] ?? null
  )
}

/** @param entries of one session, whatever their state @param papers the convocations issued for it */
async function readStandings(
  db: Db,
  entries: readonly Entry[],
  papers: readonly IssuedPaper[],
): Promise<ConvocationStanding[]> {
  const seated = Map.groupBy(
    entries.filter(({ status }) => holdsSeat(status)),
    ({ candidateId }) => candidateId,
  )
  const current = currentPapers(papers, ({ candidateId }) => candidateId)
  const candidateIds = [...new Set([...seated.keys(), ...current.keys()])]
  const candidates = byId(await rowsBy(db, 'candidate', 'id', candidateIds))
  const today = await readToday(db, seated)
  const confirmed = entries.filter(({ status }) => status === 'confirmed')
  const fallen = await listFallen(
    db,
    confirmed.map(({ id }) => id),
  )
  const { all: pending } = await readPendingTouches(db)
  const standings = candidateIds.flatMap((candidateId) => {
    const candidate = candidates.get(candidateId)
    if (!candidate) return []
    const own = { entries: seated.get(candidateId) ?? [], issued: current.get(candidateId) }
    const one = standingOf(candidate, own, { today: today.get(candidateId) ?? null, fallen, pending })
    return one ? [{ ...one, key: nameKey(candidate) }] : []
  })
  return standings.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ key: _, ...one }) => one)
}

/** What would be said today, by candidate: asked by a request of each that has a confirmed entry. */
async function readToday(db: Db, seated: ReadonlyMap<string, readonly Entry[]>): Promise<Map<string, Convocation>> {
  const asked = [...seated.values()].flatMap(
    (entries) => entries.find(({ status }) => status === 'confirmed')?.requestId ?? [],
  )
  const found = await readConvocations(db, asked)
  return new Map([...found.values()].map((convocation) => [convocation.candidateId, convocation]))
}

type Around = { today: Convocation | null; fallen: ReadonlyMap<string, Fall>; pending: ReadonlySet<string> }

function standingOf(
  candidate: Candidate,
  { entries, issued }: Seated,
  { today, fallen, pending }: Around,
): ConvocationStanding | null {
  const [first] = entries
  const requestId = today?.requestId ?? issued?.requestId ?? first?.requestId
  if (requestId === undefined) return null
  const hindrance = hindranceOf(entries, today, fallen)
  const frozen = issued ? readContent(issued) : null
  const changes = frozen ? convocationChanges(frozen, today?.content ?? { ...frozen, sittings: [] }) : []
  const state = issued ? (frozen && changes.length === 0 ? 'current' : 'outdated') : hindrance ? 'hindered' : 'never'
  const convened = today?.content ?? frozen
  return {
    row: {
      ...{ requestId, candidateId: candidate.id, candidateName: fullName(candidate), state, hindrance, changes },
      examCodes: [...new Set(convened?.sittings.map(({ examCode }) => examCode))].sort(),
      issued: issued ? issuedWords(issued, pending) : null,
    },
    today: hindrance === null ? today : null,
    issued: issued ?? null,
  }
}

/** Money that fell comes first: until it is paid, nobody is convened, whatever else is ready. */
function hindranceOf(
  entries: readonly Entry[],
  today: Convocation | null,
  fallen: ReadonlyMap<string, Fall>,
): ConvocationHindrance | null {
  const confirmed = entries.filter(({ status }) => status === 'confirmed')
  const falls = new Set(confirmed.map(({ id }) => fallen.get(id)))
  if (falls.has('cheque-bounced')) return 'cheque-bounced'
  if (falls.has('payment-voided')) return 'payment-voided'
  if (today) return null
  return confirmed.length > 0 ? 'no-sitting' : 'not-confirmed'
}

function issuedWords({ id, version, issuedAt, issuedBy, means }: IssuedPaper, pending: ReadonlySet<string>) {
  return { id, version, issuedAt, issuedBy, means, pending: pending.has(`issuedPaper/${id}`) }
}

/** What was issued; null of one that a later version wrote in its own way: it cannot be compared, and must be made again. */
export function readContent({ content }: Pick<IssuedPaper, 'content'>): ConvocationContent | null {
  try {
    const read = ConvocationContent.safeParse(JSON.parse(content))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
