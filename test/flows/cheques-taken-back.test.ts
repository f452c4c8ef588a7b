import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Draft } from '../../contract/ipc.ts'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const SESSION = '2027-01'
const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

/** Two PCs, and the cheques of two people received, confirmed and receipted. */
async function twoCheques() {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld({ seats: 5, candidates: ['Ny', 'Roy'] })] })
  const front = await aDesk({ hq, clock, role: 'manager', name: 'ACCUEIL' })
  const back = await aDesk({ hq, clock, role: 'manager', name: 'BUREAU' })
  running.push(hq, front, back)
  const settle = async () => {
    clock.advance(11)
    for (const desk of [front, back, front, back]) await desk.sync()
  }
  await front.prevalidate('Ny')
  await front.prevalidate('Roy')
  await settle()
  const paymentIds = [await takeCheque(front, 'Ny', '1234567'), await takeCheque(front, 'Roy', '7654321')] as const
  await settle()
  return { clock, hq, front, back, settle, paymentIds }
}

async function takeCheque(desk: RunningDesk, person: string, number: string): Promise<string> {
  const { candidate, entries } = await desk.request(person)
  const args = {
    ...{ sessionId: SESSION, payer: { kind: 'candidate', id: candidate.id }, method: 'cheque' },
    ...{ amount: 5000, currency: 'EUR', receivedOn: '2026-11-23', reference: null },
    cheque: { number, bank: 'Crédit Agricole', drawer: 'M. Dupont' },
    allocations: entries.map(({ id, feeAmount }) => ({ entryId: id, amount: feeAmount })),
  }
  return await made(
    desk,
    { name: 'payment.record', args },
    { name: 'entry.confirm', args: { entryIds: entries.map(({ id }) => id) }, after: [0] },
    { name: 'receipt.issue', args: { paymentId: null }, after: [0] },
  )
}

/** What the first of these commands made; all of them must be accepted here. */
async function made(desk: RunningDesk, ...drafts: Draft[]): Promise<string> {
  const { results } = await desk.run(...drafts)
  expect(results.filter(({ ok }) => !ok)).toEqual([])
  const [first] = results
  if (!first?.ok || !first.createdId) throw new Error('nothing was made')
  return first.createdId
}

const deposit = (paymentIds: readonly string[], depositedOn = '2026-11-23'): Draft => ({
  name: 'cheque.deposit',
  args: { paymentIds: [...paymentIds], depositedOn },
})
const takeBackSlip = (depositId: string): Draft => ({
  name: 'deposit.void',
  args: { depositId, reason: 'Chèque oublié sur le bureau' },
})
const ended = (paymentId: string, outcome: 'cleared' | 'bounced'): Draft => ({
  name: 'cheque.end',
  args: { paymentId, outcome, endedOn: '2026-11-23', dueOn: outcome === 'bounced' ? '2026-11-30' : null },
})
const takeBackEnd = (endId: string, paymentId: string): Draft => ({
  name: 'cheque-end.void',
  args: { endId, paymentId, reason: 'C’était le chèque d’un autre' },
})
const codes = async (desk: RunningDesk, ...drafts: Draft[]) =>
  (await desk.run(...drafts)).results.map((one) => (one.ok ? 'ok' : one.code))
const places = async (desk: RunningDesk) =>
  (await desk.call('cheque.list', {})).cheques
    .map(
      ({ cheque, end, deposit: slip }) => `${cheque?.number} ${end?.outcome ?? (slip ? slip.depositedOn : 'in hand')}`,
    )
    .toSorted()
const money = async (desk: RunningDesk) => await desk.call('money.sum', { sessionId: SESSION })

