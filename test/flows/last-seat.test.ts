import { afterEach, expect, test } from 'vitest'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq, type RunningHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

async function twoPcs(options: Parameters<typeof smallWorld>[0] = {}) {
  const clock = aClock()
  const world = smallWorld(options)
  const hq: RunningHq = await anHq({ clock, worlds: [world] })
  running.push(hq)
  const pc = async (name: string): Promise<RunningDesk> => {
    const desk = await aDesk({ hq, clock, name, role: 'manager' })
    running.push(desk)
    return desk
  }
  return { clock, world, hq, front: await pc('ACCUEIL'), back: await pc('BUREAU') }
}

test('the last seat goes to the first PC that HQ hears; the other is told why', async () => {
  const { clock, front, back } = await twoPcs()
  front.network('down')
  await front.prevalidate('Ny')
  await back.prevalidate('Roy')
  clock.advance(11)
  expect(await back.sync()).toBeNull()
  expect(await front.sync()).toBe('hq-unreachable')
  expect(await front.entry('Ny')).toMatchObject({ status: 'prevalidated', pending: true })

  front.network('up')
  expect(await front.sync()).toBeNull()
  expect(await front.entry('Ny')).toMatchObject({ status: 'requested', pending: false })
  expect(await front.entry('Roy')).toMatchObject({ status: 'prevalidated' })
  const [item] = await front.toReview()
  expect(item).toMatchObject({
    kind: 'refused',
    name: 'entry.prevalidate',
    code: 'no-seat-left',
    deviceName: 'ACCUEIL',
    operatorName: 'Anne Hervé',
    candidateNames: ['Ny Hinano Vaitiare'],
    contact: { phone: '87 12 34 56' },
    examCodes: ['ASCA-E1'],
  })

  await back.sync()
  expect(await back.toReview()).toEqual([item])
})

test('once the seat of another is seen here, the pending pre-validation waits for HQ without taking a seat twice', async () => {
  const { clock, front, back } = await twoPcs()
  await front.prevalidate('Ny')
  await back.prevalidate('Roy')
  clock.advance(11)
  await back.sync()
  // Only the pull reaches the front PC: its own command is still on its way.
  clock.advance(-11)
  await front.sync()
  expect(await front.entry('Ny')).toMatchObject({ status: 'requested', pending: true })
  expect((await front.call('offering.list', { sessionId: '2027-01' }))[0]).toMatchObject({ used: 1, seats: 1 })
  expect(await front.freshness()).toMatchObject({ toTransmit: 1, toReview: 0 })
  clock.advance(11)
  await front.sync()
  expect(await front.freshness()).toMatchObject({ toTransmit: 0, toReview: 1 })
})

test('two decisions on one file, the first refused: the file goes back to what HQ said, the money stays, one line says all', async () => {
  const { clock, world, front, back } = await twoPcs()
  front.network('down')
  await front.prevalidate('Ny')
  await front.pay('Ny')
  expect(await front.entry('Ny')).toMatchObject({ status: 'confirmed', pending: true })
  await back.prevalidate('Roy')
  clock.advance(11)
  await back.sync()
  front.network('up')
  await front.sync()
  expect(await front.entry('Ny')).toMatchObject({
    status: 'requested',
    pending: false,
    prevalidatedAt: null,
    paid: 5000,
  })
  const review = await front.toReview()
  expect(review).toMatchObject([
    {
      name: 'entry.prevalidate',
      code: 'no-seat-left',
      dependents: [{ name: 'entry.confirm', code: 'depends-on-refused' }],
      payment: null,
      moneyTaken: [{ amount: 5000, credit: 0, voided: false, receiptNumber: '2026-A-000001' }],
    },
  ])
  expect(await front.freshness()).toMatchObject({ toTransmit: 0, toReview: 1 })
  const register = await front.call('exchange.list', { states: ['refused'], text: '', before: null })
  expect(register.rows.map(({ name, detail }) => [name, detail?.after])).toEqual([
    ['entry.confirm', 'entry.prevalidate'],
    ['entry.prevalidate', undefined],
  ])

  // A seat is added: both decisions are taken again, in one click.
  await front.run({ name: 'offering.set-seats', args: { offeringId: world.offeringId, seats: 2 } })
  const { id: requestId, entries } = await front.request('Ny')
  const entryIds = entries.map(({ id }) => id)
  await front.run(
    { name: 'entry.prevalidate', args: { requestId, entryIds } },
    { name: 'entry.confirm', args: { entryIds }, after: [0] },
  )
  clock.advance(11)
  await front.sync()
  expect(await front.entry('Ny')).toMatchObject({ status: 'confirmed', pending: false, paid: 5000 })
})

test('what falls after its cause was settled elsewhere is a line of its own', async () => {
  const { clock, front, back } = await twoPcs()
  await front.prevalidate('Ny')
  await back.prevalidate('Roy')
  clock.advance(11)
  await back.sync()
  front.network('only-sends')
  await front.sync()
  await back.sync()
  const [item] = await back.toReview()
  await back.run({ name: 'review.settle', args: { reviewItemId: item?.id ?? '', note: null } })
  await back.sync()
  // The front PC has not heard yet that its pre-validation was refused: it takes the money.
  await front.pay('Ny')
  front.network('up')
  await front.sync()
  expect(await front.entry('Ny')).toMatchObject({ status: 'requested', paid: 5000 })
  expect(await front.toReview()).toMatchObject([{ name: 'entry.confirm', code: 'depends-on-refused' }])
})

