import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import type { OfferingRow, SittingRow } from '../../contract/desk.ts'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq, type RunningHq } from '../helpers/an-hq.ts'
import { readIcs } from '../helpers/read-ics.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

const SESSION = '2027-01'

async function twoPcs(options: Parameters<typeof smallWorld>[0] = {}) {
  const clock = aClock()
  const world = smallWorld(options)
  world.common.push({ entity: 'software', value: { id: 'sage', name: 'SAGE 50' } })
  world.common.push({ entity: 'software', value: { id: 'ebp', name: 'EBP COMPTABILITÉ' } })
  const hq: RunningHq = await anHq({ clock, worlds: [world] })
  running.push(hq)
  const pc = async (name: string): Promise<RunningDesk> => {
    const desk = await aDesk({ hq, clock, name, role: 'manager' })
    running.push(desk)
    return desk
  }
  const front = await pc('ACCUEIL')
  const back = await pc('BUREAU')
  /** Everything leaves, and everyone hears of it. */
  const settle = async () => {
    clock.advance(11)
    for (const desk of [front, back, front, back]) await desk.sync()
  }
  return { clock, world, front, back, settle }
}

const offerings = (desk: RunningDesk): Promise<OfferingRow[]> =>
  Promise.resolve(desk.call('offering.list', { sessionId: SESSION }))
const sittings = (desk: RunningDesk): Promise<SittingRow[]> =>
  Promise.resolve(desk.call('sitting.list', { sessionId: SESSION }))
const setSitting = (world: { offeringId: string }, change: Record<string, string> = {}) => ({
  name: 'sitting.set' as const,
  args: { offeringId: world.offeringId, heldOn: '2027-01-18', startsAtLocal: '09:00', room: 'Salle A', ...change },
})

test('who changed an offering: at once here, on every PC once HQ has said yes, never what it refused', async () => {
  const { clock, world, front, back, settle } = await twoPcs({ seats: 4 })
  const history = async (desk: RunningDesk) =>
    (await desk.call('offering.history', { offeringId: world.offeringId })).map(
      ({ name, state, told, operatorName }) => [name, state, told.seats ?? told.room ?? null, operatorName],
    )
  await front.run({ name: 'offering.set-seats', args: { offeringId: world.offeringId, seats: 6 } })
  clock.advance(1)
  await front.run(setSitting(world))
  expect(await history(front)).toEqual([
    ['sitting.set', 'waiting', 'Salle A', 'Anne Hervé'],
    ['offering.set-seats', 'waiting', 6, 'Anne Hervé'],
  ])
  expect(await history(back)).toEqual([])
  expect((await offerings(front))[0]).toMatchObject({ seats: 6, changing: true })

  await settle()
  const told = [
    ['sitting.set', 'applied', 'Salle A', 'Anne Hervé'],
    ['offering.set-seats', 'applied', 6, 'Anne Hervé'],
  ]
  expect(await history(front)).toEqual(told)
  expect(await history(back)).toEqual(told)
  expect((await offerings(front))[0]).toMatchObject({ seats: 6, changing: false })

  // Both close it: the second is refused, and changed nothing.
  await front.run({ name: 'offering.close', args: { offeringId: world.offeringId } })
  await back.run({ name: 'offering.close', args: { offeringId: world.offeringId } })
  await settle()
  expect((await history(back)).map(([name]) => name)).toEqual(['offering.close', 'sitting.set', 'offering.set-seats'])
  expect((await back.toReview())[0]).toMatchObject({ name: 'offering.close', code: 'already-closed' })
})

test('who waits for an offering is named in the order received, and leaves the queue when answered', async () => {
  const { world, front } = await twoPcs({ candidates: ['Abe', 'Taken', 'Zoe'], seats: 2 })
  const wait = async () =>
    (await front.call('offering.queue', { offeringId: world.offeringId })).map(({ requestId }) => requestId)
  await front.db
    .updateTable('request')
    .set({ receivedAt: '2026-11-01T08:00:00.000Z' })
    .where('id', '=', world.request('Zoe'))
    .execute()
  expect(await wait()).toEqual(['Zoe', 'Abe', 'Taken'].map(world.request))
  await front.prevalidate('Taken')
  expect(await wait()).toEqual(['Zoe', 'Abe'].map(world.request))
})

test('software is listed by how much the centre offers it, then by name', async () => {
  const { front } = await twoPcs()
  const { results } = await front.run({
    name: 'offering.open',
    args: { made: { sessionId: SESSION, examId: '2027-01:ASCA-E1', softwareIds: ['ciel', 'sage'], seats: 3 } },
  })
  expect(results[0]?.ok).toBe(true)
  const listed = await front.call('software.list', {})
  expect(listed.map(({ id, offerings: count }) => [id, count])).toEqual([
    ['ciel', 2],
    ['sage', 1],
    ['ebp', 0],
  ])
})

