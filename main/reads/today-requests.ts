import { MOST_AT_ONCE, type Today, type TodayGroup, type TodayOffer } from '../../contract/desk-today.ts'
import { decode, type Stored } from '../../db/codec.ts'
import { countUsedSeats, listSittingDates } from '../../db/entries.ts'
import type { Db } from '../../db/schema.ts'
import type { Centre, CentreSettings, Offering } from '../../domain/catalogue.ts'
import type { PrevalidateFacts } from '../../domain/commands/prevalidate.ts'
import { ruleOf } from '../../domain/commands.ts'
import { judge, type Refusal } from '../../domain/decision.ts'
import type { Entry } from '../../domain/entry.ts'
import { freeSeats } from '../../domain/seats.ts'
import type { Instant } from '../../domain/time.ts'
import type { PendingTouches } from './session-rows.ts'

/** What the centre offers, and how an exam with its software is called. */
export type Offers = { offerings: ReadonlyMap<string, Offering>; nameOf: (offering: Offering) => TodayOffer }
type Known = Offers & {
  now: Instant
  centre: Centre
  settings: CentreSettings
  codeOf: (examId: string) => string
  pending: PendingTouches
}
type Stretch = Stored<Entry> & { receivedAt: Instant }
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
  const answers = answerInOrder(asked, facts, used, known.now)
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
    .selectAll('entry')
    .select('request.receivedAt')
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
function answerInOrder(
  asked: readonly Asked[],
  facts: Omit<PrevalidateFacts, 'entries' | 'used'>,
  used: Map<string, number>,
  now: Instant,
): Answer[] {
  const rule = ruleOf('entry.prevalidate')
  // Seats only become fewer on the way: what could not be had cannot be had later, and needs no second judgement.
  const refusals = new Map<string, Refusal>()
  return asked.map((one) => {
    const { requestId } = one
    const wish = one.entries.map(({ offeringId }) => offeringId ?? '').join()
    const before = refusals.get(wish)
    if (before) return { refusal: before, asked: one }
    const entries = one.entries.map((row) => decode('entry', row))
    const args = { requestId, entryIds: entries.map(({ id }) => id) }
    const circumstances = { at: now, operatorName: '', role: 'manager' as const }
    const decision = judge(rule, args, { ...facts, entries, used }, circumstances, 'desk')
    if (!decision.ok) {
      const { entryId, ...detail } = decision.refusal.detail ?? {}
      const refused = entries.find(({ id }) => id === entryId)
      const refusal = {
        code: decision.refusal.code,
        detail: { ...detail, examId: refused?.examId ?? '', offeringId: refused?.offeringId ?? '' },
      }
      refusals.set(wish, refusal)
      return { refusal, asked: one }
    }
    for (const { offeringId } of entries) if (offeringId) used.set(offeringId, (used.get(offeringId) ?? 0) + 1)
    return { refusal: null, asked: one }
  })
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
  return [...counts.values()].sort((a, b) => b.count - a.count || order(a.examCode, b.examCode))
}

function insteadOf(
  examId: string,
  refused: Offering | undefined,
  used: ReadonlyMap<string, number>,
  { offerings, nameOf }: Known,
): TodayGroup['instead'] {
  const others = [...offerings.values()].filter((one) => one.examId === examId && one.open && one.id !== refused?.id)
  return others
    .map((one) => ({ ...nameOf(one), free: freeSeats(one.seats, used.get(one.id) ?? 0) }))
    .filter(({ free }) => free > 0)
    .sort((a, b) => b.free - a.free || order(a.software.join(), b.software.join()))
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
