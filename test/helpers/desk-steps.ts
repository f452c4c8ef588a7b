import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import type { KnownRow } from '../../contract/rows.ts'
import { listPending, saveDoubt, saveState } from '../../db/commands.ts'
import { putRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { saveSyncState } from '../../db/sync-state.ts'
import type { EntityName, EntityValue, Write } from '../../domain/entities.ts'
import { ENTRY_STATUSES } from '../../domain/entry.ts'
import { runClick } from '../../main/commands/run-click.ts'
import { undoClick } from '../../main/commands/undo-click.ts'
import { rebase } from '../../main/sync/rebase.ts'
import { aCandidate, anEntry, anOffering, aPayment, aRequest, MONDAY, rennes, rennesSettings } from './rows.ts'

/** What may happen to the rows of a desk, drawn by chance, so few that everything meets everything. */
export type Step =
  | { does: 'hq-tells'; rows: readonly Told[] }
  | { does: 'click'; drafts: readonly { act: 'prevalidate' | 'refuse'; entry: number }[] }
  | { does: 'pay'; entry: number; amount: number }
  | { does: 'undo' }
  | { does: 'settle'; command: number; applied: boolean }
  | { does: 'doubt'; command: number; doubtful: boolean }
  | { does: 'wait'; hours: number }
  | { does: 'restart' }
  | { does: 'first-sync-ends' }
type Told = { [E in EntityName]: { entity: E; id: string; value: EntityValue<E> | null } }[EntityName]

const SESSIONS = ['s1', 's2'] as const
const pick = <T>(...values: T[]) => fc.constantFrom(...values)
const uuid = (kind: number, n: number) => `0199000${kind}-0000-7000-8000-${String(n).padStart(12, '0')}`
const hour = fc.integer({ min: -60, max: 120 }).map((hours) => later(MONDAY, hours))

function later(at: string, hours: number): string {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString()
}

const candidate = fc.record({
  id: pick('c0', 'c1', 'c2', 'c3', 'c4'),
  nuc: pick(null, 'CA10482', 'CA9', 'CA104'),
  birthName: pick('MARTIN', 'de LA BARRE d’ESTAING', 'BOULANGER-LEFÈVRE', 'LE BLANC', 'LEBLANC', 'ŒUVRARD', 'DE SOUSA'),
  usageName: pick(null, null, 'O’CONNOR', 'MARTIN'),
  firstNames: pick('Jean-Christophe', 'Éloïse', 'Denise Marie', 'Zoé'),
  phone: pick('06 12 34 56 78', '+33 6 12 34 56 79', '+689 87 12 34 56', ''),
  email: pick('jean.dupont@exemple.fr', 'zoe35@autre.example', ''),
  town: pick('Rennes', 'Saint-Malo', ''),
  bornOn: pick('1998-03-12', '1990-02-01', '2001-12-31'),
})
const request = fc.record({
  id: pick('r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6'),
  receivedAt: hour,
  organisationId: pick(null, 'o0', 'o1', 'o2'),
  dataCheckedAt: pick(null, MONDAY),
})
const entry = fc.record({
  n: fc.integer({ min: 0, max: 11 }),
  exam: pick('E1', 'E2', 'E3'),
  offering: pick(null, 'f0', 'f1', 'f2'),
  status: fc.constantFrom(...ENTRY_STATUSES),
  deadline: fc.option(hour, { nil: null }),
  deadlineOn: pick('2026-11-22', '2026-11-23', '2026-11-24', '2026-11-27', '2026-12-02'),
})

/** Ids that refer to others follow from the id: a row never moves to another. */
const placeOf = (id: string) => Number(id.slice(1))
const sessionOf = (requestId: string) => SESSIONS[placeOf(requestId) % 3 === 2 ? 1 : 0]
const requestOf = (n: number) => `r${n % 7}`
const candidateOf = (requestId: string) => `c${placeOf(requestId) % 5}`
export const examIdOf = (sessionId: string, code: string) => `${sessionId}:${code}`

const told: fc.Arbitrary<Told> = fc.oneof(
  candidate.map((some) => ({ entity: 'candidate' as const, id: some.id, value: aCandidate(some) })),
  request.map((some) => ({
    entity: 'request' as const,
    id: some.id,
    value: aRequest({ ...some, sessionId: sessionOf(some.id), candidateId: candidateOf(some.id) }),
  })),
  {
    weight: 3,
    arbitrary: entry.map(({ n, exam, offering, status, deadline, deadlineOn }) => {
      const requestId = requestOf(n)
      const sessionId = sessionOf(requestId)
      const at = status === 'prevalidated' ? deadline : null
      return {
        entity: 'entry' as const,
        id: `e${n}`,
        value: anEntry({
          ...{ id: `e${n}`, requestId, sessionId, candidateId: candidateOf(requestId), status, deadlineAt: at },
          ...{ examId: examIdOf(sessionId, exam), offeringId: offering, deadlineOn: at === null ? null : deadlineOn },
        }),
      }
    }),
  },
  fc.tuple(pick('o0', 'o1', 'o2'), pick('GRETA Est-Bretagne', 'Association de l’Îlot', 'AFPA')).map(([id, name]) => ({
    ...{ entity: 'organisation' as const, id },
    value: { id, name, addressLines: [], onAccount: false },
  })),
  fc.tuple(pick('f0', 'f1', 'f2'), fc.subarray(['w0', 'w1'])).map(([id, softwareIds]) => ({
    ...{ entity: 'offering' as const, id },
    value: anOffering({ id, sessionId: 's1', examId: examIdOf('s1', 'E1'), softwareIds, seats: 99 }),
  })),
  fc.tuple(pick('w0', 'w1'), pick('SAGE 50', 'EXCEL, « 2017 »', 'CIEL')).map(([id, name]) => ({
    ...{ entity: 'software' as const, id },
    value: { id, name },
  })),
  fc.tuple(fc.constantFrom(...SESSIONS), pick('E1', 'E2', 'E3'), pick('ASCA-E1', 'UCP-E2')).map(([s, e, code]) => ({
    ...{ entity: 'exam' as const, id: examIdOf(s, e) },
    value: anExam(examIdOf(s, e), s, code),
  })),
  fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.subarray([0, 1, 3, 4, 8], { minLength: 1 }), pick(2000, 5000))
    .map(([n, entries, amount]) => ({
      ...{ entity: 'payment' as const, id: uuid(1, n) },
      value: paymentOf(n, entries, amount),
    })),
  fc.integer({ min: 0, max: 3 }).map((n) => ({
    ...{ entity: 'paymentVoid' as const, id: uuid(2, n) },
    value: voidOf(n),
  })),
  fc
    .tuple(
      fc.integer({ min: 0, max: 3 }),
      pick('bounced' as const, 'bounced' as const, 'cleared' as const),
      pick(null, '2026-11-22', '2026-11-24', '2026-11-29'),
    )
    .map(([n, outcome, dueOn]) => ({
      ...{ entity: 'chequeEnd' as const, id: uuid(3, n) },
      value: chequeEndOf(n, outcome, dueOn),
    })),
  fc.integer({ min: 0, max: 3 }).map((n) => ({
    ...{ entity: 'chequeEndVoid' as const, id: uuid(4, n) },
    value: chequeEndVoidOf(n),
  })),
)