test('the money of a session: what seats cost, no more than that of what came in, and the rest beyond', async () => {
  const { world, front } = await twoPcs({
    seats: 5,
    candidates: ['Ny', 'Roy', 'Lou', 'Ida'],
    entries: { Ida: { offeringId: null } },
  })
  const sum = async () => await front.call('session.sum', { sessionId: SESSION })
  expect(await sum()).toEqual({
    requests: 4,
    candidates: 4,
    toPlace: [{ examId: '2027-01:ASCA-E1', count: 1 }],
    money: { currency: 'EUR', expected: 0, received: 0, beyond: 0 },
  })
  await front.prevalidate('Ny')
  await front.prevalidate('Roy')
  await front.pay('Ny')
  expect((await sum()).money).toEqual({ currency: 'EUR', expected: 10_000, received: 5000, beyond: 0 })

  // 70,00 € for a fee of 50,00 €: 20,00 € are owed back; taken back, the payment counts for nothing.
  const { results } = await front.run({
    name: 'payment.record',
    args: {
      ...{
        sessionId: SESSION,
        method: 'transfer',
        amount: 7000,
        currency: 'EUR',
        receivedOn: '2026-11-23',
        reference: null,
      },
      payer: { kind: 'candidate', id: world.candidate('Roy') },
      allocations: [{ entryId: world.entry('Roy'), amount: 5000 }],
    },
  })
  expect((await sum()).money).toEqual({ currency: 'EUR', expected: 10_000, received: 10_000, beyond: 2000 })
  const paymentId = results[0]?.ok ? results[0].createdId : null
  await front.run({ name: 'payment.void', args: { paymentId, reason: 'Erreur de saisie' } })
  expect((await sum()).money).toEqual({ currency: 'EUR', expected: 10_000, received: 5000, beyond: 0 })
})

test('a sitting called off counts for nothing: lists, dates, sheets; the agenda takes it out of calendars', async () => {
  const { world, front, back, settle } = await twoPcs()
  await front.run(setSitting(world))
  await front.run(setSitting(world, { heldOn: '2027-01-19', room: 'Salle B' }))
  await settle()
  const [first, second] = await sittings(back)
  expect([first, second].map((one) => [one?.room, one?.pending])).toEqual([
    ['Salle A', false],
    ['Salle B', false],
  ])
  const { id: sittingId, heldOn, startsAtLocal, room } = first as SittingRow
  await back.run({ name: 'sitting.cancel', args: { sittingId, from: { heldOn, startsAtLocal, room } } })
  await settle()
  for (const desk of [front, back]) {
    expect((await sittings(desk)).map((one) => one.room)).toEqual(['Salle B'])
    expect((await offerings(desk))[0]?.sittingDates).toEqual(['2027-01-19'])
    expect(await desk.call('document.open', { kind: 'attendance-sheet', sittingId })).toMatchObject({ ok: false })
  }

  const saved = await front.call('session.agenda', { sessionId: SESSION })
  if (!saved.ok) throw new Error(saved.code)
  const { name, events } = readIcs(readFileSync(saved.path, 'utf8'))
  expect(name).toBe('Session de janvier 2027 (CENTRE LUMIÈRE)')
  expect(events.flatMap(({ uid, status }) => (uid.startsWith('sitting-') ? status : []))).toEqual([
    'CANCELLED',
    'CONFIRMED',
  ])
  expect(await front.call('session.agenda', { sessionId: 'none' })).toEqual({ ok: false, code: 'not-found' })
})

test('two PCs move one sitting: the second is told what had been changed, and nothing of its own is kept', async () => {
  const { world, front, back, settle } = await twoPcs()
  await front.run(setSitting(world))
  await settle()
  const [sitting] = await sittings(front)
  const from = { heldOn: '2027-01-18', startsAtLocal: '09:00', room: 'Salle A' }
  const move = (room: string) => setSitting(world, { room }).args
  await front.run({ name: 'sitting.set', args: { ...move('Salle C'), sittingId: sitting?.id ?? '', from } })
  await back.run({ name: 'sitting.set', args: { ...move('Salle D'), sittingId: sitting?.id ?? '', from } })
  await settle()
  expect((await sittings(back)).map(({ room, pending }) => [room, pending])).toEqual([['Salle C', false]])
  expect((await back.toReview())[0]).toMatchObject({
    name: 'sitting.set',
    code: 'value-changed',
    detail: { field: 'room' },
  })
})

test('several offerings opened in one click come back in one undo; nothing has left', async () => {
  const { front, back, settle } = await twoPcs()
  const open = (software: string) => ({
    name: 'offering.open' as const,
    args: { made: { sessionId: SESSION, examId: '2027-01:ASCA-E1', softwareIds: [software], seats: 3 } },
  })
  const { results, undo } = await front.run(open('sage'), open('ebp'), open('ciel'))
  // The last is offered already: it is left out, the others hold.
  expect(results.map((result) => (result.ok ? 'opened' : result.code))).toEqual(['opened', 'opened', 'offering-exists'])
  expect(await offerings(front)).toHaveLength(3)
  expect(await front.call('command.undo', { clickId: undo?.clickId ?? '' })).toEqual({ undone: true })
  await settle()
  for (const desk of [front, back]) expect(await offerings(desk)).toHaveLength(1)
})
