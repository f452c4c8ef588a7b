import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RequestRow } from '../../contract/desk.ts'
import type { Today } from '../../contract/desk-today.ts'
import { MOST_AT_ONCE, MOST_LINES } from '../../contract/limits.ts'
import { addCommand } from '../../db/commands.ts'
import { openDatabase } from '../../db/open.ts'
import { putRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { listFallen } from '../../db/unpaid-again.ts'
import type { Centre, CentreSettings, Offering } from '../../domain/catalogue.ts'
import { CHEQUE_OUTCOMES } from '../../domain/cheque.ts'
import type { EntityName, Write } from '../../domain/entities.ts'
import { ENTRY_STATUSES, holdsSeat, isLive } from '../../domain/entry.ts'
import { dueOf } from '../../domain/entry-groups.ts'
import type { Fall } from '../../domain/fell.ts'
import { identityFaults } from '../../domain/identity-faults.ts'
import { uuidV7 } from '../../domain/ids.ts'
import { freeSeats } from '../../domain/seats.ts'
import { addDays, addSeconds, startOfDay, toLocalDate } from '../../domain/time.ts'
import { type Chance, chanceOf } from '../../hq/sample/chance.ts'
import { makeSample } from '../../hq/sample/make-sample.ts'
import { readDeskCounts } from '../../main/reads/desk-counts.ts'
import { listOfferings } from '../../main/reads/offering-list.ts'
import { readToday } from '../../main/reads/today.ts'
import type { ReadyDesk } from '../../renderer/frame/office.tsx'
import { judgePrevalidation, judgeSelection, seatsOf, waitingEntries } from '../../renderer/requests/feasibility.ts'
import { listRequests } from '../helpers/list-requests.ts'
import { MONDAY } from '../helpers/rows.ts'

/** Another moment, another session: `TODAY_SEED=17 npx vitest run --project unit test/db/today.test.ts`. */
const FIRST = Number(process.env.TODAY_SEED ?? 1)
const SEEDS = Array.from({ length: process.env.TODAY_SEED ? 1 : 12 }, (_, index) => FIRST + index)
const SESSION = '2027-01'

describe.each(SEEDS)('what waits, counted by SQLite and row by row, seed %d', (seed) => {
  const chance = chanceOf(seed)
  const centreId = seed % 2 === 0 ? 'papeete' : 'rennes'
  // Around midnight here or there, when two places do not have the same day.
  const now = addSeconds(MONDAY, chance.int(0, 3 * 24 * 60) * 60)
  const { db, close } = aDatabase()
  let own: { centre: Centre; settings: CentreSettings }
  let today: Today
  let rows: RequestRow[]
  beforeAll(async () => {
    const writes = someDay(chance, centreId, now)
    await write(await db(), writes)
    await decideSomething(await db(), chance, writes, now)
    const centre = writes.find(({ entity, value }) => entity === 'centre' && value.id === centreId)?.value as Centre
    own = { centre, settings: writes.find(({ entity }) => entity === 'centreSettings')?.value as CentreSettings }
    today = (await readToday(await db(), { now: () => now }, SESSION)) as Today
    rows = await listRequests(await db(), SESSION)
  })
  afterAll(close)

  test('payments awaited by tomorrow, the latest first, those reminded today apart', async () => {
    const { timeZone } = own.centre
    const day = toLocalDate(now, timeZone)
    const until = startOfDay(addDays(day, 2), timeZone)
    const lines = rows.flatMap(({ id, entries }) => {
      const due = entries.filter(
        (entry) =>
          entry.status === 'prevalidated' &&
          !entry.pending &&
          dueOf(entry) > 0 &&
          entry.fell === null &&
          (entry.deadlineAt ?? '') <= until,
      )
      const first = due.map(({ deadlineAt }) => deadlineAt ?? '').sort()[0]
      return first ? [{ id, first, due: due.reduce((sum, entry) => sum + dueOf(entry), 0) }] : []
    })
    lines.sort((a, b) => (`${a.first} ${a.id}` < `${b.first} ${b.id}` ? -1 : 1))
    const reminders = await (await db()).selectFrom('reminder').select(['requestId', 'sentAt']).execute()
    const reminded = new Set(
      reminders.flatMap(({ requestId, sentAt }) => (toLocalDate(sentAt, timeZone) === day ? requestId : [])),
    )
    const [told, waiting] = [lines.filter(({ id }) => reminded.has(id)), lines.filter(({ id }) => !reminded.has(id))]
    const seen = ({ request, deadlineAt, due }: Today['deadlines']['rows'][number]) => ({
      ...{ id: request.id, first: deadlineAt, due },
    })
    expect(today.deadlines.total).toBe(waiting.length)
    expect(today.deadlines.rows.map(seen)).toEqual(waiting.slice(0, MOST_LINES))
    expect(today.deadlines.remindedTotal).toBe(told.length)
    expect(today.deadlines.reminded.map(seen)).toEqual(told.slice(0, MOST_LINES))
    for (const line of today.deadlines.rows)
      expect(line.day).toBe(
        line.deadlineAt <= now
          ? 'over'
          : line.deadlineAt <= startOfDay(addDays(day, 1), timeZone)
            ? 'today'
            : 'tomorrow',
      )
  })

  test('requests without an answer, judged one after the other as the list of requests does', async () => {
    const desk = { ...own, now, operator: { id: '', name: '', role: 'manager', active: true } } as unknown as ReadyDesk
    const seats = seatsOf(await listOfferings(await db(), SESSION))
    const waiting = rows.filter((row) => waitingEntries(row).length > 0)
    const { possible, not } = judgeSelection(desk, seats, waiting)
    const groups = today.requests.groups
    expect(today.requests.total).toBe(waiting.length)
    expect(today.requests.oldestReceivedAt).toBe(waiting.map(({ receivedAt }) => receivedAt).sort()[0] ?? null)
    const yes = groups.filter(({ refusal }) => refusal === null)
    expect(yes.map(({ count }) => count)).toEqual(possible.length > 0 ? [possible.length] : [])
    const inOrder = possible.toSorted((a, b) => (`${a.receivedAt} ${a.id}` < `${b.receivedAt} ${b.id}` ? -1 : 1))
    expect(yes[0]?.first.map(({ requestId }) => requestId) ?? []).toEqual(
      inOrder.slice(0, MOST_AT_ONCE).map(({ id }) => id),
    )
    const counts = new Map<string, number>()
    for (const { refusal } of not) counts.set(refusal.code, (counts.get(refusal.code) ?? 0) + 1)
    const counted = new Map<string, number>()
    for (const { refusal, count } of groups) if (refusal) counted.set(refusal, (counted.get(refusal) ?? 0) + count)
    expect([...counted].sort()).toEqual([...counts].sort())
    // What is said to be free elsewhere can really be had, by one at least.
    for (const { first, refusal, offer } of groups)
      if (refusal === 'no-seat-left') {
        const [one] = first
        const row = rows.find(({ id }) => id === one?.requestId)
        const taken = new Map(seats.used)
        for (const { offeringId } of possible.flatMap(waitingEntries))
          if (offeringId) taken.set(offeringId, (taken.get(offeringId) ?? 0) + 1)
        const judged = row && judgePrevalidation(desk, seats, waitingEntries(row), taken)
        expect(judged?.ok).toBe(false)
        expect(seats.offerings.get(offer?.offeringId ?? '')?.open).toBe(true)
      }
  })

  test('organisations that have still to pay', () => {
    const owed = new Map<string, { people: Set<string>; due: number }>()
    for (const { organisation, candidateId, entries } of rows) {
      // What is owed again stands under the payment that fell.
      const due = entries.reduce((sum, entry) => sum + (entry.fell === null ? dueOf(entry) : 0), 0)
      if (!organisation || due === 0) continue
      const one = owed.get(organisation.id) ?? { people: new Set<string>(), due: 0 }
      owed.set(organisation.id, { people: one.people.add(candidateId), due: one.due + due })
    }
    const model = [...owed].map(([id, { people, due }]) => ({ id, people: people.size, due }))
    const read = today.payers.rows.map(({ organisationId: id, people, due }) => ({ id, people, due }))
    expect(read.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(model.sort((a, b) => (a.id < b.id ? -1 : 1)))
    expect(today.payers.total).toBe(model.length)
  })

  /** What is owed again, by the payment that fell, as the rows of requests say it. */
  function owedAgain(why: Fall) {
    const owed = rows.flatMap((row) =>
      row.entries.flatMap((entry) => (entry.fell?.why === why ? { row, entry, fell: entry.fell } : [])),
    )
    return Map.groupBy(owed, ({ fell }) => fell.paymentId)
  }
  /** Requests of which somebody was reminded today, since their payment fell. */
  async function remindedToday(): Promise<Set<string>> {
    const falls = [
      ...(await (await db()).selectFrom('chequeEnd').select(['paymentId', 'notedAt as at']).execute()),
      ...(await (await db()).selectFrom('paymentVoid').select(['paymentId', 'voidedAt as at']).execute()),
    ]
    const fellAt = new Map(falls.map(({ paymentId, at }) => [paymentId, at]))
    const since = new Map(
      rows.flatMap(({ id, entries }) =>
        entries.flatMap(({ fell }) => (fell ? [[id, fellAt.get(fell.paymentId) ?? ''] as const] : [])),
      ),
    )
    const reminders = await (await db()).selectFrom('reminder').select(['requestId', 'sentAt']).execute()
    const { timeZone } = own.centre
    const day = toLocalDate(now, timeZone)
    return new Set(
      reminders.flatMap((one) =>
        toLocalDate(one.sentAt, timeZone) === day && one.sentAt >= (since.get(one.requestId) ?? '')
          ? one.requestId
          : [],
      ),
    )
  }

  test.each(['cheque-bounced', 'payment-voided'] as const)(
    'money that had come and is owed again, once, those reminded today apart: %s',
    async (why) => {
      const reminded = await remindedToday()
      const model = [...owedAgain(why)].map(([paymentId, some]) => ({
        ...{ paymentId, due: some.reduce((sum, { entry }) => sum + dueOf(entry), 0) },
        asked: new Set(some.flatMap(({ row }) => (row.organisation?.onAccount ? [] : row.id))),
        isReminded: some.every(({ row }) => reminded.has(row.id)),
      }))
      const read = why === 'cheque-bounced' ? today.bounced : today.voided
      expect(read.total).toBe(model.filter(({ isReminded }) => !isReminded).length)
      expect(read.remindedTotal).toBe(model.filter(({ isReminded }) => isReminded).length)
      for (const line of [...read.rows, ...read.reminded]) {
        const should = model.find(({ paymentId }) => paymentId === line.paymentId)
        expect(line.due).toBe(should?.due)
        expect(new Set(line.asked.map(({ requestId }) => requestId))).toEqual(should?.asked)
      }
    },
  )

  test('cheques that bounced, those awaited the earliest first', () => {
    const order = today.bounced.rows.map(({ dueOn, paymentId }) => `${dueOn} ${paymentId}`)
    expect(order).toEqual(order.toSorted())
  })

  test('each exam that waits for money stands once: by its deadline, or by the payment that fell', () => {
    const ids = [...today.deadlines.rows, ...today.deadlines.reminded].flatMap(({ entryIds }) => entryIds)
    const { bounced, voided } = today
    const again = [bounced.rows, bounced.reminded, voided.rows, voided.reminded].flatMap((some) =>
      some.flatMap(({ asked }) => asked.flatMap(({ entryIds }) => entryIds)),
    )
    const all = [...ids, ...again]
    expect(new Set(all).size).toBe(all.length)
  })

  test('why exams are owed again is one thing for the list, for convocations and for what is counted', async () => {
    const entries = rows.flatMap((row) => row.entries)
    const fallen = await listFallen(
      await db(),
      entries.filter(({ status }) => status === 'confirmed').map(({ id }) => id),
    )
    for (const { id, status, fell } of entries)
      if (status === 'confirmed') expect([id, fell?.why ?? null]).toEqual([id, fallen.get(id) ?? null])
  })

  test('identities that would be rejected, and data nobody has looked at', () => {
    const live = rows.filter(({ entries }) => entries.some(({ status }) => isLive(status)))
    const day = toLocalDate(now, own.centre.timeZone)
    const wrong = new Set(
      live.flatMap(({ candidate }) => (identityFaults(candidate, day).length > 0 ? candidate.id : [])),
    )
    expect(today.identities.total).toBe(wrong.size)
    for (const { candidate } of today.identities.rows) expect(wrong).toContain(candidate.id)
    const unchecked = new Set(
      rows.flatMap(({ dataCheckedAt, candidateId, entries }) =>
        dataCheckedAt === null && entries.some(({ status }) => holdsSeat(status)) ? candidateId : [],
      ),
    )
    expect(today.dataCheck?.unchecked ?? null).toBe(centreId === 'rennes' ? unchecked.size : null)
  })

  test('seats taken, kept and asked for', async () => {
    const offerings = await listOfferings(await db(), SESSION)
    expect(today.seats).toEqual(
      offerings.map(({ id: offeringId, examCode, software, seats, open, confirmed, used, waiting }) => ({
        ...{ offeringId, examCode, software, seats, open, confirmed, waiting },
        held: used - confirmed,
      })),
    )
    for (const { id, seats, used, waiting, lastInTurn } of offerings) {
      const queue = rows
        .filter(({ entries }) => entries.some((entry) => entry.offeringId === id && entry.status === 'requested'))
        .toSorted((a, b) => (`${a.receivedAt} ${a.id}` < `${b.receivedAt} ${b.id}` ? -1 : 1))
      const free = freeSeats(seats, used)
      const last = free > 0 && waiting > free ? queue[free - 1] : undefined
      expect(lastInTurn).toEqual(last ? { receivedAt: last.receivedAt, requestId: last.id } : null)
    }
    const { reviews, deadlines, bounced, voided, requests } = today
    expect(today.waiting).toBe(reviews.total + deadlines.total + bounced.total + voided.total + requests.total)
  })

  test('the rail counts what the page tells', async () => {
    expect(await readDeskCounts(await db(), { now: () => now }, SESSION)).toEqual({
      today: today.waiting,
      waiting: today.requests.total,
    })
  })
})

/** The sample of a centre, stirred: deadlines of these days, reminders, parts of fees, identities that cannot be. */
function someDay(chance: Chance, centreId: string, now: string): Write[] {
  const sample = makeSample(MONDAY, 'small', chance.int(1, 10_000))
  const own = sample.centres.find((one) => one.centreId === centreId)?.batches.flat() ?? []
  const zone = centreId === 'papeete' ? 'Pacific/Tahiti' : 'Europe/Paris'
  const day = toLocalDate(now, zone)
  const reminders: Write[] = []
  const voids: Write[] = []
  const ends: Write[] = []
  const fellAt = () => addSeconds(now, -chance.int(0, 24 * 60) * 60)
  const stirred = own.map((row): Write => {
    const { entity, value } = row
    if (entity === 'offering') return { entity, value: anyOffering(chance, value) }
    if (entity === 'candidate' && chance.int(1, 5) === 1)
      return { entity, value: { ...value, ...chance.pick(ODD_IDENTITIES) } }
    if (entity === 'payment' && chance.int(1, 3) === 1) {
      const taken = { paymentId: value.id, reason: 'erreur', voidedAt: fellAt(), voidedBy: 'Anne' }
      voids.push({ entity: 'paymentVoid', value: { id: uuidV7(now, chance.bytes(16)), ...taken } })
    }
    if (entity === 'payment' && value.method === 'cheque' && chance.int(1, 2) === 1)
      ends.push({
        entity: 'chequeEnd',
        value: {
          ...{ id: uuidV7(now, chance.bytes(16)), paymentId: value.id, endedOn: day, note: null, notedAt: fellAt() },
          ...{ outcome: chance.pick(CHEQUE_OUTCOMES), dueOn: addDays(day, chance.int(0, 9)), notedBy: 'Anne' },
        },
      })
    if (entity !== 'entry') return row
    const remindedAt = () => addSeconds(now, -chance.int(0, 36 * 60) * 60)
    if (value.status === 'confirmed' && chance.int(1, 3) > 1) {
      const { id, requestId, candidateId, sessionId } = value
      const of = { id: `reminder-${id}`, requestId, candidateId, sessionId, entryIds: [id], sentBy: 'Anne' }
      if (chance.int(1, 3) === 1)
        reminders.push({ entity: 'reminder', value: { ...of, means: 'phone', sentAt: remindedAt() } })
      return row
    }
    const status = chance.pick([...ENTRY_STATUSES, 'requested', 'prevalidated', 'prevalidated'] as const)
    const on = addDays(day, chance.int(-3, 4))
    const held = status === 'prevalidated'
    const { id, requestId, candidateId, sessionId } = value
    if (held && chance.int(1, 2) === 1)
      reminders.push({
        entity: 'reminder',
        value: {
          ...{ id: `reminder-${id}`, requestId, candidateId, sessionId, entryIds: [id], sentBy: 'Anne' },
          ...{ means: chance.pick(['mail', 'phone'] as const), sentAt: addSeconds(now, -chance.int(0, 36 * 60) * 60) },
        },
      })
    return {
      entity,
      value: {
        ...{ ...value, status },
        prevalidatedAt: held ? addSeconds(now, -86_400) : null,
        deadlineOn: held ? on : null,
        deadlineAt: held ? startOfDay(addDays(on, 1), zone) : null,
      },
    }
  })
  return [...sample.common, ...stirred, ...reminders, ...voids, ...ends]
}

/** Decisions on some entries that HQ has not heard: what they changed is not what the test is about. */
async function decideSomething(db: Db, chance: Chance, writes: readonly Write[], at: string): Promise<void> {
  const entries = writes.flatMap(({ entity, value }) => (entity === 'entry' ? value : []))
  const touched = Array.from({ length: 4 }, () => chance.pick(entries))
  await db.transaction().execute(async (tx) => {
    for (const [index, { id }] of touched.entries()) {
      const command = {
        ...{ id: uuidV7(at, chance.bytes(16)), v: 1, deviceId: 'pc', sequence: index + 1, at, sendAfter: at },
        ...{
          name: 'entry.extend',
          args: {},
          dependsOn: [],
          operator: { id: 'anne', name: 'Anne', role: 'secretary' as const },
        },
      }
      await addCommand(tx, command, command.id, [`entry/${id}`])
    }
  })
}

const ODD_IDENTITIES = [
  { birthName: 'MART1N' },
  { birthName: 'Ðurić' },
  { firstNames: '—' },
  { firstNames: 'Жанна' },
  { bornOn: '2015-03-01' },
  { bornOn: '2012-11-24' },
  { bornOn: '1899-12-31' },
  { birthPlace: ' ' },
  { nirCheck: 'sex' },
  { nirCheck: 'birth-date' },
] as const

function anyOffering(chance: Chance, offering: Offering): Offering {
  return { ...offering, seats: Math.max(0, offering.seats + chance.int(-8, 2)), open: chance.int(1, 6) > 1 }
}

function aDatabase() {
  const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-today-'))
  let opened: Promise<Db> | null = null
  return {
    db: () => (opened ??= openDatabase(path.join(folder, 'pupitre.sqlite'))),
    async close() {
      await (await opened)?.destroy()
      rmSync(folder, { recursive: true })
    },
  }
}

async function write(db: Db, writes: readonly Write[]): Promise<void> {
  const byEntity = Map.groupBy(writes, ({ entity }) => entity)
  await db.transaction().execute(async (tx) => {
    for (const [entity, some] of byEntity)
      await putRows(
        tx,
        entity as EntityName,
        some.map(({ value }) => ({ value, revision: 1 })),
      )
  })
}
