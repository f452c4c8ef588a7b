import { afterEach, expect, test } from 'vitest'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

async function twoPcs(options: Parameters<typeof smallWorld>[0] = {}) {
  const clock = aClock()
  const world = smallWorld(options)
  const hq = await anHq({ clock, worlds: [world] })
  running.push(hq)
  const pc = async (name: string): Promise<RunningDesk> => {
    const desk = await aDesk({ hq, clock, name, role: 'manager' })
    running.push(desk)
    return desk
  }
  return { clock, world, hq, front: await pc('ACCUEIL'), back: await pc('BUREAU') }
}

async function remove(desk: RunningDesk, person: string) {
  const { id: requestId, entries } = await desk.request(person)
  const args = { requestId, entryIds: entries.map(({ id }) => id), reason: 'mistake', text: null }
  return await desk.run({ name: 'entry.remove', args })
}

async function extend(desk: RunningDesk, person: string, deadlineOn: string) {
  const { id: requestId, entries } = await desk.request(person)
  const args = { requestId, entryIds: entries.map(({ id }) => id), deadlineOn, reason: 'Chèque en route' }
  return await desk.run({ name: 'entry.extend', args })
}

async function correct(desk: RunningDesk, person: string, changes: Record<string, { from: string; to: string }>) {
  const { id: requestId, candidateId } = await desk.request(person)
  const args = { requestId, candidateId, changes, proof: 'passport', proofText: null }
  return await desk.run({ name: 'candidate.correct', args })
}

test('an exam asked by mistake is removed: its seat goes to the next one, here at once, everywhere after the exchange', async () => {
  const { clock, front, back } = await twoPcs()
  await front.prevalidate('Ny')
  clock.advance(11)
  await front.sync()
  await back.sync()
  front.network('down')
  await remove(front, 'Ny')
  expect(await front.entry('Ny')).toMatchObject({ status: 'withdrawn', pending: true, refusal: { reason: 'mistake' } })
  expect((await front.prevalidate('Roy')).results).toMatchObject([{ ok: true }])
  expect((await back.prevalidate('Roy')).results).toMatchObject([{ ok: false, code: 'no-seat-left' }])
  front.network('up')
  clock.advance(11)
  await front.sync()
  await back.sync()
  expect(await back.entry('Ny')).toMatchObject({ status: 'withdrawn', pending: false, refusal: { reason: 'mistake' } })
  expect(await back.entry('Roy')).toMatchObject({ status: 'prevalidated' })
  const { history } = (await front.call('request.file', { requestId: (await front.request('Ny')).id })) ?? {}
  expect(history?.map(({ kind }) => kind)).toContain('entry.remove')
})

test('a removal taken back within ten seconds has never been', async () => {
  const { clock, front, back } = await twoPcs({
    entries: { Ny: { status: 'prevalidated', deadlineAt: '2026-11-26T23:00:00.000Z' } },
  })
  const { undo } = await remove(front, 'Ny')
  clock.advance(9)
  expect(await front.call('command.undo', { clickId: undo?.clickId ?? '' })).toEqual({ undone: true })
  clock.advance(60)
  await front.sync()
  await back.sync()
  expect(await back.entry('Ny')).toMatchObject({ status: 'prevalidated', refusal: null })
})

test('what was paid in part for an exam that is removed becomes a credit of its payer', async () => {
  const { clock, front } = await twoPcs()
  await front.prevalidate('Ny')
  clock.advance(11)
  await front.sync()
  const { candidate, sessionId, entries } = await front.request('Ny')
  const [entry] = entries
  await front.run({
    name: 'payment.record',
    args: {
      sessionId,
      payer: { kind: 'candidate', id: candidate.id },
      method: 'cheque',
      amount: 2000,
      currency: 'EUR',
      receivedOn: '2026-11-23',
      reference: null,
      allocations: [{ entryId: entry?.id ?? '', amount: 2000 }],
    },
  })
  await remove(front, 'Ny')
  clock.advance(11)
  await front.sync()
  expect(await front.call('payment.list', { sessionId: '2027-01' })).toMatchObject([{ amount: 2000, credit: 2000 }])
})

test('a removal by one PC and the fee taken at the other: the fee stands, as a credit, and À revoir says it', async () => {
  const { clock, front, back } = await twoPcs()
  await front.prevalidate('Ny')
  clock.advance(11)
  await front.sync()
  await back.sync()
  await remove(front, 'Ny')
  clock.advance(11)
  await front.sync()
  await back.pay('Ny')
  await back.sync()
  expect(await back.entry('Ny')).toMatchObject({ status: 'withdrawn', paid: 5000 })
  expect((await back.toReview()).map(({ name, code }) => [name, code])).toContainEqual([
    'payment.record',
    'entry-not-live',
  ])
})

test('a deadline put off here is the other PC’s too; one that HQ finds too late comes back', async () => {
  const { clock, front, back } = await twoPcs()
  await front.prevalidate('Ny')
  clock.advance(11)
  await front.sync()
  await extend(front, 'Ny', '2026-12-01')
  expect(await front.entry('Ny')).toMatchObject({ deadlineOn: '2026-12-01', pending: true })
  clock.advance(11)
  await front.sync()
  await back.sync()
  expect(await back.entry('Ny')).toMatchObject({ deadlineOn: '2026-12-01', deadlineAt: '2026-12-01T23:00:00.000Z' })
  await extend(front, 'Ny', '2026-12-02')
  clock.set('2026-12-03T08:00:00.000Z')
  await front.sync()
  expect(await front.entry('Ny')).toMatchObject({ deadlineOn: '2026-12-01', pending: false })
  expect(await front.toReview()).toMatchObject([{ name: 'entry.extend', code: 'deadline-not-later' }])
})

test('two PCs correct the same name: the first that HQ hears holds, the other is told which field', async () => {
  const { clock, front, back } = await twoPcs()
  await correct(front, 'Ny', { birthName: { from: 'Ny', to: 'NYX' } })
  await correct(back, 'Ny', { birthName: { from: 'Ny', to: 'NIX' } })
  expect((await front.request('Hinano')).candidate.birthName).toBe('NYX')
  clock.advance(11)
  await back.sync()
  await front.sync()
  expect((await front.request('NIX')).candidate.birthName).toBe('NIX')
  expect(await front.toReview()).toMatchObject([
    { name: 'candidate.correct', code: 'value-changed', detail: { field: 'birthName' } },
  ])
})

test('a second correction leans on the first, and not on a decision about an exam of the same person', async () => {
  const { clock, front, back } = await twoPcs()
  front.network('down')
  await correct(front, 'Ny', { birthName: { from: 'Ny', to: 'NYX' } })
  await front.prevalidate('NYX')
  await correct(front, 'NYX', { birthName: { from: 'NYX', to: 'NYXE' } })
  await back.prevalidate('Roy')
  clock.advance(11)
  await back.sync()
  front.network('up')
  await front.sync()
  expect((await front.request('NYXE')).entries).toMatchObject([{ status: 'requested' }])
  expect(await front.toReview()).toMatchObject([{ name: 'entry.prevalidate', code: 'no-seat-left', dependents: [] }])
})
