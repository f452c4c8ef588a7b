import type { Today, TodayGroup, TodayOffer } from '../../contract/desk-today.ts'
import { MOST_AT_ONCE } from '../../contract/limits.ts'
import { countUsedSeats, listSittingDates } from '../../db/entries.ts'
import { getRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import type { Centre, CentreSettings, Offering } from '../../domain/catalogue.ts'
import type { PrevalidateFacts } from '../../domain/commands/prevalidate.ts'
import { ruleOf } from '../../domain/commands.ts'
import { compareText } from '../../domain/compare-text.ts'
import { judge, type Refusal } from '../../domain/decision.ts'
import type { Entry } from '../../domain/entry.ts'
import { otherOfferings } from '../../domain/other-offerings.ts'
import { freeSeats } from '../../domain/seats.ts'
import type { Instant } from '../../domain/time.ts'
import type { PendingTouches } from './pending-touches.ts'

/** What the centre offers, and how an exam with its software is called. */
export type Offers = { offerings: ReadonlyMap<string, Offering>; nameOf: (offering: Offering) => TodayOffer }
type Known = Offers & {
  now: Instant
  centre: Centre
  settings: CentreSettings
  codeOf: (examId: string) => string
  pending: PendingTouches
}
/** As little of an entry as tells it from others: thousands may wait. */
type Stretch = Pick<Entry, 'id' | 'requestId' | 'examId' | 'offeringId'> & { receivedAt: Instant }
type Asked = { requestId: string; receivedAt: Instant; entries: Stretch[] }
type Answer = { refusal: Refusal | null; asked: Asked }

/**
 * The requests without an answer, by the answer that could be given to them now: the domain's own rule is asked about each in the order
 * received, as if those before it had been pre-validated. What waits for HQ is left out.
 */
export async function readAskedRequests(db: Db, sessionId: string, known: Known): Promise<Today['requests']> {
  const asked = (await listAsked(db, sessionId, known.pending)).filter(({ entries }) => entries.length > 0)
  const ids = [...known.offerings.keys()]
  const facts: Omit<PrevalidateFacts, 'entries' | 'used'> = {
    centre: known.centre,
    settings: known.settings,
    offerings: [...known.offerings.values()],
    sittingDates: await listSittingDates(db, ids),
  }
  const used = await countUsedSeats(db, ids)
  const answers = await answerInOrder(db, asked, facts, used, known)
  return {
    total: asked.length,
    oldestReceivedAt: asked[0]?.receivedAt ?? null,
    groups: [...Map.groupBy(answers, keyOf).values()]
      .map((alike) => groupOf(alike, used, known))
      .sort((a, b) => Number(a.refusal !== null) - Number(b.refusal !== null) || b.count - a.count),
  }
}

async function listAsked(db: Db, sessionId: string, { decisions }: PendingTouches): Promise<Asked[]> {
  const rows = await db
    .selectFrom('entry')
    .innerJoin('request', 'request.id', 'entry.requestId')
    .select(['entry.id', 'entry.requestId', 'entry.examId', 'entry.offeringId', 'request.receivedAt'])
    .where('entry.sessionId', '=', sessionId)
    .where('entry.status', '=', 'requested')
    .orderBy('request.receivedAt')
    .orderBy('request.id')
    .orderBy('entry.id')
    .execute()
  const byRequest = Map.groupBy(rows, ({ requestId }) => requestId)
  return [...byRequest].map(([requestId, entries]) => ({
    requestId,
    receivedAt: entries[0]?.receivedAt ?? '',
    entries: entries.filter(({ id }) => !decisions.has(`entry/${id}`)),
  }))
}

/** @param used seats taken by offering; those that the answers would take are added to it */
async function answerInOrder(
  db: Db,
  asked: readonly Asked[],
  facts: Omit<PrevalidateFacts, 'entries' | 'used'>,
  used: Map<string, number>,
  known: Known,
): Promise<Answer[]> {
  // What differs between two requests that ask for the same is how many seats are left. These only become fewer on the way: what could
  // not be had cannot be had later, and needs no second judgement. Nor does what could be had, while there are enough of each.
  const refusals = new Map<string, Refusal>()
  const given = new Set<string>()
  const answers: Answer[] = []
  for (const one of asked) {
    const wish = one.entries.map(({ offeringId }) => offeringId ?? '').join()
    const isGiven = one.entries.every(({ offeringId }) => given.has(offeringId ?? '')) && hasSeats(one, used, known)
    const refusal = refusals.get(wish) ?? (isGiven ? null : await judgeOne(db, one, { ...facts, used }, known.now))
    answers.push({ refusal, asked: one })
    if (refusal) refusals.set(wish, refusal)
    else
      for (const { offeringId } of one.entries) {
        if (!offeringId) continue
        given.add(offeringId)
        used.set(offeringId, (used.get(offeringId) ?? 0) + 1)
      }
  }
  return answers
}

function hasSeats({ entries }: Asked, used: ReadonlyMap<string, number>, { offerings }: Known): boolean {
  const wanted = Map.groupBy(entries, ({ offeringId }) => offeringId ?? '')
  return [...wanted].every(([id, { length }]) => freeSeats(offerings.get(id)?.seats ?? 0, used.get(id) ?? 0) >= length)
}

async function judgeOne(
  db: Db,
  one: Asked,
  facts: Omit<PrevalidateFacts, 'entries'>,
  now: Instant,
): Promise<Refusal | null> {
  const entryIds = one.entries.map(({ id }) => id)
  const entries = await getRows(db, 'entry', entryIds)
  const args = { requestId: one.requestId, entryIds }
  const circumstances = { at: now, operatorName: '', role: 'manager' as const }
  const decision = judge(ruleOf('entry.prevalidate'), args, { ...facts, entries }, circumstances, 'desk')
  if (decision.ok) return null
  const { entryId, ...detail } = decision.refusal.detail ?? {}
  const refused = one.entries.find(({ id }) => id === entryId)
  return {
    code: decision.refusal.code,
    detail: { ...detail, examId: refused?.examId ?? '', offeringId: refused?.offeringId ?? '' },
  }
}

function keyOf({ refusal }: Answer): string {
  return refusal ? `${refusal.code} ${refusal.detail?.examId} ${refusal.detail?.offeringId}` : ''
}

function groupOf(alike: readonly Answer[], used: ReadonlyMap<string, number>, known: Known): TodayGroup {
  const refusal = alike[0]?.refusal ?? null
  const refused = known.offerings.get(String(refusal?.detail?.offeringId ?? ''))
  const examId = String(refusal?.detail?.examId ?? '')
  const bare = { offeringId: null, examCode: known.codeOf(examId), software: [] }
  return {
    refusal: refusal?.code ?? null,
    offer: refused ? known.nameOf(refused) : examId ? bare : null,
    count: alike.length,
    first: alike.slice(0, MOST_AT_ONCE).map(({ asked: { requestId, entries } }) => ({
      requestId,
      entryIds: entries.map(({ id }) => id),
    })),
    wanted: wantedBy(alike, known),
    instead: examId ? insteadOf(examId, refused, used, known) : [],
  }
}

function wantedBy(alike: readonly Answer[], { offerings, nameOf, codeOf }: Known): TodayGroup['wanted'] {
  const counts = new Map<string, TodayGroup['wanted'][number]>()
  for (const { offeringId, examId } of alike.flatMap(({ asked }) => asked.entries)) {
    const key = offeringId ?? `${examId}?`
    const offering = offerings.get(offeringId ?? '')
    const offer = offering ? nameOf(offering) : { offeringId: null, examCode: codeOf(examId), software: [] }
    counts.set(key, { ...offer, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || compareText(a.examCode, b.examCode))
}

function insteadOf(
  examId: string,
  refused: Offering | undefined,
  used: ReadonlyMap<string, number>,
  { offerings, nameOf }: Known,
): TodayGroup['instead'] {
  return otherOfferings(offerings.values(), { examId, offeringId: refused?.id ?? null })
    .map((one) => ({ ...nameOf(one), free: freeSeats(one.seats, used.get(one.id) ?? 0) }))
    .filter(({ free }) => free > 0)
    .sort((a, b) => b.free - a.free || compareText(a.software.join(), b.software.join()))
}
