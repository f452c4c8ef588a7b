import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NO_FILTERS, REQUEST_SORTS } from '../../contract/choices.ts'
import type { RequestQuery } from '../../contract/desk-lists.ts'
import { renewCandidateLines } from '../../db/candidate-lines.ts'
import { openDatabase } from '../../db/open.ts'
import { listRows, putRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { DEADLINE_SPANS } from '../../domain/deadline-span.ts'
import type { Write } from '../../domain/entities.ts'
import { REQUEST_GROUPS } from '../../domain/entry-groups.ts'
import { allocatedByEntry } from '../../domain/payment.ts'
import { searchRecord } from '../../domain/search-record.ts'
import { renewRequestLines } from '../../main/reads/fresh-lines.ts'
import { listOfferings } from '../../main/reads/offering-list.ts'
import { createRequestLists, type RequestLists } from '../../main/reads/request-lists.ts'
import { readRequestIds, readRequestPage, readRequestPosition } from '../../main/reads/request-page.ts'
import { play, type SmallDesk, type Step, setUpSmallDesk, stepArbitrary } from '../helpers/desk-steps.ts'
import { listModel } from '../helpers/list-model.ts'
import { listRequests } from '../helpers/list-requests.ts'
import { aCandidate, anEntry, aPayment, aRequest, MONDAY, rennes } from '../helpers/rows.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-lists-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const typedTexts = fc.constantFrom(
  ...[
    '',
    '',
    '',
    'martin',
    'm',
    'de la barre',
    'estaing',
    'lefevre jean',
    'leblanc',
    'le blanc',
    'ca104',
    '10482',
    '9',
  ],
  ...['+33 6 12', '0612', '87 12', '12/03/1998', '1.2.90', 'martin 31/12/2001', '@exemple', 'jean.', 'zoe35', 'greta'],
  ...['rennes', 'martin rennes', '"', '*', 'AND', 'NEAR(', 'de', 'œuv'],
)
const queryArbitrary: fc.Arbitrary<RequestQuery> = fc.record({
  sessionId: fc.constantFrom('s1', 's1', 's1', 's2'),
  filters: fc.record({
    state: fc.constantFrom(...REQUEST_GROUPS, 'all' as const),
    exam: fc.constantFrom(null, null, 'ASCA-E1', 's1:E2', 'UCP-E2'),
    software: fc.constantFrom(null, null, null, 'SAGE 50', 'EXCEL, « 2017 »', 'w1'),
    deadline: fc.constantFrom('any' as const, 'any' as const, ...DEADLINE_SPANS),
    payer: fc.constantFrom(null, null, 'candidate', 'o0'),
    unchecked: fc.boolean(),
    several: fc.constantFrom(false, false, true),
    text: typedTexts,
  }),
  sort: fc.uniqueArray(fc.record({ by: fc.constantFrom(...REQUEST_SORTS), desc: fc.boolean() }), {
    maxLength: 2,
    selector: ({ by }) => by,
  }),
  held: fc.subarray(['r0', 'r1', 'r2', 'r9'], { maxLength: 2 }),
})

/** What the lists answer, and what plain TypeScript makes of all the rows. */
async function both(db: Db, lists: RequestLists, query: RequestQuery, now: string) {
  const rows = await listRequests(db, query.sessionId)
  const software = new Map((await listOfferings(db, 's1')).map((offering) => [offering.id, offering.software]))
  const organisations = new Map((await listRows(db, 'organisation')).map(({ id, name }) => [id, name]))
  const payers = Map.groupBy(await listRows(db, 'request'), ({ candidateId }) => candidateId)
  const records = new Map(
    (await listRows(db, 'candidate')).map((candidate) => {
      const names = (payers.get(candidate.id) ?? []).flatMap((one) => organisations.get(one.organisationId ?? '') ?? [])
      return [candidate.id, searchRecord(candidate, names)]
    }),
  )
  const should = listModel({ rows, software, records }, query, { now, timeZone: rennes.timeZone })
  const { rows: shown, total, ...page } = await readRequestPage(db, lists, { ...query, from: 1, count: 3 })
  const { ids } = await readRequestIds(lists, query)
  const last = should.ids.at(-1) ?? 'nobody'
  const { position } = await readRequestPosition(lists, { query, requestId: last })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    answered: { ...page, ids, total, position, shown },
    should: {
      ...should,
      total: should.ids.length,
      position: should.ids.length > 0 ? should.ids.length - 1 : null,
      shown: should.ids.slice(1, 4).map((id) => byId.get(id)),
    },
  }
}

