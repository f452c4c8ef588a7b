import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const SESSION = '2027-01'
const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

async function twoPcs() {
  const clock = aClock()
  const world = smallWorld({ seats: 5, candidates: ['Ny', 'Roy'] })
  const hq = await anHq({ clock, worlds: [world] })
  const front = await aDesk({ hq, clock, role: 'manager', name: 'ACCUEIL' })
  const back = await aDesk({ hq, clock, role: 'manager', name: 'BUREAU' })
  running.push(hq, front, back)
  const settle = async () => {
    clock.advance(11)
    for (const desk of [front, back, front, back]) await desk.sync()
  }
  return { clock, world, front, back, settle }
}

/** Takes somebody's fee by a cheque that is described, confirms, gives the receipt. */
async function takeCheque(desk: RunningDesk, person: string, number: string): Promise<string> {
  const { candidate, entries } = await desk.request(person)
  const args = {
    ...{ sessionId: SESSION, payer: { kind: 'candidate', id: candidate.id }, method: 'cheque' },
    ...{ amount: 5000, currency: 'EUR', receivedOn: '2026-11-23', reference: null },
    cheque: { number, bank: '=Crédit Agricole', drawer: 'M. Dupont' },
    allocations: entries.map(({ id, feeAmount }) => ({ entryId: id, amount: feeAmount })),
  }
  const { results } = await desk.run(
    { name: 'payment.record', args },
    { name: 'entry.confirm', args: { entryIds: entries.map(({ id }) => id) }, after: [0] },
    { name: 'receipt.issue', args: { paymentId: null }, after: [0] },
  )
  const [taken] = results
  if (!taken?.ok || !taken.createdId) throw new Error('no payment')
  return taken.createdId
}

async function takeTwo({ front, settle }: { front: RunningDesk; settle: () => Promise<void> }) {
  await front.prevalidate('Ny')
  await front.prevalidate('Roy')
  await settle()
  const paymentIds = [await takeCheque(front, 'Ny', '1234567'), await takeCheque(front, 'Roy', '7654321')]
  await settle()
  return paymentIds
}

const outcomes = async (desk: RunningDesk) =>
  (await desk.call('cheque.list', {})).cheques.map(
    ({ end, deposit }) => end?.outcome ?? (deposit ? 'at the bank' : null),
  )
const codes = (results: readonly { ok: boolean; code?: string }[]) => results.map(({ code }) => code ?? 'ok')

test('cheques go to the bank with one slip, on all PCs, and none goes twice', async () => {
  const office = await twoPcs()
  const { front, back, settle } = office
  const paymentIds = await takeTwo(office)
  const { results } = await front.run({ name: 'cheque.deposit', args: { paymentIds, depositedOn: '2026-11-23' } })
  const depositId = results[0]?.ok ? results[0].createdId : null
  expect(depositId).not.toBeNull()
  await settle()
  const seen = await back.call('cheque.list', {})
  expect(seen.deposits).toMatchObject([{ id: depositId, total: 10_000, currency: 'EUR', depositedBy: 'Anne Hervé' }])
  expect(seen.cheques.map(({ cheque, deposit }) => [cheque?.number, deposit?.id]).toSorted()).toEqual([
    ['1234567', depositId],
    ['7654321', depositId],
  ])
  const again = {
    name: 'cheque.deposit' as const,
    args: { paymentIds: paymentIds.slice(1), depositedOn: '2026-11-23' },
  }
  expect(codes((await back.run(again)).results)).toEqual(['cheque-deposited'])
  // Any PC prints it, again and again, always the same.
  let page = ''
  back.prints(async (html) => {
    page = html
    return Buffer.from('%PDF-')
  })
  const slip = { kind: 'cheque-slip' as const, depositId: depositId ?? '' }
  for (const _ of [1, 2])
    expect(await back.call('document.open', slip)).toMatchObject({
      ok: true,
      value: { version: 1, kind: 'cheque-slip' },
    })
  for (const said of ['1234567', '7654321', 'Crédit Agricole', 'M. Dupont', '100,00\u00a0€', '2\u00a0chèques'])
    expect(page).toContain(said)
  // The receipt says the cheque too.
  const receipt = await front.db.selectFrom('receipt').select('content').orderBy('sequence').executeTakeFirstOrThrow()
  expect(JSON.parse(receipt.content).reference).toBe('n°\u00a01234567, =Crédit Agricole')
})