function paymentOf(n: number, entries: readonly number[], amount: number): EntityValue<'payment'> {
  const allocations = entries.map((one) => ({ entryId: `e${one}`, amount }))
  return aPayment({ id: uuid(1, n), sessionId: 's1', amount: amount * entries.length, allocations })
}

function voidOf(n: number): EntityValue<'paymentVoid'> {
  return { id: uuid(2, n), paymentId: uuid(1, n), reason: 'Erreur', voidedAt: MONDAY, voidedBy: 'Anne Hervé' }
}

function chequeEndOf(n: number, outcome: 'bounced' | 'cleared', dueOn: string | null = null): EntityValue<'chequeEnd'> {
  const noted = { note: null, notedAt: MONDAY, notedBy: 'Anne Hervé' }
  return { id: uuid(3, n), paymentId: uuid(1, n), outcome, endedOn: '2026-11-23', dueOn, ...noted }
}

function chequeEndVoidOf(n: number): EntityValue<'chequeEndVoid'> {
  const said = { reason: 'Erreur', voidedAt: MONDAY, voidedBy: 'Anne Hervé' }
  return { id: uuid(4, n), endId: uuid(3, n), paymentId: uuid(1, n), ...said }
}

export function anExam(id: string, sessionId: string, code: string): EntityValue<'exam'> {
  return {
    ...{ id, sessionId, code, family: 'ASCA', label: code, minutes: 60, needsSoftware: true, allowedDates: [] },
    ...{ registrationOpensAt: later(MONDAY, -999), registrationClosesAt: later(MONDAY, 999) },
    fee: { EUR: 5000, XPF: 5967 },
  }
}

