import { expect, test } from 'vitest'
import type { Cursor } from '../../contract/hq.ts'
import { holdsSeat } from '../../domain/entry.ts'
import { aDevice, ask, type TestDevice, valuesOf } from '../helpers/a-device.ts'
import type { World } from '../helpers/world.ts'
import { startHqWith } from './start-hq.ts'

/** On PostgreSQL alone: PGlite has one connection, and would pass these whatever the code does. */
const database = 'postgresql' as const

const people = Array.from({ length: 40 }, (_, n) => `P${n}`)

function prevalidate(pc: TestDevice, world: World, name: string) {
  return pc.command('entry.prevalidate', { requestId: world.request(name), entryIds: [world.entry(name)] })
}

test('eight PCs fight for thirteen seats: thirteen are given, whatever the order', async () => {
  const { hq, world } = await startHqWith({ seats: 13, candidates: people }, { database })
  const pcs = await Promise.all(Array.from({ length: 8 }, () => aDevice(hq, 'rennes')))
  const sent = people.map((name, n) => {
    const pc = pcs[n % pcs.length] as TestDevice
    return pc.send(prevalidate(pc, world, name))
  })
  const answers = (await Promise.all(sent)).flat()
  expect(answers.filter((answer) => answer === 'applied')).toHaveLength(13)
  expect(answers.filter((answer) => answer === 'refused no-seat-left')).toHaveLength(27)
  const rows = await (await aDevice(hq, 'rennes')).rows()
  expect(valuesOf(rows, 'entry').filter(({ status }) => holdsSeat(status))).toHaveLength(13)
  expect(hq.bugs).toEqual([])
})

test('seats are lowered while they are being taken: never below what is used', async () => {
  const { hq, world } = await startHqWith({ seats: 20, candidates: people }, { database })
  const manager = await aDevice(hq, 'rennes')
  const pcs = await Promise.all(Array.from({ length: 4 }, () => aDevice(hq, 'rennes')))
  const lowering = Array.from({ length: 10 }, (_, n) =>
    manager.send(manager.command('offering.set-seats', { offeringId: world.offeringId, seats: 20 - 2 * n })),
  )
  const taking = people.map((name, n) => {
    const pc = pcs[n % pcs.length] as TestDevice
    return pc.send(prevalidate(pc, world, name))
  })
  await Promise.all([...lowering, ...taking])
  const rows = await manager.rows()
  const used = valuesOf(rows, 'entry').filter(({ status }) => holdsSeat(status)).length
  expect(used).toBeLessThanOrEqual(valuesOf(rows, 'offering')[0]?.seats ?? -1)
  expect(hq.bugs).toEqual([])
})

test('requests for the same two offerings in both orders lock nobody for good', async () => {
  const { hq, world } = await startHqWith({ seats: 50, candidates: people }, { database })
  const pcs = await Promise.all(Array.from({ length: 6 }, () => aDevice(hq, 'rennes')))
  const answers = await Promise.all(
    people.flatMap((name, n) => {
      const pc = pcs[n % 6] as TestDevice
      const withdrawal = n % 3 === 0 ? [hq.withdraw(world.entry(name))] : []
      const seats =
        n % 5 === 0 ? [pc.send(pc.command('offering.set-seats', { offeringId: world.offeringId, seats: 60 + n }))] : []
      return [pc.send(prevalidate(pc, world, name)), ...withdrawal, ...seats]
    }),
  )
  expect(answers.flat().filter((answer) => answer.startsWith('failed'))).toEqual([])
  expect(hq.bugs).toEqual([])
})

test('positions have no gap, and a reader who follows the feed skips nothing, while everybody writes', async () => {
  const { hq, world } = await startHqWith({ seats: 15, candidates: people }, { database })
  const pcs = await Promise.all(Array.from({ length: 8 }, () => aDevice(hq, 'rennes')))
  const reader = await aDevice(hq, 'rennes')
  const token = await reader.token()
  let writing = true
  const seen: number[] = []
  const read = async () => {
    let cursor: Cursor = { common: 0, centre: 0 }
    for (;;) {
      const last = !writing
      const { body } = await ask(hq.url, `/v1/changes?common=${cursor.common}&centre=${cursor.centre}`, { token })
      const page = body as Awaited<ReturnType<TestDevice['changes']>>
      for (const { stream, position } of page.changes) if (stream === 'centre') seen.push(position)
      cursor = page.cursor
      if (last && !page.more) return cursor
    }
  }
  const reading = [read(), read()]
  await Promise.all(
    people.map((name, n) => {
      const pc = pcs[n % pcs.length] as TestDevice
      return pc.send(prevalidate(pc, world, name))
    }),
  )
  writing = false
  const [one] = await Promise.all(reading)
  const head = one?.centre ?? 0
  // The world, nine PCs, forty commands.
  expect(head).toBe(1 + 9 + 40)
  const positions = Array.from({ length: head }, (_, n) => n + 1)
  expect(seen.sort((a, b) => a - b)).toEqual(positions.flatMap((position) => [position, position]))
})

test('the same batch sent five times at once has its effect once', async () => {
  const { hq, world } = await startHqWith({ seats: 3, candidates: people }, { database })
  const pc = await aDevice(hq, 'rennes')
  const batch = people.slice(0, 6).map((name) => prevalidate(pc, world, name))
  const token = await pc.token()
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => ask(hq.url, '/v1/commands', { body: { commands: batch }, token })),
  )
  const [first, ...others] = answers.map(({ body }) => (body as { results: unknown }).results)
  for (const other of others) expect(other).toEqual(first)
  const rows = await pc.rows()
  expect(valuesOf(rows, 'outcome')).toHaveLength(6)
  expect(valuesOf(rows, 'reviewItem')).toHaveLength(3)
  expect(valuesOf(rows, 'entry').filter(({ status }) => holdsSeat(status))).toHaveLength(3)
})