test('a slip noted by mistake is taken back: its cheques are in hand again on every PC, and go with another', async () => {
  const { front, back, settle, paymentIds } = await twoCheques()
  const before = await money(front)
  const slip = await made(front, deposit(paymentIds))
  let page = ''
  front.prints(async (html) => {
    page = html
    return Buffer.from('%PDF-')
  })
  await front.call('document.open', { kind: 'cheque-slip', depositId: slip })
  expect(page).not.toContain('ANNULÉ')
  await settle()
  await made(back, takeBackSlip(slip))
  expect(await places(back)).toEqual(['1234567 in hand', '7654321 in hand'])
  expect(await codes(back, takeBackSlip(slip))).toEqual(['deposit-voided'])
  await settle()
  for (const desk of [front, back]) {
    expect(await places(desk)).toEqual(['1234567 in hand', '7654321 in hand'])
    expect((await desk.call('cheque.list', {})).deposits).toMatchObject([
      { id: slip, voided: { reason: 'Chèque oublié sur le bureau', voidedBy: 'Anne Hervé' } },
    ])
    expect(await desk.toReview()).toEqual([])
    expect((await desk.freshness()).agreement).toBe('agrees')
    expect(await money(desk)).toEqual(before)
  }
  // Printed again, wherever it is, it says so; the history of each person too.
  expect(await front.call('document.open', { kind: 'cheque-slip', depositId: slip })).toMatchObject({
    value: { version: 2, title: expect.stringContaining('ANNULÉ') },
  })
  expect(page).toContain('ANNULÉ')
  expect(page).toContain('Chèque oublié sur le bureau')
  const { candidate } = await front.request('Ny')
  const file = await front.call('candidate.file', { candidateId: candidate.id, sessionId: null })
  expect(file?.history.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['cheque.deposit', 'deposit.void']))

  const second = await made(front, deposit([paymentIds[0]], '2026-11-22'))
  await settle()
  expect(await places(back)).toEqual(['1234567 2026-11-22', '7654321 in hand'])
  expect((await back.call('payment.read', { paymentId: paymentIds[0] }))?.deposit?.id).toBe(second)
})

test('a slip about which the bank has answered stays, and the cheque is told; one of two slips goes all the same', async () => {
  const { front, back, settle, paymentIds } = await twoCheques()
  const slip = await made(front, deposit(paymentIds))
  const end = await made(front, ended(paymentIds[1], 'cleared'))
  const { results } = await front.run(takeBackSlip(slip))
  expect(results).toMatchObject([
    { ok: false, code: 'deposit-answered', detail: { number: '7654321', outcome: 'cleared', count: 1 } },
  ])
  // The answer is taken back first, then the slip.
  await made(front, takeBackEnd(end, paymentIds[1]))
  await made(front, takeBackSlip(slip))
  await settle()
  expect(await places(back)).toEqual(['1234567 in hand', '7654321 in hand'])

  // Two PCs that do not hear each other: two slips, one too many, whatever the bank answers meanwhile.
  const ours = await made(front, deposit(paymentIds))
  const theirs = await made(back, deposit(paymentIds))
  await settle()
  await made(front, ended(paymentIds[0], 'cleared'))
  await made(front, takeBackSlip(theirs))
  expect(await codes(front, takeBackSlip(ours))).toEqual(['deposit-answered'])
  await settle()
  expect(await places(back)).toEqual(['1234567 cleared', '7654321 2026-11-23'])
  expect((await back.call('payment.read', { paymentId: paymentIds[1] }))?.deposit?.id).toBe(ours)
})

test('noted unpaid for the wrong cheque: the money is there again everywhere, and the payment has a receipt anew', async () => {
  const { front, back, settle, paymentIds } = await twoCheques()
  const [paymentId] = paymentIds
  const before = await money(front)
  await made(front, deposit(paymentIds))
  const receiptId = (await front.call('payment.read', { paymentId }))?.receipt?.id ?? ''
  const end = await made(front, ended(paymentId, 'bounced'), {
    name: 'credit-note.issue',
    args: { receiptId, reason: 'Chèque revenu impayé' },
    after: [0],
  })
  await settle()
  expect(await back.entry('Ny')).toMatchObject({ paid: 0, fell: { dueOn: '2026-11-30' } })
  expect((await back.call('today.read', { sessionId: SESSION }))?.bounced.total).toBe(1)
  expect(await codes(back, takeBackEnd(end, paymentIds[1]))).toEqual(['not-found'])
  await made(back, takeBackEnd(end, paymentId), { name: 'receipt.issue', args: { paymentId }, after: [0] })
  expect(await codes(back, takeBackEnd(end, paymentId))).toEqual(['end-voided'])
  await settle()
  for (const desk of [front, back]) {
    expect(await places(desk)).toEqual(['1234567 2026-11-23', '7654321 2026-11-23'])
    expect(await desk.entry('Ny')).toMatchObject({ status: 'confirmed', paid: 5000, fell: null })
    expect((await desk.call('today.read', { sessionId: SESSION }))?.bounced.total).toBe(0)
    expect(await money(desk)).toEqual(before)
    expect(await desk.call('payment.read', { paymentId })).toMatchObject({ end: null, awaited: 0, credit: 0 })
    const { years } = await desk.call('receipt.check', {})
    expect(years.flatMap(({ faults }) => faults)).toEqual([])
    expect(await desk.toReview()).toEqual([])
    expect((await desk.freshness()).agreement).toBe('agrees')
  }
  // The right answer can be noted now; HQ counts by it.
  await made(back, ended(paymentId, 'cleared'))
  await settle()
  expect(await places(front)).toEqual(['1234567 cleared', '7654321 2026-11-23'])
  expect(await front.toReview()).toEqual([])
})