export const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('hq-tells' as const),
      rows: fc.array(
        fc
          .tuple(told, fc.integer({ min: 0, max: 7 }))
          .map(([row, gone]) => (gone === 0 ? { ...row, value: null } : row)),
        { minLength: 1, maxLength: 8 },
      ) as fc.Arbitrary<Told[]>,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('click' as const),
      drafts: fc.array(
        fc.record({ act: pick('prevalidate' as const, 'refuse' as const), entry: fc.integer({ min: 0, max: 11 }) }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  },
  fc.record({ does: fc.constant('pay' as const), entry: fc.integer({ min: 0, max: 11 }), amount: pick(2000, 5000) }),
  fc.record({ does: fc.constant('undo' as const) }),
  fc.record({ does: fc.constant('settle' as const), command: fc.nat({ max: 5 }), applied: fc.boolean() }),
  fc.record({ does: fc.constant('doubt' as const), command: fc.nat({ max: 5 }), doubtful: fc.boolean() }),
  fc.record({ does: fc.constant('wait' as const), hours: fc.integer({ min: -2, max: 40 }) }),
  fc.record({ does: fc.constant('restart' as const) }),
)

/** Everybody has asked for something before anything happens: then whatever happens is about a row that is here. */
const AT_FIRST: readonly Write[] = [
  ...['E1', 'E2', 'E3'].map(
    (code): Write => ({ entity: 'exam', value: anExam(examIdOf('s1', code), 's1', 'ASCA-E1') }),
  ),
  { entity: 'software', value: { id: 'w0', name: 'SAGE 50' } },
  { entity: 'software', value: { id: 'w1', name: 'CIEL' } },
  { entity: 'organisation', value: { id: 'o0', name: 'AFPA', addressLines: [], onAccount: false } },
  ...['f0', 'f1'].map(
    (id): Write => ({
      entity: 'offering',
      value: anOffering({ id, sessionId: 's1', examId: examIdOf('s1', 'E1'), softwareIds: ['w0'], seats: 99 }),
    }),
  ),
  ...[0, 1, 2, 3, 4].map((n): Write => ({ entity: 'candidate', value: aCandidate({ id: `c${n}`, nuc: null }) })),
  ...[0, 1, 2, 3, 4, 5, 6].flatMap((n): Write[] => {
    const id = `r${n}`
    const ids = { requestId: id, sessionId: sessionOf(id), candidateId: candidateOf(id) }
    const { requestId: _, ...ofRequest } = ids
    const status = (['requested', 'confirmed', 'prevalidated'] as const)[n % 3] ?? 'requested'
    const deadline = status === 'prevalidated' ? { deadlineAt: later(MONDAY, n * 6), deadlineOn: '2026-11-23' } : {}
    const of = { status, ...deadline, examId: examIdOf(ids.sessionId, 'E1'), offeringId: 'f0' }
    const entry = anEntry({ id: `e${n}`, ...ids, ...of })
    return [
      { entity: 'request', value: aRequest({ id, ...ofRequest, organisationId: n === 1 ? 'o0' : null }) },
      { entity: 'entry', value: entry },
    ]
  }),
  ...[0, 1, 2].flatMap((n): Write[] => [{ entity: 'payment', value: paymentOf(n, [1, 4], 2000) }]),
  { entity: 'chequeEnd', value: chequeEndOf(2, 'bounced', '2026-11-22') },
  { entity: 'paymentVoid', value: voidOf(0) },
]

