import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { sumAllocated } from '../../db/payments.ts'
import { putRow, removeRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { asTheyStand, type CreditReturn, type CreditUse } from '../../domain/credit.ts'
import type { Write } from '../../domain/entities.ts'
import { allocatedByEntry } from '../../domain/payment.ts'
import { aPayment, MONDAY } from '../helpers/rows.ts'

let folder: string
let db: Db
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-credits-'))
  db = await openDatabase(path.join(folder, 'pupitre.sqlite'))
})
afterEach(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

const payment = aPayment({ id: 'paid', amount: 12_000, allocations: [{ entryId: 'ended', amount: 5000 }] })
const use: CreditUse = {
  ...{ id: 'used', paymentId: 'paid', usedAt: MONDAY, usedBy: 'Anne' },
  allocations: [{ entryId: 'due', amount: 8000 }],
  takenFrom: [{ entryId: 'ended', amount: 1000 }],
}
const back: CreditReturn = {
  ...{ id: 'back', paymentId: 'paid', amount: 3000, means: 'cash', returnedOn: '2026-11-23', note: null },
  ...{ takenFrom: [{ entryId: 'ended', amount: 3000 }], returnedAt: MONDAY, returnedBy: 'Anne' },
}
const rows: readonly Write[] = [
  { entity: 'payment', value: payment },
  { entity: 'creditUse', value: use },
  { entity: 'creditReturn', value: back },
]
const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const

/** As the domain has it, of the rows that are here. */
function should(uses: readonly CreditUse[], returns: readonly CreditReturn[]): [string, number][] {
  return [...allocatedByEntry(asTheyStand([payment], uses, returns), new Set())]
}
const said = async () => [...(await sumAllocated(db, ['due', 'ended']))].filter(([, amount]) => amount !== 0)
const put = (row: Write, revision = 0) => db.transaction().execute((tx) => putRow(tx, row, revision))
const sorted = (pairs: [string, number][]) => pairs.toSorted(([a], [b]) => (a < b ? -1 : 1))

test.each(ORDERS)('what is paid is the same in whatever order rows come (%i, %i, %i)', async (...order) => {
  for (const index of order) {
    const row = rows[index]
    if (row) await put(row)
  }
  expect(sorted(await said())).toEqual(sorted(should([use], [back])))
  // HQ's copy of a row takes the place of ours, and may take from elsewhere; a decision that HQ refuses goes.
  const atHq = { ...back, takenFrom: [] }
  await put({ entity: 'creditReturn', value: atHq }, 1)
  expect(sorted(await said())).toEqual(sorted(should([use], [atHq])))
  await db.transaction().execute((tx) => removeRow(tx, 'creditUse', use.id))
  expect(sorted(await said())).toEqual(sorted(should([], [atHq])))
  expect(await said()).toEqual([['ended', 5000]])
})