test('the same cheque on the slips of two PCs that do not hear each other: both stand, a person is asked', async () => {
  const office = await twoPcs()
  const { front, back, settle } = office
  const paymentIds = await takeTwo(office)
  const deposit = { name: 'cheque.deposit' as const, args: { paymentIds, depositedOn: '2026-11-23' } }
  for (const desk of [front, back]) expect(codes((await desk.run(deposit)).results)).toEqual(['ok'])
  await settle()
  for (const desk of [front, back]) {
    expect((await desk.call('cheque.list', {})).deposits).toHaveLength(2)
    expect(await desk.toReview()).toMatchObject([{ name: 'cheque.deposit', code: 'cheque-deposited', kind: 'misfit' }])
  }
})

test('a cheque bounces: nothing is undone, the money is awaited again everywhere until it is made good', async () => {
  const office = await twoPcs()
  const { front, back, settle } = office
  const [paymentId = ''] = await takeTwo(office)
  expect((await back.entry('Ny')).paid).toBe(5000)
  const receiptId = (await back.call('payment.read', { paymentId }))?.receipt?.id ?? ''
  const { results } = await back.run(
    { name: 'cheque.end', args: { paymentId, outcome: 'bounced', endedOn: '2026-11-23', dueOn: '2026-11-30' } },
    { name: 'credit-note.issue', args: { receiptId, reason: 'Chèque revenu impayé' }, after: [0] },
  )
  expect(codes(results)).toEqual(['ok', 'ok'])
  await settle()
  for (const desk of [front, back]) {
    // What the paper will say for ever, on whichever PC it is printed.
    const note = await desk.db.selectFrom('creditNote').select('original').executeTakeFirstOrThrow()
    expect(JSON.parse(note.original)).toMatchObject({ bouncedOn: '2026-11-23' })
    const { years } = await desk.call('receipt.check', {})
    expect(years.flatMap(({ faults }) => faults)).toEqual([])
    expect((await outcomes(desk)).toSorted()).toEqual(['bounced', null])
    expect(await desk.call('payment.read', { paymentId })).toMatchObject({ awaited: 5000, credit: 0, receipt: null })
    expect(await desk.entry('Ny')).toMatchObject({ status: 'confirmed', paid: 0, fell: { dueOn: '2026-11-30' } })
    expect((await desk.call('session.sum', { sessionId: SESSION })).money).toMatchObject({ received: 5000, beyond: 0 })
    expect((await desk.call('today.read', { sessionId: SESSION }))?.bounced).toMatchObject({
      total: 1,
      rows: [{ paymentId, payerName: 'Ny Hinano Vaitiare', due: 5000, dueOn: '2026-11-30' }],
    })
    const totals = await desk.call('money.sum', { sessionId: SESSION })
    expect(totals).toMatchObject({
      ...{ received: 5000, credit: 0, bounced: { count: 1, amount: 5000 } },
      ...{ receipted: { count: 1, amount: 5000 }, unreceipted: { count: 0 } },
      exams: [{ entries: 2, expected: 10_000, paid: 5000, owed: 5000 }],
    })
    // Money that never came has no receipt.
    expect(codes((await desk.run({ name: 'receipt.issue', args: { paymentId } })).results)).toEqual(['cheque-bounced'])
    expect(
      codes(
        (await desk.run({ name: 'cheque.end', args: { paymentId, outcome: 'cleared', endedOn: '2026-11-23' } }))
          .results,
      ),
    ).toEqual(['cheque-ended'])
  }
  expect(await front.toReview()).toEqual([])
  // Paid again, in cash: it leaves the list of what waits.
  const { candidate, entries } = await front.request('Ny')
  const args = {
    ...{ sessionId: SESSION, payer: { kind: 'candidate', id: candidate.id }, method: 'cash', amount: 5000 },
    ...{ currency: 'EUR', receivedOn: '2026-11-23', reference: null },
    allocations: entries.map(({ id }) => ({ entryId: id, amount: 5000 })),
  }
  await front.run({ name: 'payment.record', args })
  await settle()
  expect(await back.entry('Ny')).toMatchObject({ paid: 5000, fell: null })
  expect((await back.call('today.read', { sessionId: SESSION }))?.bounced.total).toBe(0)
  expect(await back.call('payment.read', { paymentId })).toMatchObject({ awaited: 0, credit: 0 })
  expect(await back.call('cash.sum', { on: '2026-11-23' })).toMatchObject({ count: 1, total: 5000 })
  expect(await back.toReview()).toEqual([])

  // For the accountant: three columns that never count one payment twice, and no formula.
  const saved = await back.call('payment.save', { of: 'session', sessionId: SESSION, as: 'csv' })
  if (!saved.ok) throw new Error(saved.code)
  const table = readFileSync(saved.path, 'utf8')
  const lines = table
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'))
  const column = (name: string) => lines.slice(1).map((line) => line[lines[0]?.indexOf(name) ?? -1])
  expect(table.startsWith('\ufeff')).toBe(true)
  expect(column('Montant encaissé').toSorted()).toEqual(['', '50,00', '50,00'])
  expect(column('Montant impayé').toSorted()).toEqual(['', '', '50,00'])
  expect(column('Banque').toSorted()).toEqual(['', "'=Crédit Agricole", "'=Crédit Agricole"])
  expect(column('Réponse de la banque')).toContain('Impayé le 23/11/2026')

  // Of a month, across sessions; and what was written is opened, no other file of the PC.
  const days = async (from: string, to: string) => {
    const month = await back.call('payment.save', { of: 'days', from, to, as: 'csv' })
    if (!month.ok) throw new Error(month.code)
    return { path: month.path, count: readFileSync(month.path, 'utf8').trimEnd().split('\r\n').length - 1 }
  }
  expect((await days('2026-10-01', '2026-10-31')).count).toBe(0)
  const november = await days('2026-11-01', '2026-11-30')
  expect(november.count).toBe(3)
  expect(basename(november.path)).toBe('Reglements-du-2026-11-01-au-2026-11-30.csv')
  expect(await back.call('payment.open-saved', { path: november.path, which: 'folder' })).toEqual({ opened: true })
  expect(back.opened.at(-1)).toBe(dirname(november.path))
  expect(await back.call('payment.open-saved', { path: '/etc/hostname', which: 'file' })).toEqual({ opened: false })
  expect(back.opened.at(-1)).toBe(dirname(november.path))
})

