import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { putRow } from '../../db/rows.ts'
import type { Db, Tx } from '../../db/schema.ts'
import { listFallen, listUnpaidWithout } from '../../db/unpaid-again.ts'
import type { EntryStatus } from '../../domain/entry.ts'
import { readOwedAgain } from '../../main/reads/today-owed.ts'
import { aCandidate, anEntry, aPayment, aRequest, MONDAY } from '../helpers/rows.ts'

const SESSION = '2027-01'
const NOW = { now: MONDAY, timeZone: 'Europe/Paris' }
let folder: string
let db: Db
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-unpaid-'))
  db = await openDatabase(path.join(folder, 'pupitre.sqlite'))
})
afterEach(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

const write = (work: (tx: Tx) => Promise<void>) => db.transaction().execute(work)
const falls = async (...names: string[]) =>
  Object.fromEntries(
    await listFallen(
      db,
      names.map((name) => `entry-${name}`),
    ),
  )
const lines = async () =>
  (await readOwedAgain(db, SESSION, NOW)).voided.rows.map(({ paymentId, due, requestId, candidateId }) => [
    ...[paymentId, due, requestId, candidateId],
  ])

test('what a payment taken back had confirmed owes again, until something else pays for all of it', async () => {
  await write(async (tx) => {
    await seat(tx, 'a')
    await seat(tx, 'held', { status: 'prevalidated' })
    await seat(tx, 'untouched')
    await pay(tx, 'first', ['a', 5000], ['held', 5000])
  })
  expect(await falls('a', 'held', 'untouched')).toEqual({})
  expect(await listUnpaidWithout(db, 'first')).toEqual(['person a'])
  await write((tx) => takeBack(tx, 'first'))
  expect(await listUnpaidWithout(db, 'first')).toEqual(['person a'])
  expect(await falls('a', 'untouched')).toEqual({ 'entry-a': 'payment-voided' })
  // Pre-validated, it has a deadline: it is awaited there.
  expect(await lines()).toEqual([['first', 5000, 'a', 'person a']])

  await write((tx) => pay(tx, 'half', ['a', 2000]))
  expect(await lines()).toEqual([['first', 3000, 'a', 'person a']])
  await write((tx) => pay(tx, 'rest', ['a', 3000]))
  expect([await falls('a'), await lines()]).toEqual([{}, []])
})

test('paid and taken back twice, it is owed once; a cheque that bounced meanwhile is told as such', async () => {
  await write(async (tx) => {
    await seat(tx, 'a')
    await pay(tx, 'first', ['a', 5000])
    await takeBack(tx, 'first')
    await pay(tx, 'second', ['a', 5000])
    await takeBack(tx, 'second', '2026-11-24T09:00:00.000Z')
  })
  expect(await lines()).toEqual([['second', 5000, 'a', 'person a']])
  await write(async (tx) => {
    await pay(tx, 'cheque', ['a', 5000])
    await bounce(tx, 'cheque')
  })
  expect(await falls('a')).toEqual({ 'entry-a': 'cheque-bounced' })
  expect(await lines()).toEqual([])
  await write((tx) => takeBack(tx, 'cheque', '2026-11-25T09:00:00.000Z'))
  expect(await falls('a')).toEqual({ 'entry-a': 'payment-voided' })
  expect(await lines()).toEqual([['cheque', 5000, 'a', 'person a']])
})

test('a payment for several people is one line; who pays on account owes later, and who paid twice owes nothing', async () => {
  await write(async (tx) => {
    for (const [id, onAccount] of [
      ['greta', false],
      ['afpa', true],
    ] as const)
      await putRow(tx, { entity: 'organisation', value: { id, name: id, addressLines: [], onAccount } }, 1)
    await seat(tx, 'a', { organisationId: 'greta' })
    await seat(tx, 'b', { organisationId: 'greta' })
    await seat(tx, 'c', { organisationId: 'afpa' })
    await seat(tx, 'd')
    await pay(tx, 'again', ['d', 5000])
    await pay(tx, 'all', ['b', 5000], ['a', 5000], ['c', 5000], ['d', 5000])
  })
  expect((await listUnpaidWithout(db, 'all')).toSorted()).toEqual(['person a', 'person b'])
  await write((tx) => takeBack(tx, 'all'))
  expect(await falls('a', 'b', 'c', 'd')).toEqual({ 'entry-a': 'payment-voided', 'entry-b': 'payment-voided' })
  expect(await lines()).toEqual([['all', 10_000, 'a', 'person a']])
})

async function seat(
  tx: Tx,
  name: string,
  { status = 'confirmed', organisationId = null }: { status?: EntryStatus; organisationId?: string | null } = {},
): Promise<void> {
  const candidateId = `person ${name}`
  await putRow(tx, { entity: 'candidate', value: aCandidate({ id: candidateId }) }, 1)
  await putRow(tx, { entity: 'request', value: aRequest({ id: name, candidateId, organisationId }) }, 1)
  const entry = anEntry({ id: `entry-${name}`, requestId: name, candidateId, sessionId: SESSION, status })
  await putRow(tx, { entity: 'entry', value: entry }, 1)
}

async function pay(tx: Tx, id: string, ...paid: [name: string, amount: number][]): Promise<void> {
  const allocations = paid.map(([name, amount]) => ({ entryId: `entry-${name}`, amount }))
  const amount = allocations.reduce((sum, one) => sum + one.amount, 0)
  await putRow(tx, { entity: 'payment', value: aPayment({ id, amount, allocations }) }, 1)
}

async function takeBack(tx: Tx, paymentId: string, voidedAt = MONDAY): Promise<void> {
  const value = { id: `void of ${paymentId}`, paymentId, reason: 'erreur', voidedAt, voidedBy: 'Anne' }
  await putRow(tx, { entity: 'paymentVoid', value }, 1)
}

async function bounce(tx: Tx, paymentId: string): Promise<void> {
  const when = { endedOn: '2026-11-23', dueOn: '2026-11-30', notedAt: MONDAY }
  const value = {
    id: `end of ${paymentId}`,
    paymentId,
    outcome: 'bounced' as const,
    note: null,
    notedBy: 'Anne',
    ...when,
  }
  await putRow(tx, { entity: 'chequeEnd', value }, 1)
}
