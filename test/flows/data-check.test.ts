import { afterEach, expect, test } from 'vitest'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { MONDAY } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'

const SESSION = { sessionId: '2027-01' }

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

async function twoPcs() {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld({ entries: { Ny: { status: 'confirmed' } } })] })
  running.push(hq)
  const pc = async (name: string): Promise<RunningDesk> => {
    const desk = await aDesk({ hq, clock, name, role: 'manager' })
    running.push(desk)
    return desk
  }
  const mails = async () => (await hq.db.selectFrom('mail').select('name').execute()).map(({ name }) => name)
  return { clock, hq, mails, front: await pc('ACCUEIL'), back: await pc('BUREAU') }
}

const ask = (desk: RunningDesk) => desk.run({ name: 'data-check.ask', args: SESSION })
const asked = (desk: RunningDesk) => desk.call('data-check.list', SESSION)

test('candidates are asked without network: it waits, and counts from when the mails leave', async () => {
  const { clock, mails, front, back } = await twoPcs()
  front.network('down')
  expect((await ask(front)).results).toMatchObject([{ ok: true }])
  expect(await asked(front)).toMatchObject([{ askedAt: MONDAY, pending: true }])
  expect((await ask(front)).results).toMatchObject([{ ok: false, code: 'asked-already' }])
  clock.advance(3600)
  expect(await mails()).toEqual([])
  front.network('up')
  await front.sync()
  await back.sync()
  expect(await mails()).toEqual(['data-check'])
  const told = [{ askedAt: clock.now(), pending: false }]
  expect(await asked(front)).toMatchObject(told)
  expect(await asked(back)).toMatchObject(told)
})

test('asked on two PCs that do not know of each other, it is done once, and the second is told', async () => {
  const { clock, mails, front, back } = await twoPcs()
  back.network('down')
  await ask(back)
  await ask(front)
  clock.advance(11)
  await front.sync()
  back.network('up')
  await back.sync()
  expect(await mails()).toEqual(['data-check'])
  expect(await asked(back)).toHaveLength(1)
  expect(await back.call('review.list', {})).toMatchObject([{ name: 'data-check.ask', code: 'asked-already' }])
})

test('taken back within ten seconds, nobody was asked', async () => {
  const { clock, mails, front } = await twoPcs()
  const { undo } = await ask(front)
  clock.advance(9)
  expect(await front.call('command.undo', { clickId: undo?.clickId ?? '' })).toEqual({ undone: true })
  clock.advance(60)
  await front.sync()
  expect(await asked(front)).toEqual([])
  expect(await mails()).toEqual([])
})
