import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { owedIn } from '../../renderer/payments/payment-form.ts'
import { draftsOfUse, spreadCredits } from '../../renderer/payments/spread-credits.ts'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const SESSION = '2027-01'
const AFPA = { id: 'afpa', name: 'AFPA de Rennes', addressLines: ['1 rue du Centre'], onAccount: false }
const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

/** An organisation has paid 100,00 € by one transfer, with a receipt, for one person who owed 50,00 €; two others still owe theirs. */
async function overpaid() {
  const clock = aClock()
  const world = smallWorld({ seats: 5, candidates: ['Ny', 'Roy', 'Sol'], organisation: AFPA })
  const hq = await anHq({ clock, worlds: [world] })
  const front = await aDesk({ hq, clock, role: 'manager', name: 'ACCUEIL' })
  const back = await aDesk({ hq, clock, role: 'manager', name: 'BUREAU' })
  running.push(hq, front, back)
  const settle = async () => {
    clock.advance(11)
    for (const desk of [front, back, front, back]) await desk.sync()
  }
  for (const person of ['Ny', 'Roy', 'Sol']) await front.prevalidate(person)
  await settle()
  const { id: entryId } = await front.entry('Ny')
  const args = {
    ...{ sessionId: SESSION, payer: { kind: 'organisation', id: AFPA.id }, method: 'transfer', amount: 10_000 },
    ...{ currency: 'EUR', receivedOn: '2026-11-23', reference: 'VIR AFPA', allocations: [{ entryId, amount: 5000 }] },
  }
  const { results } = await front.run(
    { name: 'payment.record', args },
    { name: 'entry.confirm', args: { entryIds: [entryId] }, after: [0] },
    { name: 'receipt.issue', args: { paymentId: null }, after: [0] },
  )
  const paymentId = (results[0]?.ok && results[0].createdId) || ''
  await settle()
  return { clock, hq, front, back, settle, paymentId }
}

/** What « Utiliser » sends: the credit, and what it makes final. */
async function use(desk: RunningDesk, paymentId: string, person: string, amount = 5000) {
  const { id: entryId } = await desk.entry(person)
  return await desk.run(
    { name: 'credit.use', args: { paymentId, allocations: [{ entryId, amount }] } },
    { name: 'entry.confirm', args: { entryIds: [entryId] }, after: [0] },
  )
}

const giveBack = (desk: RunningDesk, paymentId: string, amount: number) =>
  desk.run({ name: 'credit.return', args: { paymentId, amount, means: 'cash', returnedOn: '2026-11-23' } })
const codes = (results: readonly { ok: boolean; code?: string }[]) => results.map(({ code }) => code ?? 'ok')
const creditOf = async (desk: RunningDesk, paymentId: string) =>
  (await desk.call('payment.read', { paymentId }))?.credit
const totalsOf = (desk: RunningDesk) => desk.call('money.sum', { sessionId: SESSION })