/** A desk to which things happen. `restart` is the test's: it opens again what it looks through. */
export type SmallDesk = { db: Db; now: string; revision: number; clicks: string[]; restart: () => void }

/** @param firstSync whether the first sync is still under way: rows come, and nobody clicks */
export async function setUpSmallDesk(db: Db, { firstSync = false, populated = false } = {}): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await saveSyncState(tx, { deviceId: 'pc', series: 'A', centreId: rennes.id, currentSessionComplete: '1' })
    if (!firstSync) await saveSyncState(tx, { snapshotComplete: '1' })
    const writes: Write[] = [
      { entity: 'centre', value: rennes },
      { entity: 'centreSettings', value: rennesSettings },
      ...SESSIONS.map(
        (id): Write => ({
          entity: 'examSession',
          value: { id, label: id, startsOn: '2027-01-25', endsOn: '2027-01-29' },
        }),
      ),
    ]
    for (const write of [...writes, ...(populated ? AT_FIRST : [])]) await putRow(tx, write, 1)
  })
}

export async function play(desk: SmallDesk, step: Step): Promise<void> {
  const { db } = desk
  const context = {
    clock: { now: () => desk.now },
    random: (bytes: number) => randomBytes(bytes),
    operator: { id: 'anne', name: 'Anne Hervé', role: 'manager' as const, active: true },
  }
  if (step.does === 'hq-tells') {
    desk.revision += 1
    const rows = step.rows.map((row) => ({ ...row, revision: desk.revision })) as KnownRow[]
    await db.transaction().execute((tx) => rebase(tx, rows))
  } else if (step.does === 'click') {
    const drafts = step.drafts.map(({ act, entry: n }) => {
      const args = { requestId: requestOf(n), entryIds: [`e${n}`] }
      return act === 'prevalidate'
        ? { name: 'entry.prevalidate' as const, args, after: [] }
        : { name: 'entry.refuse' as const, args: { ...args, reason: 'full', text: null }, after: [] }
    })
    const { undo } = await runClick(db, drafts, context)
    if (undo) desk.clicks.push(undo.clickId)
  } else if (step.does === 'pay') {
    const args = {
      ...{ sessionId: 's1', payer: { kind: 'candidate', id: candidateOf(requestOf(step.entry)) }, method: 'cheque' },
      ...{ amount: step.amount, currency: 'EUR', receivedOn: desk.now.slice(0, 10), reference: '1' },
      allocations: [{ entryId: `e${step.entry}`, amount: step.amount }],
    }
    await runClick(db, [{ name: 'payment.record', args, after: [] }], context)
  } else if (step.does === 'undo') {
    const clickId = desk.clicks.pop()
    if (clickId) await undoClick(db, clickId, { ...context, operatorName: 'Anne Hervé' })
  } else if (step.does === 'settle' || step.does === 'doubt') {
    const pending = await listPending(db)
    const command = pending[step.command % Math.max(1, pending.length)]
    if (!command) return
    if (step.does === 'doubt') await db.transaction().execute((tx) => saveDoubt(tx, command.id, step.doubtful))
    else await saveState(db, [command.id], { state: step.applied ? 'applied' : 'refused', settledAt: desk.now })
  } else if (step.does === 'wait') desk.now = later(desk.now, step.hours)
  else if (step.does === 'restart') desk.restart()
  else await saveSyncState(db, { snapshotComplete: '1' })
}
