import { afterEach, expect, test } from 'vitest'
import { aDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

const sessionId = '2027-01'

async function aCentre(candidates: readonly string[]) {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld({ seats: 5, candidates })] })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(hq, desk)
  /** What is to be put right: how much of it, how much money, who or what. */
  const points = async () =>
    Object.fromEntries(
      (await desk.call('session.check', { sessionId })).points.map(({ name, total, amount, rows }) => [
        name,
        { total, amount, rows: rows.map(({ title, detail }) => [title, detail].filter(Boolean).join(' · ')) },
      ]),
    )
  /** How many requests still owe, and how much. */
  const awaited = async () => {
    const { due, amount } = await desk.call('payment.sum', { sessionId })
    return { due, amount }
  }
  const createdBy = async (...drafts: Parameters<typeof desk.run>) => {
    const [first] = (await desk.run(...drafts)).results
    if (!first?.ok) throw new Error(JSON.stringify(first))
    return first.createdId
  }
  return { desk, points, awaited, createdBy }
}

test('a session where nothing is out of order has no point', async () => {
  const { points } = await aCentre(['Ny'])
  expect(await points()).toEqual({})
})

test('what was paid and not validated, and money without a receipt, are told until they are put right', async () => {
  const { desk, points, createdBy } = await aCentre(['Ny', 'Roy'])
  await desk.prevalidate('Ny')
  const { candidate, entries } = await desk.request('Ny')
  const entryIds = entries.map(({ id }) => id)
  const paymentId = await createdBy({
    name: 'payment.record',
    args: {
      ...{ sessionId, payer: { kind: 'candidate', id: candidate.id }, method: 'card', amount: 6000, currency: 'EUR' },
      ...{ receivedOn: '2026-11-23', reference: null, allocations: [{ entryId: entryIds[0] ?? '', amount: 5000 }] },
    },
  })
  expect(await points()).toEqual({
    'paid-not-confirmed': { total: 1, amount: null, rows: ['Ny Hinano Vaitiare · ASCA-E1'] },
    'payment-without-receipt': { total: 1, amount: 6000, rows: ['Ny Hinano Vaitiare'] },
    credit: { total: 1, amount: 1000, rows: [] },
  })
  await desk.run({ name: 'entry.confirm', args: { entryIds } }, { name: 'receipt.issue', args: { paymentId } })
  expect(await points()).toEqual({
    'no-sitting': { total: 1, amount: null, rows: ['ASCA-E1 · CIEL COMPTABILITE'] },
    credit: { total: 1, amount: 1000, rows: [] },
  })
})

test('a sitting is what a convocation waits for; the money of a cheque that bounced is missing, and its receipt is one too many', async () => {
  const { desk, points, awaited, createdBy } = await aCentre(['Roy'])
  await desk.prevalidate('Roy')
  expect(await awaited()).toEqual({ due: 1, amount: 5000 })
  const [payment, , receipt] = (await desk.pay('Roy')).results
  const [entry] = (await desk.request('Roy')).entries
  if (!payment?.ok || !receipt?.ok || !entry?.offeringId) throw new Error('not paid')
  const sitting = { heldOn: '2027-01-18', startsAtLocal: '09:00', room: 'Salle B12' }
  await createdBy({ name: 'sitting.set', args: { offeringId: entry.offeringId, ...sitting, from: null } })
  const noConvocation = { total: 1, amount: null, rows: ['Roy Hinano Vaitiare · ASCA-E1'] }
  expect(await points()).toEqual({ 'no-convocation': noConvocation })
  expect(await awaited()).toEqual({ due: 0, amount: 0 })

  const { number } = await desk.db.selectFrom('receipt').select('number').executeTakeFirstOrThrow()
  const bounced = { outcome: 'bounced', endedOn: '2026-11-23', dueOn: '2026-11-30', note: null }
  await createdBy({ name: 'cheque.end', args: { paymentId: payment.createdId, ...bounced } })
  expect(await points()).toEqual({
    'confirmed-not-paid': { total: 1, amount: 5000, rows: ['Roy Hinano Vaitiare · ASCA-E1'] },
    // Nobody is told to print what cannot be printed before the money is there.
    'convocation-held': noConvocation,
    'receipt-without-payment': { total: 1, amount: 5000, rows: [`Roy Hinano Vaitiare · ${number}`] },
  })
  expect(await awaited()).toEqual({ due: 1, amount: 5000 })
  await createdBy({ name: 'credit-note.issue', args: { receiptId: receipt.createdId, reason: 'Chèque impayé' } })
  const [again, , itsReceipt] = (await desk.pay('Roy')).results
  expect(await points()).toEqual({ 'no-convocation': noConvocation })
  if (!again?.ok || !itsReceipt?.ok) throw new Error('not paid')

  // Taken back, after the cheque that had bounced before.
  await createdBy({ name: 'credit-note.issue', args: { receiptId: itsReceipt.createdId, reason: 'Erreur' } })
  await desk.run({ name: 'payment.void', args: { paymentId: again.createdId, reason: 'Erreur' } })
  await desk.run({ name: 'payment.void', args: { paymentId: payment.createdId, reason: 'Erreur' } })
  expect(await points()).toEqual({
    'confirmed-not-paid': { total: 1, amount: 5000, rows: ['Roy Hinano Vaitiare · ASCA-E1'] },
    'convocation-held': noConvocation,
  })
})