test('of two answers of two PCs, the one that stays counts', async () => {
  const { front, back, settle, paymentIds } = await twoCheques()
  const [paymentId] = paymentIds
  const bounced = await made(front, ended(paymentId, 'bounced'))
  await made(back, ended(paymentId, 'cleared'))
  await settle()
  for (const desk of [front, back]) expect(await places(desk)).toEqual(['1234567 bounced', '7654321 in hand'])
  await made(back, takeBackEnd(bounced, paymentId))
  await settle()
  for (const desk of [front, back]) {
    expect(await places(desk)).toEqual(['1234567 cleared', '7654321 in hand'])
    expect(await desk.entry('Ny')).toMatchObject({ paid: 5000 })
  }
})

test('paid otherwise meanwhile: once the answer is taken back, one of the two payments is a credit', async () => {
  const { front, back, settle, paymentIds } = await twoCheques()
  const [paymentId] = paymentIds
  const end = await made(front, ended(paymentId, 'bounced'))
  const { candidate, entries } = await front.request('Ny')
  const cash = await made(front, {
    name: 'payment.record',
    args: {
      ...{ sessionId: SESSION, payer: { kind: 'candidate', id: candidate.id }, method: 'cash', amount: 5000 },
      ...{ currency: 'EUR', receivedOn: '2026-11-23', reference: null },
      allocations: entries.map(({ id }) => ({ entryId: id, amount: 5000 })),
    },
  })
  await made(front, takeBackEnd(end, paymentId))
  await settle()
  for (const desk of [front, back]) {
    expect(await desk.call('payment.read', { paymentId: cash })).toMatchObject({ credit: 5000 })
    expect(await money(desk)).toMatchObject({ received: 15_000, credit: 5000, bounced: { count: 0 } })
    expect((await desk.freshness()).agreement).toBe('agrees')
  }
})

test('the line of the statement on which a slip stood is to be dealt with again, and the slip is proposed no more', async () => {
  const { front, settle, paymentIds } = await twoCheques()
  const slip = await made(front, deposit(paymentIds))
  const file = path.join(front.folder, 'releve.csv')
  writeFileSync(file, 'Date;Libellé;Débit;Crédit\r\n23/11/2026;REMISE CHEQUES;;100,00\r\n')
  front.picks(file)
  expect(await front.call('statement.open', {})).toEqual({ ok: true })
  const asked = { from: 0, count: 10 }
  const guess = (await front.call('statement.read', { ...asked, view: 'open', columns: null }))?.file?.guess ?? null
  const read = async (view: 'open' | 'done') =>
    (await front.call('statement.read', { ...asked, view, columns: guess }))?.lines?.rows ?? []
  const [line] = await read('open')
  expect(line?.proposals).toMatchObject([{ kind: 'deposit', depositId: slip }])
  const { key: lineKey = '', bookedOn = '', amount = 0, label = '' } = line ?? {}
  const match = { lineKey, bookedOn, amount, label }
  await made(front, { name: 'statement.match', args: { ...match, paymentId: null, depositId: slip } })
  await settle()
  expect(await read('open')).toEqual([])
  await made(front, takeBackSlip(slip))
  await settle()
  expect(await read('done')).toEqual([])
  expect(await read('open')).toMatchObject([{ key: lineKey, state: 'none', proposals: [] }])
  expect(await codes(front, { name: 'statement.match', args: { ...match, paymentId: null, depositId: slip } })).toEqual(
    ['deposit-voided'],
  )
  // With its right date it is proposed for that very line; the other PC and HQ agree that it is free.
  const again = await made(front, deposit(paymentIds, '2026-11-22'))
  expect(await read('open')).toMatchObject([{ proposals: [{ kind: 'deposit', depositId: again }] }])
  await made(front, { name: 'statement.match', args: { ...match, paymentId: null, depositId: again } })
  await settle()
  expect(await front.toReview()).toEqual([])
  expect(await read('done')).toHaveLength(1)
})