test('what an organisation paid too much pays for another of its people, on all PCs, and the attestation cites the one receipt', async () => {
  const { front, back, settle, paymentId } = await overpaid()
  expect(await creditOf(back, paymentId)).toBe(5000)
  const { requests } = await front.call('credit.targets', { paymentIds: [paymentId] })
  expect(requests.map(({ candidate }) => candidate.birthName)).toEqual(['Roy', 'Sol'])

  // Half of the fee: Roy still owes the rest, and is not confirmed.
  expect(codes((await use(front, paymentId, 'Roy', 2000)).results)).toEqual(['ok', 'fee-not-covered'])
  expect(codes((await use(front, paymentId, 'Roy', 3000)).results)).toEqual(['ok', 'ok'])
  await settle()
  for (const desk of [front, back]) {
    expect(await desk.entry('Roy')).toMatchObject({ status: 'confirmed', paid: 5000 })
    expect(await creditOf(desk, paymentId)).toBe(0)
    expect(await totalsOf(desk)).toMatchObject({
      ...{ received: 10_000, returned: 0, credit: 0, overReturned: 0, receipted: { count: 1, amount: 10_000 } },
      exams: [{ paid: 10_000, owed: 5000 }],
    })
    expect(await desk.toReview()).toEqual([])
    expect(codes((await use(desk, paymentId, 'Sol')).results)).toEqual(['credit-too-small', 'depends-on-refused'])
  }
  // Nothing more was numbered, and both are attested under the one receipt.
  const receipts = await back.db.selectFrom('receipt').select(['id', 'number']).execute()
  expect(receipts).toHaveLength(1)
  let page = ''
  back.prints(async (html) => {
    page = html
    return Buffer.from('%PDF-')
  })
  const { candidateId } = await back.request('Roy')
  const asked = { kind: 'payment-attestation' as const, receiptId: receipts[0]?.id ?? '', candidateId }
  expect(await back.call('document.open', asked)).toMatchObject({ ok: true })
  expect(page).toContain(receipts[0]?.number)
  expect(page).toContain('Roy')
  expect(page).toContain('50,00\u00a0€')
  // In both histories, with who did it.
  for (const [person, amount] of [
    ['Ny', 5000],
    ['Roy', 5000],
  ] as const) {
    const { candidateId: id } = await back.request(person)
    const { history } = (await back.call('candidate.file', { candidateId: id, sessionId: SESSION })) ?? { history: [] }
    const lines = history.filter(({ kind }) => kind === 'credit.use')
    expect(lines.map(({ operatorName }) => operatorName)).toEqual(['Anne Hervé', 'Anne Hervé'])
    expect(lines.reduce((sum, { detail }) => sum + Number(detail.amount), 0)).toBe(amount)
    expect(lines[0]?.detail.ofReceipt).toBe(receipts[0]?.number)
  }
})

test('the same credit used on two PCs that do not hear each other: the first has it, the second is told', async () => {
  const { front, back, settle, paymentId } = await overpaid()
  expect(codes((await use(front, paymentId, 'Roy')).results)).toEqual(['ok', 'ok'])
  expect(codes((await use(back, paymentId, 'Sol')).results)).toEqual(['ok', 'ok'])
  expect((await back.entry('Sol')).status).toBe('confirmed')
  await settle()
  for (const desk of [front, back]) {
    expect(await desk.entry('Roy')).toMatchObject({ status: 'confirmed', paid: 5000 })
    expect(await desk.entry('Sol')).toMatchObject({ status: 'prevalidated', paid: 0 })
    expect(await creditOf(desk, paymentId)).toBe(0)
    expect(await desk.toReview()).toMatchObject([
      {
        ...{
          name: 'credit.use',
          code: 'credit-too-small',
          kind: 'refused',
          candidateNames: [expect.stringMatching('Sol')],
        },
        dependents: [{ name: 'entry.confirm', code: 'depends-on-refused' }],
      },
    ])
  }
})

test('what is given back leaves the till and the totals; given back on two PCs, both stand and a person is asked', async () => {
  const { front, back, settle, paymentId } = await overpaid()
  expect(codes((await giveBack(front, paymentId, 2000)).results)).toEqual(['ok'])
  await settle()
  expect(await creditOf(back, paymentId)).toBe(3000)
  expect((await back.call('session.sum', { sessionId: SESSION })).money).toMatchObject({ received: 5000, beyond: 3000 })
  expect(await back.call('cash.sum', { on: '2026-11-23' })).toMatchObject({
    ...{ count: 0, received: 0, returned: 2000, total: -2000, days: [{ on: '2026-11-23', total: -2000 }] },
    returns: [{ payerName: 'AFPA de Rennes', amount: 2000, by: 'Anne Hervé' }],
  })
  for (const desk of [front, back]) expect(codes((await giveBack(desk, paymentId, 3000)).results)).toEqual(['ok'])
  await settle()
  for (const desk of [front, back]) {
    expect(await creditOf(desk, paymentId)).toBe(-3000)
    expect(await totalsOf(desk)).toMatchObject({
      ...{ received: 10_000, returned: 8000, credit: 0, overReturned: 3000 },
      exams: [{ paid: 5000 }],
    })
    expect(await desk.toReview()).toMatchObject([{ name: 'credit.return', code: 'credit-too-small', kind: 'misfit' }])
  }
  const saved = await back.call('payment.save', { of: 'session', sessionId: SESSION, as: 'csv' })
  if (!saved.ok) throw new Error(saved.code)
  const [heads = [], ...lines] = readFileSync(saved.path, 'utf8')
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'))
  expect(lines.map((line) => line[heads.indexOf('Montant rendu')])).toEqual(['', '20,00', '30,00', '30,00'])
  expect(new Set(lines.map((line) => line.length))).toEqual(new Set([heads.length]))
})

