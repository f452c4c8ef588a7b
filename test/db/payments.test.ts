import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MOST_ROWS } from '../../contract/limits.ts'
import { openDatabase } from '../../db/open.ts'
import { putRow } from '../../db/rows.ts'
import type { Db, Tx } from '../../db/schema.ts'
import type { EntryStatus } from '../../domain/entry.ts'
import { listPayableRequests } from '../../main/reads/payable-requests.ts'
import { listPayments, readPayment } from '../../main/reads/payment-list.ts'
import { aCandidate, anEntry, aPayment, aRequest, MONDAY } from '../helpers/rows.ts'

const SESSION = '2027-01'
const GRETA = { id: 'greta', name: 'GRETA', addressLines: [], onAccount: false }
let folder: string
let db: Db
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-payments-'))
  db = await openDatabase(path.join(folder, 'pupitre.sqlite'))
})
afterEach(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

describe('one payment, read by indexes', () => {
  test('says what the list of the session says of it', async () => {
    await db.transaction().execute(async (tx) => {
      await held(tx, 'a', { organisationId: null })
      await held(tx, 'b', { organisationId: null })
      await pay(tx, 'first', { allocations: [{ entryId: 'entry-a', amount: 5000 }] })
      // Half of it for what is paid already.
      await pay(tx, 'second', {
        amount: 9000,
        allocations: [
          { entryId: 'entry-a', amount: 5000 },
          { entryId: 'entry-b', amount: 4000 },
        ],
      })
      await pay(tx, 'for nothing', { amount: 1200, allocations: [] })
      await pay(tx, 'voided', { allocations: [{ entryId: 'entry-b', amount: 5000 }] })
      await voidOf(tx, 'voided')
    })
    const list = await listPayments(db, SESSION)
    expect(list.map(({ id, credit }) => [id, credit]).sort()).toEqual([
      ['first', 0],
      ['for nothing', 1200],
      ['second', 5000],
      ['voided', 0],
    ])
    for (const payment of list) expect(await readPayment(db, payment.id)).toEqual(payment)
    expect(await readPayment(db, 'nobody knows')).toBeNull()
  })
})

describe('what one payment may be about', () => {
  test('the request asked about, the others of the candidate, then what the organisation owes: and how many there was no room for', async () => {
    await db.transaction().execute(async (tx) => {
      await putRow(tx, { entity: 'organisation', value: GRETA }, 1)
      await held(tx, 'mine', { organisationId: 'greta' })
      // Later than all the others, yet the same person's.
      await request(tx, 'also mine', { candidateId: 'person mine', receivedAt: MONDAY })
      await held(tx, 'paid', { organisationId: 'greta' })
      await pay(tx, 'p', { allocations: [{ entryId: 'entry-paid', amount: 5000 }] })
      await held(tx, 'unanswered', { organisationId: 'greta' }, 'requested')
      await held(tx, 'elsewhere', { organisationId: 'greta', sessionId: '2027-02' })
      for (let n = 0; n < MOST_ROWS; n++) await held(tx, `other-${n}`, { organisationId: 'greta' })
    })
    const { requests, left } = await listPayableRequests(db, 'mine')
    expect(requests).toHaveLength(MOST_ROWS)
    expect(requests.slice(0, 2).map(({ id }) => id)).toEqual(['mine', 'also mine'])
    expect(requests.slice(2).every(({ id }) => id.startsWith('other-'))).toBe(true)
    expect(left).toBe(2)
    expect(await listPayableRequests(db, 'also mine')).toMatchObject({ left: 0, requests: [{}, { id: 'mine' }] })
  })

  test('the cash that each payer has given for the session, and no other money', async () => {
    await db.transaction().execute(async (tx) => {
      await held(tx, 'mine', { organisationId: 'greta' })
      const payer = { kind: 'candidate', id: 'person mine' } as const
      await pay(tx, 'coins', { payer, method: 'cash', amount: 2000 })
      await pay(tx, 'more coins', { payer, method: 'cash', amount: 1000 })
      await pay(tx, 'cheque', { payer, amount: 700 })
      await pay(tx, 'given back', { payer, method: 'cash', amount: 500 })
      await voidOf(tx, 'given back')
      await pay(tx, 'before', { payer, method: 'cash', amount: 300, sessionId: '2026-09' })
      await pay(tx, 'of greta', { payer: { kind: 'organisation', id: 'greta' }, method: 'cash', amount: 110 })
    })
    expect((await listPayableRequests(db, 'mine')).cash).toEqual({ candidate: 3000, organisation: 110 })
  })
})

async function request(tx: Tx, name: string, changes: Parameters<typeof aRequest>[0]): Promise<void> {
  const value = aRequest({ id: name, candidateId: `person ${name}`, ...changes })
  await putRow(tx, { entity: 'candidate', value: aCandidate({ id: value.candidateId }) }, 1)
  await putRow(tx, { entity: 'request', value }, 1)
}

/** A request with a seat that is kept until it is paid. */
async function held(
  tx: Tx,
  name: string,
  changes: Parameters<typeof aRequest>[0],
  status: EntryStatus = 'prevalidated',
): Promise<void> {
  await request(tx, name, changes)
  const { sessionId = SESSION } = changes ?? {}
  const ids = { id: `entry-${name}`, requestId: name, candidateId: `person ${name}`, sessionId }
  await putRow(tx, { entity: 'entry', value: anEntry({ ...ids, status }) }, 1)
}

async function pay(tx: Tx, id: string, changes: Parameters<typeof aPayment>[0]): Promise<void> {
  await putRow(tx, { entity: 'payment', value: aPayment({ id, allocations: [], ...changes }) }, 1)
}

async function voidOf(tx: Tx, paymentId: string): Promise<void> {
  const value = { id: `void of ${paymentId}`, paymentId, reason: 'erreur', voidedAt: MONDAY, voidedBy: 'Anne' }
  await putRow(tx, { entity: 'paymentVoid', value }, 1)
}
