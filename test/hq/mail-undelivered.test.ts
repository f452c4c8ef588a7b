import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { uuidV7 } from '../../domain/ids.ts'
import { addSeconds } from '../../domain/time.ts'
import { aDevice, type TestDevice, valuesOf } from '../helpers/a-device.ts'
import { aClock } from '../helpers/an-hq.ts'
import type { World } from '../helpers/world.ts'
import { prevalidate } from './acts.ts'
import { queueOf, startMailbox, startSending } from './mail-world.ts'
import { startHqWith } from './start-hq.ts'

const DAY = 24 * 3600

function release(pc: TestDevice, world: World, ...names: string[]) {
  const entryIds = names.map(world.entry)
  return pc.command('entry.release', { requestId: world.request(names[0] ?? ''), entryIds, reason: 'Rien reçu' })
}

test('a pre-validation mail that is given up is told to the centre; its seat is released once somebody has called', async () => {
  const clock = aClock()
  const { hq, world } = await startHqWith({ seats: 5 }, { clock })
  const pc = await aDevice(hq, world.centreId)
  const box = await startMailbox([{ at: 'rcpt', code: 550, words: 'No such person' }])
  startSending(hq, box)
  await pc.send(prevalidate(pc, world, 'Ny'))
  await expect.poll(() => queueOf(hq)).toEqual(['prevalidated failed'])
  const [item, ...more] = valuesOf(await pc.rows(), 'reviewItem')
  expect(more).toEqual([])
  expect(item).toMatchObject({
    ...{ kind: 'notice', name: 'mail', code: 'mail-undelivered', detail: null },
    ...{ requestId: world.request('Ny'), entryIds: [world.entry('Ny')], dependents: [] },
  })
  // Who it is about, the rows say: the line itself repeats nothing of what the candidate typed.
  expect(JSON.stringify(item)).not.toMatch(/hinano|@/i)
  clock.advance(10 * DAY)
  expect(await pc.send(release(pc, world, 'Ny'))).toEqual(['refused mail-not-sent'])
  const settle = {
    settlementId: uuidV7(clock.now(), randomBytes(16)),
    reviewItemId: item?.id ?? '',
    choice: 'handled',
    note: 'Appelée',
    settledAt: clock.now(),
  } as const
  expect(await pc.send(pc.command('review.settle', settle))).toEqual(['applied'])
  expect(await pc.send(release(pc, world, 'Ny'))).toEqual(['applied'])
  expect(hq.bugs).toEqual([])
})

test('while the mail that a deadline runs from is tried again, nobody loses their seat', async () => {
  const clock = aClock()
  const { hq, world } = await startHqWith({ seats: 5 }, { clock })
  const pc = await aDevice(hq, world.centreId)
  const box = await startMailbox([{ at: 'rcpt', code: 451 }])
  startSending(hq, box)
  await pc.send(prevalidate(pc, world, 'Ny'))
  await expect.poll(async () => (await hq.db.selectFrom('mail').select('attempts').execute())[0]?.attempts).toBe(1)
  await expect.poll(() => queueOf(hq)).toEqual(['prevalidated waiting'])
  // HQ was without its mail server for days: put off, so that it does not leave between two lines of this test.
  const late = addSeconds(clock.now(), 40 * DAY)
  await hq.db.updateTable('mail').set({ dueAt: late }).execute()
  clock.advance(10 * DAY)
  expect(await pc.send(release(pc, world, 'Ny'))).toEqual(['refused mail-not-sent'])
  await hq.db.updateTable('mail').set({ dueAt: clock.now(), queuedAt: clock.now() }).execute()
  await expect.poll(() => queueOf(hq)).toEqual(['prevalidated sent'])
  // It runs from the mail that has left.
  expect(await pc.send(release(pc, world, 'Ny'))).toEqual(['refused deadline-not-over'])
  clock.advance(10 * DAY)
  expect(await pc.send(release(pc, world, 'Ny'))).toEqual(['applied'])
  expect(valuesOf(await pc.rows(), 'reviewItem').filter(({ kind }) => kind === 'notice')).toEqual([])
})