test('money of a seat that was released pays for another, and does not come back with the seat', async () => {
  const { front, back, settle, clock, paymentId } = await overpaid()
  expect(codes((await giveBack(front, paymentId, 5000)).results)).toEqual(['ok'])
  const { id: requestId, entries } = await front.request('Roy')
  const [entryId = ''] = entries.map(({ id }) => id)
  const args = {
    ...{ sessionId: SESSION, payer: { kind: 'organisation', id: AFPA.id }, method: 'card', amount: 4000 },
    ...{ currency: 'EUR', receivedOn: '2026-11-23', reference: null, allocations: [{ entryId, amount: 4000 }] },
  }
  const { results } = await front.run({ name: 'payment.record', args })
  const cardId = (results[0]?.ok && results[0].createdId) || ''
  await settle()
  clock.advance(20 * 86_400)
  const release = { requestId, entryIds: [entryId], reason: 'Délai dépassé' }
  expect(codes((await back.run({ name: 'entry.release', args: release })).results)).toEqual(['ok'])
  await settle()
  expect(await creditOf(front, cardId)).toBe(4000)
  expect(codes((await use(front, cardId, 'Sol', 4000)).results)).toEqual(['ok', 'fee-not-covered'])
  await settle()
  const again = { requestId, entryIds: [entryId], reason: 'Le chèque est arrivé' }
  expect(codes((await back.run({ name: 'entry.reinstate', args: again })).results)).toEqual(['ok'])
  await settle()
  for (const desk of [front, back]) {
    expect(await desk.entry('Sol')).toMatchObject({ status: 'prevalidated', paid: 4000 })
    expect(await desk.entry('Roy')).toMatchObject({ status: 'prevalidated', paid: 0 })
    expect(await creditOf(desk, cardId)).toBe(0)
    expect(await desk.toReview()).toEqual([])
  }
})

test('several credits of one payer are used in one click: each a decision, what they pay for together final after both', async () => {
  const { front, back, settle, paymentId } = await overpaid()
  // Another payment of theirs, for nobody yet.
  const { results } = await front.run({
    name: 'payment.record',
    args: {
      ...{ sessionId: SESSION, payer: { kind: 'organisation', id: AFPA.id }, method: 'transfer', amount: 3000 },
      ...{ currency: 'EUR', receivedOn: '2026-11-23', reference: null, allocations: [] },
    },
  })
  const second = (results[0]?.ok && results[0].createdId) || ''
  const both = await front.call('credit.targets', { paymentIds: [paymentId, second] })
  expect(both.requests.map(({ candidate }) => candidate.birthName)).toEqual(['Roy', 'Sol'])
  expect((await front.call('credit.targets', { paymentIds: [paymentId, 'of nobody'] })).requests).toEqual([])

  const credits = [paymentId, second].map(async (id) => ({ id, credit: (await creditOf(front, id)) ?? 0 }))
  const dues = owedIn(both.requests)
  const parts = spreadCredits(await Promise.all(credits), dues)
  const drafts = draftsOfUse(parts, dues)
  expect(drafts.map(({ name, after }) => [name, after])).toEqual([
    ['credit.use', undefined],
    ['credit.use', undefined],
    ['entry.confirm', [0]],
  ])
  expect(codes((await front.run(...drafts)).results)).toEqual(['ok', 'ok', 'ok'])
  await settle()
  for (const desk of [front, back]) {
    expect(await desk.entry('Roy')).toMatchObject({ status: 'confirmed', paid: 5000 })
    expect(await desk.entry('Sol')).toMatchObject({ status: 'prevalidated', paid: 3000 })
    expect([await creditOf(desk, paymentId), await creditOf(desk, second)]).toEqual([0, 0])
    expect(await desk.toReview()).toEqual([])
    expect((await desk.freshness()).agreement).toBe('agrees')
  }
})
