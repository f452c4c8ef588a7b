import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { aDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

async function aCentre({ vatWording }: { vatWording?: null } = {}) {
  const clock = aClock()
  const world = smallWorld({ seats: 5, candidates: ['Ny', 'Roy', 'Sol'] })
  if (vatWording === null)
    for (const write of world.rows) if (write.entity === 'centreSettings') write.value.vatWording = null
  const hq = await anHq({ clock, worlds: [world] })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(hq, desk)
  const receiptOf = async (person: string) => {
    await desk.prevalidate(person)
    const { results } = await desk.pay(person)
    const [, , receipt] = results
    if (!receipt?.ok || !receipt.createdId) throw new Error(JSON.stringify(results))
    return receipt.createdId
  }
  return { clock, hq, desk, world, receiptOf }
}

const numbers = async (desk: Awaited<ReturnType<typeof aDesk>>) =>
  (await desk.db.selectFrom('receipt').select('number').orderBy('number').execute()).map(({ number }) => number)

test('numbers follow each other without a gap, offline, across restarts, and begin again with the year', async () => {
  const { clock, desk, receiptOf } = await aCentre()
  desk.network('down')
  await receiptOf('Ny')
  await desk.restart()
  await receiptOf('Roy')
  // 31 December, 23:30 UTC is already the new year in Rennes.
  clock.set('2026-12-31T23:30:00.000Z')
  await receiptOf('Sol')
  expect(await numbers(desk)).toEqual(['2026-A-000001', '2026-A-000002', '2027-A-000001'])
})

test('two PCs number in series of their own', async () => {
  const { clock, hq, desk, receiptOf } = await aCentre()
  const other = await aDesk({ hq, clock, name: 'BUREAU', role: 'manager' })
  running.push(other)
  await receiptOf('Ny')
  clock.advance(11)
  await desk.sync()
  await other.sync()
  // The other PC knows of A-000001 by now, and begins its own series all the same.
  await other.prevalidate('Roy')
  await other.pay('Roy')
  clock.advance(11)
  await desk.sync()
  await other.sync()
  await desk.sync()
  expect(await numbers(desk)).toEqual(['2026-A-000001', '2026-B-000001'])
  expect(await numbers(other)).toEqual(await numbers(desk))
})

test('a refused click draws no number', async () => {
  const { desk, receiptOf } = await aCentre()
  const { results } = await desk.pay('Ny').then(async () => await desk.pay('Ny'))
  expect(results.map((result) => (result.ok ? 'ok' : result.code))).toEqual([
    'entry-already-paid',
    'depends-on-refused',
    'depends-on-refused',
  ])
  await receiptOf('Roy')
  expect(await numbers(desk)).toEqual(['2026-A-000001', '2026-A-000002'])
})

test('without the centre’s VAT wording the money is taken and the receipt waits', async () => {
  const { desk } = await aCentre({ vatWording: null })
  await desk.prevalidate('Ny')
  const { results } = await desk.pay('Ny')
  expect(results.map((result) => (result.ok ? 'ok' : result.code))).toEqual(['ok', 'ok', 'vat-wording-missing'])
  expect(await desk.entry('Ny')).toMatchObject({ status: 'confirmed', paid: 5000 })
  expect(await numbers(desk)).toEqual([])
})

test('the paper is stored before it is opened, and opens again as it is; every later print says DUPLICATA, on any PC', async () => {
  const { clock, hq, desk, receiptOf } = await aCentre()
  const receiptId = await receiptOf('Ny')
  const first = await desk.call('document.open', { kind: 'receipt', receiptId })
  const again = await desk.call('document.open', { kind: 'receipt', receiptId, copy: true })
  expect(first).toMatchObject({
    ok: true,
    opened: true,
    value: { title: 'Reçu 2026-A-000001', duplicate: false, onDisk: true },
  })
  expect(again).toMatchObject({ ok: true, value: { title: 'Reçu 2026-A-000001 (DUPLICATA)', duplicate: true } })
  expect(desk.opened.map((file) => path.basename(file))).toEqual([
    'Recu-2026-A-000001.pdf',
    'Recu-2026-A-000001-duplicata-1.pdf',
  ])
  expect(readFileSync(desk.opened[0] ?? '', 'utf8')).not.toContain('DUPLICATA')
  // Looked at again, whatever was printed since: the very file, and no line more in the history.
  expect(await desk.call('document.open', { kind: 'receipt', receiptId })).toEqual(first)
  expect(path.basename(desk.opened[2] ?? '')).toBe('Recu-2026-A-000001.pdf')
  expect(await desk.call('document.list', { sessionId: '2027-01' })).toHaveLength(2)

  clock.advance(11)
  await desk.sync()
  const other = await aDesk({ hq, clock, name: 'BUREAU', role: 'manager' })
  running.push(other)
  await other.call('document.open', { kind: 'receipt', receiptId })
  expect(readFileSync(other.opened[0] ?? '', 'utf8')).toContain('DUPLICATA')
  await other.call('document.open', { kind: 'receipt', receiptId })
  expect(other.opened[1]).toBe(other.opened[0])
})

test('pressed twice at once, one original is made; two prints asked at once are the original and a DUPLICATA', async () => {
  const { desk, receiptOf } = await aCentre()
  const receiptId = await receiptOf('Ny')
  const press = (id: string, copy = false) => desk.call('document.open', { kind: 'receipt', receiptId: id, copy })
  const answers = await Promise.all([press(receiptId), press(receiptId)])
  expect(answers.map((answer) => answer.ok && answer.value.duplicate)).toEqual([false, false])
  expect(new Set(desk.opened).size).toBe(1)
  const second = await receiptOf('Roy')
  const copies = await Promise.all([press(second, true), press(second, true)])
  expect(copies.map((answer) => answer.ok && answer.value.duplicate)).toEqual([false, true])
})

test('a receipt says what was true when it was issued, whatever HQ renames later', async () => {
  const { clock, hq, desk, world, receiptOf } = await aCentre()
  const receiptId = await receiptOf('Ny')
  clock.advance(11)
  await desk.sync()
  const renamed = world.rows.flatMap((write) =>
    write.entity === 'candidate' && write.value.birthName === 'Ny'
      ? [{ ...write, value: { ...write.value, birthName: 'Autre' } }]
      : [],
  )
  await hq.publish({ centreId: world.centreId, writes: renamed })
  await desk.sync()
  expect((await desk.entry('Autre')).status).toBe('confirmed')
  await desk.call('document.open', { kind: 'receipt', receiptId })
  expect(readFileSync(desk.opened[0] ?? '', 'utf8')).toContain('Ny Hinano')
})

test('a paper that cannot be stored is said; the receipt stands, and its original is made later', async () => {
  const { desk, receiptOf } = await aCentre()
  const receiptId = await receiptOf('Ny')
  desk.blockDocuments()
  expect(await desk.call('document.open', { kind: 'receipt', receiptId })).toEqual({ ok: false, code: 'not-stored' })
  desk.unblockDocuments()
  expect(await desk.call('document.open', { kind: 'receipt', receiptId })).toMatchObject({
    ok: true,
    value: { duplicate: false },
  })
})

test.each([
  ['zero', { amount: 0 }, 'amount-not-positive'],
  ['negative', { amount: -5000 }, 'amount-not-positive'],
  ['dated tomorrow', { receivedOn: '2026-11-24' }, 'date-in-future'],
  ['dated on a day that does not exist', { receivedOn: '2026-02-30' }, 'not-valid'],
  ['in another currency', { currency: 'XPF' }, 'wrong-currency'],
  ['in a currency nobody knows', { currency: 'USD' }, 'not-valid'],
  ['of half a cent', { amount: 0.5 }, 'not-valid'],
  ['with a reference of 5 MB', { reference: 'x'.repeat(5_000_000) }, 'not-valid'],
])('a payment %s is refused and nothing is written', async (_, change, code) => {
  const { desk } = await aCentre()
  const { candidate, sessionId } = await desk.request('Ny')
  const args = {
    sessionId,
    payer: { kind: 'candidate', id: candidate.id },
    method: 'cheque',
    amount: 5000,
    currency: 'EUR',
    receivedOn: '2026-11-23',
    reference: null,
    allocations: [],
    ...change,
  }
  const { results } = await desk.run({ name: 'payment.record', args })
  expect(results).toMatchObject([{ ok: false, code }])
  expect(await desk.call('payment.list', { sessionId })).toEqual([])
  expect(await desk.db.selectFrom('command').selectAll().execute()).toEqual([])
})

test('a mistyped payment without a receipt is taken back with a reason, and its money counts no more', async () => {
  const { desk } = await aCentre()
  await desk.prevalidate('Ny')
  const { candidate, sessionId, entries } = await desk.request('Ny')
  const args = {
    sessionId,
    payer: { kind: 'candidate', id: candidate.id },
    method: 'cheque',
    amount: 5000,
    currency: 'EUR',
    receivedOn: '2026-11-23',
    reference: null,
    allocations: [{ entryId: entries[0]?.id ?? '', amount: 5000 }],
  }
  const { results } = await desk.run({ name: 'payment.record', args })
  const paymentId = results[0]?.ok ? results[0].createdId : null
  expect(await desk.entry('Ny')).toMatchObject({ paid: 5000 })
  expect(
    (await desk.run({ name: 'payment.void', args: { paymentId, reason: 'Mauvais candidat' } })).results[0]?.ok,
  ).toBe(true)
  expect(await desk.entry('Ny')).toMatchObject({ paid: 0 })
  expect(await desk.call('payment.list', { sessionId })).toMatchObject([
    { credit: 0, voided: { reason: 'Mauvais candidat' } },
  ])
})

test('of one PC alone, receipts and credit notes each have a series of their own: the check finds nothing', async () => {
  const { desk, receiptOf } = await aCentre()
  await receiptOf('Ny')
  const receiptId = await receiptOf('Roy')
  const { results } = await desk.run({ name: 'credit-note.issue', args: { receiptId, reason: 'Adresse incomplète' } })
  expect(results).toMatchObject([{ ok: true }])
  const { years } = await desk.call('receipt.check', {})
  expect(years).toMatchObject([{ receipts: { count: 2 }, creditNotes: { count: 1 }, faults: [], faultCount: 0 }])
})