/** What triggers wrote of payments, and what the domain makes of them. */
async function allocations(db: Db) {
  const payments = await listRows(db, 'payment')
  const written = await db.selectFrom('paymentEntry').selectAll().execute()
  const asWritten = written.map(({ paymentId, entryId, amount }) => [paymentId, entryId, amount])
  const should = payments.flatMap((payment) =>
    [...allocatedByEntry([payment], new Set())].map(([entryId, amount]) => [payment.id, entryId, amount]),
  )
  return { written: asWritten.sort(), should: should.sort() }
}

/** Lines that nobody noted and that would come out otherwise now. */
async function driftedLines(db: Db): Promise<{ requests: string[]; candidates: string[] }> {
  const idsOf = async (table: 'request' | 'requestLine' | 'candidate' | 'candidateLine') =>
    (await db.selectFrom(table).select('id').execute()).map(({ id }) => id)
  const noted = new Set((await db.selectFrom('staleRequest').select('id').execute()).map(({ id }) => id))
  const notedPeople = new Set((await db.selectFrom('staleCandidate').select('id').execute()).map(({ id }) => id))
  const requests = new Set([...(await idsOf('request')), ...(await idsOf('requestLine'))])
  const candidates = new Set([...(await idsOf('candidate')), ...(await idsOf('candidateLine'))])
  return await db.transaction().execute(async (tx) => ({
    requests: await renewRequestLines(
      tx,
      [...requests].filter((id) => !noted.has(id)),
    ),
    candidates: await renewCandidateLines(
      tx,
      [...candidates].filter((id) => !notedPeople.has(id)),
    ),
  }))
}

let databases = 0
async function onSmallDesk(firstSync: boolean, work: (desk: SmallDesk, lists: () => RequestLists) => Promise<void>) {
  const db = await openDatabase(path.join(folder, `${databases++}.sqlite`))
  try {
    await setUpSmallDesk(db, { firstSync, populated: !firstSync })
    const desk: SmallDesk = { db, now: MONDAY, revision: 1, clicks: [], restart: () => {} }
    const open = () => createRequestLists(db, { now: () => desk.now })
    let lists = open()
    desk.restart = () => {
      lists = open()
    }
    await work(desk, () => lists)
  } finally {
    await db.destroy()
  }
}

/** After each step the same few questions, so that what is kept in memory is asked again, and one that is new. */
async function holds(
  steps: readonly Step[],
  kept: readonly RequestQuery[],
  others: readonly RequestQuery[],
  fault?: string,
) {
  await onSmallDesk(false, async (desk, lists) => {
    if (fault) await sql`drop trigger ${sql.ref(fault)}`.execute(desk.db)
    for (const [place, step] of steps.entries()) {
      await play(desk, step)
      const other = others[place % others.length]
      for (const query of [...kept, ...(other ? [other] : [])]) {
        const { answered, should } = await both(desk.db, lists(), query, desk.now)
        expect(answered).toEqual(should)
      }
      const { written, should } = await allocations(desk.db)
      expect(written).toEqual(should)
      expect(await driftedLines(desk.db)).toEqual({ requests: [], candidates: [] })
    }
  })
}

