import { afterEach, expect, test } from 'vitest'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

const TEN_MINUTES = 601

async function aCentre() {
  const clock = aClock()
  const world = smallWorld({ seats: 9, candidates: ['Ny', 'Roy', 'Sy', 'Ty'] })
  const hq = await anHq({ clock, worlds: [world] })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(hq, desk)
  /** Held, paid, receipted, and known to HQ. */
  const serve = async (one: RunningDesk, person: string) => {
    await one.prevalidate(person)
    await one.pay(person)
    clock.advance(TEN_MINUTES)
    return await one.sync()
  }
  return { clock, world, hq, desk, serve }
}

async function receiptsOf(desk: RunningDesk): Promise<string[]> {
  const payments = await desk.call('payment.list', { sessionId: '2027-01' })
  return payments.flatMap(({ receipt }) => receipt?.number ?? []).sort()
}

test('a PC whose disk was put back to yesterday’s becomes another one: nothing is lost, no number is drawn twice', async () => {
  const { hq, desk, serve } = await aCentre()
  await serve(desk, 'Ny')
  const yesterday = await desk.copyDisk()
  await serve(desk, 'Roy')
  await desk.restoreDisk(yesterday)
  expect(await serve(desk, 'Sy')).toBeNull()
  const { series, freshness } = await desk.state()
  expect(series).toBe('B')
  expect(freshness).toMatchObject({ toTransmit: 0, trouble: null, agreement: 'agrees' })
  expect(freshness.notices).toMatchObject([{ kind: 'identity-renewed', detail: { oldSeries: 'A', series: 'B' } }])
  // Sy's receipt was issued before this PC knew: under the number that Roy's has. Both stand, and a person is asked.
  expect(await receiptsOf(desk)).toEqual(['2026-A-000001', '2026-A-000002', '2026-A-000002'])
  const review = await desk.toReview()
  expect(review.map(({ kind, code }) => `${kind} ${code}`).sort()).toEqual([
    'misfit receipt-number-clash',
    'notice identity-forked',
  ])
  await serve(desk, 'Ty')
  expect(await receiptsOf(desk)).toContain('2026-B-000001')
  expect(hq.bugs).toEqual([])
})

test('two PCs with one disk: the second to come forward is told apart, even before either has done anything', async () => {
  const { clock, hq, desk } = await aCentre()
  const twin = await aDesk({ hq, clock, disk: await desk.copyDisk() })
  running.push(twin)
  for (let day = 0; day < 2; day++)
    for (const pc of [desk, twin]) {
      clock.advance(TEN_MINUTES)
      expect(await pc.sync()).toBeNull()
    }
  const ids = await Promise.all(
    [desk, twin].map(async ({ db }) =>
      db.selectFrom('syncState').select('value').where('key', '=', 'deviceId').executeTakeFirstOrThrow(),
    ),
  )
  expect(new Set(ids.map(({ value }) => value)).size).toBe(2)
  const series = await Promise.all([desk, twin].map(async (pc) => (await pc.state()).series))
  expect(new Set(series).size).toBe(2)
  expect(hq.bugs).toEqual([])
})

test('two PCs with one disk that both worked offline: each one’s work reaches HQ once', async () => {
  const { clock, world, hq, desk } = await aCentre()
  const twin = await aDesk({ hq, clock, disk: await desk.copyDisk() })
  running.push(twin)
  await desk.prevalidate('Ny')
  await twin.prevalidate('Roy')
  await twin.pay('Roy')
  clock.advance(TEN_MINUTES)
  for (const pc of [desk, twin, desk, twin]) {
    clock.advance(TEN_MINUTES)
    expect(await pc.sync()).toBeNull()
  }
  const entries = await hq.db.selectFrom('entry').select(['id', 'status']).execute()
  const statusOf = (name: string) => entries.find(({ id }) => id === world.entry(name))?.status
  expect([statusOf('Ny'), statusOf('Roy')]).toEqual(['prevalidated', 'confirmed'])
  expect(await hq.db.selectFrom('payment').select('id').execute()).toHaveLength(1)
  for (const pc of [desk, twin])
    expect(await pc.freshness()).toMatchObject({ toTransmit: 0, quarantined: 0, agreement: 'agrees' })
  expect(hq.bugs).toEqual([])
})