test('a cheque noted unpaid on one PC while it is taken back on the other falls once', async () => {
  const office = await twoPcs()
  const { front, back, settle } = office
  await front.prevalidate('Ny')
  await settle()
  const { candidate, entries } = await front.request('Ny')
  const args = {
    ...{ sessionId: SESSION, payer: { kind: 'candidate', id: candidate.id }, method: 'cheque', amount: 5000 },
    ...{ currency: 'EUR', receivedOn: '2026-11-23', reference: null },
    allocations: entries.map(({ id }) => ({ entryId: id, amount: 5000 })),
  }
  const taken = (await front.run({ name: 'payment.record', args })).results[0]
  const paymentId = (taken?.ok && taken.createdId) || ''
  await settle()
  await front.run({ name: 'payment.void', args: { paymentId, reason: 'Erreur de montant' } })
  await back.run({
    name: 'cheque.end',
    args: { paymentId, outcome: 'bounced', endedOn: '2026-11-23', dueOn: '2026-11-30' },
  })
  await settle()
  for (const desk of [front, back]) {
    const totals = await desk.call('money.sum', { sessionId: SESSION })
    expect(totals).toMatchObject({ received: 0, voided: { count: 1 }, bounced: { count: 0 } })
    expect(await desk.toReview()).toMatchObject([{ name: 'cheque.end', code: 'payment-voided' }])
    expect((await desk.freshness()).agreement).toBe('agrees')
  }
})