describe('lists of requests, answered by SQLite', () => {
  test('say what plain TypeScript makes of all the rows, whatever happens to these', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(stepArbitrary, { minLength: 3, maxLength: 18 }),
        fc.array(queryArbitrary, { minLength: 2, maxLength: 2 }),
        fc.array(queryArbitrary, { minLength: 1, maxLength: 6 }),
        (steps, kept, others) => holds(steps, kept, others),
      ),
      { numRuns: 40 },
    )
  })

  test('are made of everything that a first sync brought, when it ends', { timeout: 60_000 }, async () => {
    const onlyTold = stepArbitrary.filter(({ does }) => does === 'hq-tells')
    await fc.assert(
      fc.asyncProperty(
        fc.array(onlyTold, { minLength: 1, maxLength: 8 }),
        fc.array(stepArbitrary, { maxLength: 4 }),
        queryArbitrary,
        async (before, after, query) => {
          await onSmallDesk(true, async (desk, lists) => {
            for (const step of before) await play(desk, step)
            await readRequestPage(desk.db, lists(), { ...query, from: 0, count: 1 })
            for (const step of [{ does: 'first-sync-ends' as const }, ...after]) {
              await play(desk, step)
              const { answered, should } = await both(desk.db, lists(), query, desk.now)
              expect(answered).toEqual(should)
            }
          })
        },
      ),
      { numRuns: 15 },
    )
  })

  test('await a cheque that bounced until the day that was said, in its place and under its filters', async () => {
    await onSmallDesk(false, async (desk, lists) => {
      const tell = (dueOn: string) => {
        const noted = { note: null, notedAt: MONDAY, notedBy: 'Anne Hervé' }
        const [id, paymentId] = ['01990003-0000-7000-8000-000000000002', '01990001-0000-7000-8000-000000000002']
        const value = { id, paymentId, outcome: 'bounced' as const, endedOn: '2026-11-23', dueOn, ...noted }
        return play(desk, { does: 'hq-tells', rows: [{ entity: 'chequeEnd', id, value }] })
      }
      const shown = async (deadline: RequestQuery['filters']['deadline'], desc = false) => {
        const filters = { ...NO_FILTERS, deadline }
        const query: RequestQuery = { sessionId: 's1', filters, sort: [{ by: 'deadline', desc }], held: [] }
        const { answered, should } = await both(desk.db, lists(), query, desk.now)
        expect(answered).toEqual(should)
        return answered.ids
      }
      // r1 and r4 are final, half of their fee was in the cheque. Nothing else of the session has a day.
      await tell('2026-11-22')
      expect(await shown('over')).toEqual(['r1', 'r4'])
      expect(await shown('today')).toEqual([])
      await tell('2026-11-23')
      expect(await shown('over')).toEqual([])
      expect(await shown('today')).toEqual(['r1', 'r4'])
      expect((await shown('any')).slice(0, 2)).toEqual(['r1', 'r4'])
      await play(desk, { does: 'wait', hours: 24 })
      expect(await shown('over')).toEqual(['r1', 'r4'])
      await tell('2026-11-29')
      expect(await shown('week')).toEqual(['r1', 'r4'])
      // Made good, it is awaited no more.
      await play(desk, { does: 'pay', entry: 1, amount: 3000 })
      expect(await shown('week')).toEqual(['r4'])
    })
  })

  test('show the session under way while older ones are still coming', async () => {
    await onSmallDesk(true, async (desk, lists) => {
      const query: RequestQuery = { sessionId: 's1', filters: NO_FILTERS, sort: [], held: [] }
      const comes = async (...writes: Write[]) => {
        await desk.db.transaction().execute(async (tx) => {
          for (const write of writes) await putRow(tx, write, 1)
        })
        const { answered, should } = await both(desk.db, lists(), query, desk.now)
        expect(answered).toEqual(should)
        return answered.counts
      }
      const asked: Write[] = [
        { entity: 'candidate', value: aCandidate() },
        { entity: 'request', value: aRequest({ sessionId: 's1' }) },
      ]
      expect(await comes(...asked)).toMatchObject({ all: 1, waiting: 0 })
      const entry = anEntry({ sessionId: 's1', status: 'confirmed' })
      expect(await comes({ entity: 'entry', value: entry })).toMatchObject({ all: 1, confirmed: 1, due: 1 })
      expect(await comes({ entity: 'payment', value: aPayment({ sessionId: 's1' }) })).toMatchObject({ due: 0 })
    })
  })
})
