import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { putRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { isLineUsed, isMatched, listMatchesOf } from '../../db/statement-matches.ts'
import type { Write } from '../../domain/entities.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Payment } from '../../domain/payment.ts'
import type { StatementMatch } from '../../domain/statement-match.ts'
import { readExpectedMoney } from '../../main/reads/expected-money.ts'
import { aCandidate, anEntry, aPayment, aRequest, MONDAY } from '../helpers/rows.ts'

let folder: string
let db: Db
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-expected-'))
  db = await openDatabase(path.join(folder, 'pupitre.sqlite'))
})
afterEach(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

const put = (...writes: Write[]) =>
  db.transaction().execute(async (tx) => {
    for (const write of writes) await putRow(tx, write, 1)
  })
/** Somebody who asks for one exam, and is to pay for it. */
const person = (id: string, entry: Partial<Entry> = {}, organisationId: string | null = null): Write[] => {
  const ids = { requestId: `of-${id}`, candidateId: id }
  return [
    { entity: 'candidate', value: aCandidate({ id }) },
    { entity: 'request', value: aRequest({ id: `of-${id}`, candidateId: id, organisationId }) },
    { entity: 'entry', value: anEntry({ id: `e-${id}`, ...ids, status: 'prevalidated', ...entry }) },
  ]
}
const paid = (id: string, by: string, changes: Partial<Payment> = {}): Write => {
  const payment = { payer: { kind: 'candidate', id: by }, allocations: [{ entryId: `e-${by}`, amount: 5000 }] } as const
  const how = { method: 'transfer', cheque: null, receivedOn: '2026-11-20' } as const
  return {
    entity: 'payment',
    value: aPayment({ id, ...payment, ...how, allocations: [...payment.allocations], ...changes }),
  }
}
const voided = (paymentId: string): Write => ({
  entity: 'paymentVoid',
  value: { id: `void-${paymentId}`, paymentId, reason: 'Erreur', voidedAt: MONDAY, voidedBy: 'Anne Hervé' },
})
const matched = (id: string, changes: Partial<StatementMatch>): Write => ({
  entity: 'statementMatch',
  value: {
    ...{ id, paymentId: null, depositId: null, lineKey: 'a'.repeat(64), bookedOn: '2026-11-20', amount: 5000 },
    ...{ label: 'VIR', matchedAt: MONDAY, matchedBy: 'Anne Hervé' },
    ...changes,
  },
})
const deposit = (id: string, depositedOn: string): Write => ({
  entity: 'chequeDeposit',
  value: {
    ...{ id, paymentIds: ['p'], depositedOn, reference: null, currency: 'EUR' as const, total: 5000 },
    ...{ depositedAt: MONDAY, depositedBy: 'Anne Hervé' },
  },
})
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

test('what is owed: of what holds a seat, what payments that stand have not covered, by whoever may pay it', async () => {
  await put(
    { entity: 'organisation', value: { id: 'greta', name: 'GRETA', addressLines: [], onAccount: false } },
    ...person('owes'),
    ...person('trainee', { status: 'confirmed' }, 'greta'),
    ...person('asks', { status: 'requested' }),
    ...person('has-paid', { status: 'confirmed' }),
    ...person('half', { feeAmount: 7500 }),
    ...person('taken-back'),
    paid('p1', 'has-paid'),
    paid('p2', 'half'),
    paid('p3', 'taken-back'),
    voided('p3'),
  )
  const { expected } = await readExpectedMoney(db, NOVEMBER)
  const owed = expected.owing.map(({ payer, dues }) => [payer.id, dues.map(({ entryId, due }) => [entryId, due])])
  expect(owed.toSorted()).toEqual([
    ['greta', [['e-trainee', 5000]]],
    ['half', [['e-half', 2500]]],
    ['owes', [['e-owes', 5000]]],
    ['taken-back', [['e-taken-back', 5000]]],
    ['trainee', [['e-trainee', 5000]]],
  ])
})

test('what was recorded or taken to the bank around these days, and is on no statement', async () => {
  await put(
    ...['a', 'b', 'c', 'd', 'e', 'f'].flatMap((id) => person(id, { status: 'confirmed' })),
    paid('wanted', 'a', { reference: 'VIR 12' }),
    paid('on-a-statement', 'b'),
    paid('cheque', 'c', { method: 'cheque' }),
    paid('cash', 'd', { method: 'cash' }),
    paid('before', 'e', { receivedOn: '2026-10-31' }),
    paid('taken-back', 'f'),
    voided('taken-back'),
    matched('m1', { paymentId: 'on-a-statement' }),
    ...[deposit('slip', '2026-11-18'), deposit('slip-before', '2026-10-18'), deposit('slip-matched', '2026-11-18')],
    matched('m2', { depositId: 'slip-matched', lineKey: 'b'.repeat(64) }),
  )
  const { expected } = await readExpectedMoney(db, NOVEMBER)
  expect(expected.recorded).toEqual([
    {
      ...{ paymentId: 'wanted', payer: { kind: 'candidate', id: 'a' }, candidateIds: ['a'], amount: 5000 },
      ...{ receivedOn: '2026-11-20', reference: 'VIR 12' },
    },
  ])
  expect(expected.deposits.map(({ depositId }) => depositId)).toEqual(['slip'])
})

test('a line counts as matched until its payment is taken back; of two matches the first one counts', async () => {
  const later = '2026-11-23T09:41:00.000Z'
  await put(
    ...['a', 'b'].flatMap((id) => person(id)),
    ...[paid('p1', 'a'), paid('p2', 'b')],
    ...[matched('m2', { paymentId: 'p2', matchedAt: later }), matched('m1', { paymentId: 'p1' })],
  )
  const line = 'a'.repeat(64)
  const countsFor = async () => (await listMatchesOf(db, [line])).get(line)?.paymentId
  expect([await countsFor(), await isLineUsed(db, line), await isLineUsed(db, 'b'.repeat(64))]).toEqual([
    'p1',
    true,
    false,
  ])
  expect([await isMatched(db, 'paymentId', 'p2'), await isMatched(db, 'depositId', 'p2')]).toEqual([true, false])
  await put(voided('p1'))
  expect(await countsFor()).toBe('p2')
  await put(voided('p2'))
  expect(await isLineUsed(db, line)).toBe(false)
})