test('after a restore made by the application, money is recorded and no receipt is numbered until HQ gave a new series', async () => {
  const { clock, desk } = await aCentre()
  await desk.prevalidate('Ny')
  clock.advance(TEN_MINUTES)
  await desk.sync()
  await desk.db.insertInto('syncState').values({ key: 'restoredAt', value: clock.now() }).execute()
  desk.network('down')
  const { results } = await desk.pay('Ny')
  expect(results.map((result) => (result.ok ? 'ok' : result.code))).toEqual(['ok', 'ok', 'series-awaited'])
  expect(await desk.freshness()).toMatchObject({ seriesAwaited: true })
  desk.network('up')
  clock.advance(60)
  expect(await desk.sync()).toBeNull()
  expect(await desk.freshness()).toMatchObject({ seriesAwaited: false, toTransmit: 0 })
  const [payment] = await desk.call('payment.list', { sessionId: '2027-01' })
  await desk.run({ name: 'receipt.issue', args: { paymentId: payment?.id ?? '' } })
  expect(await receiptsOf(desk)).toEqual(['2026-B-000001'])
})

test('answers lost at every contact never make a PC pass for a copy of itself', async () => {
  const { clock, desk } = await aCentre()
  for (let n = 0; n < 6; n++) {
    clock.advance(TEN_MINUTES)
    desk.network(n % 2 === 0 ? 'loses-answers' : 'delivers-twice')
    await desk.sync()
    if (n === 3) await desk.restart()
  }
  desk.network('up')
  expect(await desk.sync()).toBeNull()
  const { series, freshness } = await desk.state()
  expect({ series, notices: freshness.notices }).toEqual({ series: 'A', notices: [] })
})

test('a receipt whose number clashes is corrected by a credit note, and its payment gets another', async () => {
  const { clock, hq, desk, serve } = await aCentre()
  await serve(desk, 'Ny')
  const yesterday = await desk.copyDisk()
  await serve(desk, 'Roy')
  await desk.restoreDisk(yesterday)
  await serve(desk, 'Sy')
  const clash = (await desk.toReview()).find(({ code }) => code === 'receipt-number-clash')
  const payment = await paymentOf(desk, clash?.paymentId ?? '')
  const { results } = await desk.run(
    {
      name: 'credit-note.issue',
      args: { receiptId: payment.receipt?.id ?? '', reason: 'Numéro porté par un autre reçu' },
    },
    { name: 'receipt.issue', args: { paymentId: payment.id }, after: [0] },
    { name: 'review.settle', args: { reviewItemId: clash?.id ?? '', choice: 'receipt-corrected' } },
  )
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true])
  clock.advance(60)
  expect(await desk.sync()).toBeNull()
  expect(await paymentOf(desk, payment.id)).toMatchObject({
    receipt: { number: '2026-B-000001' },
    creditNotes: [{ number: '2026-B-AV-000001', receiptNumber: '2026-A-000002' }],
  })
  expect(await desk.freshness()).toMatchObject({ agreement: 'agrees', toTransmit: 0 })
  expect((await desk.toReview()).map(({ code }) => code)).toEqual(['identity-forked'])
  const again = await desk.run({
    name: 'credit-note.issue',
    args: { receiptId: payment.receipt?.id ?? '', reason: 'x' },
  })
  expect(again.results).toMatchObject([{ ok: false, code: 'receipt-credited', detail: { number: '2026-B-AV-000001' } }])
  const paper = await desk.call('document.open', {
    kind: 'credit-note',
    creditNoteId: (await paymentOf(desk, payment.id)).creditNotes[0]?.id ?? '',
  })
  expect(paper).toMatchObject({ ok: true, value: { title: 'Avoir 2026-B-AV-000001', duplicate: false } })
  expect(hq.bugs).toEqual([])
})

async function paymentOf(desk: RunningDesk, paymentId: string) {
  const payment = (await desk.call('payment.list', { sessionId: '2027-01' })).find(({ id }) => id === paymentId)
  if (!payment) throw new Error(`no payment ${paymentId}`)
  return payment
}