test('a decision taken on what is seen stands, though an older doubtful one on the same file falls', async () => {
  const { clock, front, back } = await twoPcs()
  await front.prevalidate('Ny')
  await back.prevalidate('Roy')
  clock.advance(9)
  front.network('up')
  clock.advance(2)
  await back.sync()
  clock.advance(-2)
  await front.sync()
  expect(await front.entry('Ny')).toMatchObject({ status: 'requested', pending: true, doubtful: true })
  await front.refuse('Ny')
  clock.advance(11)
  await front.sync()
  expect(await front.entry('Ny')).toMatchObject({ status: 'refused', pending: false, doubtful: false })
  expect(await front.toReview()).toMatchObject([{ name: 'entry.prevalidate', code: 'no-seat-left', dependents: [] }])
})

test('the same fee taken at two desks: both payments stand, the later one is a credit, and it is said', async () => {
  const { clock, front, back } = await twoPcs()
  await front.prevalidate('Ny')
  clock.advance(11)
  await front.sync()
  await back.sync()
  await front.pay('Ny')
  clock.advance(60)
  await back.pay('Ny')
  await front.sync()
  await back.sync()
  await front.sync()
  const payments = await front.call('payment.list', { sessionId: '2027-01' })
  expect(payments.map(({ amount, credit }) => [amount, credit])).toEqual([
    [5000, 5000],
    [5000, 0],
  ])
  expect(await back.toReview()).toMatchObject([
    { kind: 'misfit', name: 'payment.record', code: 'entry-already-paid', payment: { amount: 5000, credit: 5000 } },
  ])
})

test('one refused among several does not hold the others back', async () => {
  const { clock, front, back } = await twoPcs({ seats: 2, candidates: ['Ny', 'Roy', 'Sol', 'Tan'] })
  await front.prevalidate('Ny')
  await front.prevalidate('Roy')
  await front.refuse('Sol')
  await back.prevalidate('Tan')
  clock.advance(11)
  await back.sync()
  await front.sync()
  expect((await front.requests()).map(({ candidate, entries }) => [candidate.birthName, entries[0]?.status])).toEqual([
    ['Ny', 'prevalidated'],
    ['Roy', 'requested'],
    ['Sol', 'refused'],
    ['Tan', 'prevalidated'],
  ])
  expect(await front.freshness()).toMatchObject({ toTransmit: 0, toReview: 1 })
})

test('a review settled on one PC is settled on all, with who and what', async () => {
  const { clock, front, back } = await twoPcs()
  await front.prevalidate('Ny')
  await back.prevalidate('Roy')
  clock.advance(11)
  await back.sync()
  await front.sync()
  const [item] = await front.toReview()
  await front.run({ name: 'review.settle', args: { reviewItemId: item?.id ?? '', note: 'Candidat prévenu.' } })
  expect(await front.toReview()).toEqual([])
  await front.sync()
  await back.sync()
  expect(await back.toReview()).toEqual([])
  const [settled] = await back.call('review.list', {})
  expect(settled?.settlement).toMatchObject({ note: 'Candidat prévenu.', settledBy: 'Anne Hervé' })
})

test('seats lowered here below what HQ knows is taken are refused, and come back', async () => {
  const { clock, world, front, back } = await twoPcs({ seats: 2 })
  await front.run({ name: 'offering.set-seats', args: { offeringId: world.offeringId, seats: 0 } })
  await back.prevalidate('Roy')
  clock.advance(11)
  await back.sync()
  await front.sync()
  expect((await front.call('offering.list', { sessionId: '2027-01' }))[0]).toMatchObject({ seats: 2, used: 1 })
  expect((await front.toReview())[0]).toMatchObject({
    name: 'offering.set-seats',
    code: 'seats-below-used',
    detail: { seats: 0, used: 1 },
  })
})

test('an older doubtful decision drags down none of those made since on the same row', async () => {
  const { clock, world, front, back } = await twoPcs({ seats: 2 })
  const setSeats = (seats: number) =>
    front.run({ name: 'offering.set-seats', args: { offeringId: world.offeringId, seats } })
  await setSeats(0)
  await back.prevalidate('Roy')
  clock.advance(11)
  await back.sync()
  clock.advance(-11)
  // Nothing leaves yet: the front PC only learns that a seat is taken, and its « 0 » no longer holds.
  await front.sync()
  await setSeats(3)
  await setSeats(4)
  clock.advance(11)
  await front.sync()
  expect((await front.call('offering.list', { sessionId: '2027-01' }))[0]).toMatchObject({ seats: 4, used: 1 })
  expect(await front.toReview()).toMatchObject([
    { name: 'offering.set-seats', code: 'seats-below-used', dependents: [] },
  ])
})
