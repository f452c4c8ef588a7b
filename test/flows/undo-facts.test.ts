import { afterEach, expect, test } from 'vitest'
import { aDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { aCandidate } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

/** Ny's seat is pre-validated, at HQ too. */
async function aCentre() {
  const clock = aClock()
  const world = smallWorld({ seats: 5, candidates: ['Ny', 'Roy'] })
  const hq = await anHq({ clock, worlds: [world] })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(hq, desk)
  await desk.prevalidate('Ny')
  clock.advance(11)
  await desk.sync()
  const candidateId = world.candidate('Ny')
  const note = () => desk.run({ name: 'call.note', args: { candidateId, means: 'phone', text: 'Chèque parti hier.' } })
  const remind = () => {
    const args = { requestId: world.request('Ny'), entryIds: [world.entry('Ny')], means: 'mail' as const }
    return desk.run({ name: 'reminder.sent', args })
  }
  const undo = async (click: { undo: { clickId: string } | null }) =>
    click.undo ? (await desk.call('command.undo', { clickId: click.undo.clickId })).undone : null
  const here = async () => {
    const notes = await desk.db.selectFrom('callNote').select('revision').execute()
    const reminders = await desk.db.selectFrom('reminder').select('revision').execute()
    return [notes.map(({ revision }) => revision), reminders.map(({ revision }) => revision)]
  }
  const mails = () => hq.db.selectFrom('mail').select('name').where('name', '=', 'reminder').execute()
  return { clock, world, hq, desk, note, remind, undo, here, mails, candidateId }
}

test('a note or a reminder can be taken back for ten seconds: its row goes, HQ never hears of it, no mail leaves', async () => {
  const { clock, desk, hq, note, remind, undo, here, mails } = await aCentre()
  const [noted, reminded] = [await note(), await remind()]
  expect(await here()).toEqual([[0], [0]])
  expect(await undo(reminded)).toBe(true)
  expect(await undo(noted)).toBe(true)
  expect(await here()).toEqual([[], []])
  clock.advance(11)
  expect(await desk.sync()).toBeNull()
  expect(await mails()).toEqual([])
  expect(await hq.db.selectFrom('callNote').selectAll().execute()).toEqual([])
  const kept = await desk.db.selectFrom('command').select(['name', 'state']).orderBy('sequence').execute()
  expect(kept.slice(1)).toEqual([
    { name: 'call.note', state: 'cancelled' },
    { name: 'reminder.sent', state: 'cancelled' },
  ])
  expect(await desk.freshness()).toMatchObject({ toTransmit: 0, agreement: 'agrees' })
  // It no longer counts as a reminder of a moment ago.
  expect((await remind()).results).toMatchObject([{ ok: true }])
})

test('it stays while pages come in between, and can then still be taken back', async () => {
  const { clock, hq, desk, note, undo, here, candidateId } = await aCentre()
  const noted = await note()
  const value = aCandidate({ id: candidateId, birthName: 'Ny', usageName: null, nuc: 'CA1', phone: '01' })
  await hq.publish({ centreId: 'rennes', writes: [{ entity: 'candidate', value }] })
  await desk.sync()
  expect((await desk.request('Ny')).candidate.phone).toBe('01')
  expect(await here()).toEqual([[0], []])
  clock.advance(9)
  expect(await undo(noted)).toBe(true)
  expect(await here()).toEqual([[], []])
  expect((await desk.request('Ny')).candidate.phone).toBe('01')
})

test('the ten seconds survive a restart; once they are over it leaves, and stands', async () => {
  const { clock, desk, note, remind, undo, here, mails } = await aCentre()
  const first = await note()
  await desk.restart()
  expect(await undo(first)).toBe(true)
  const [noted, reminded] = [await note(), await remind()]
  await desk.restart()
  clock.advance(10)
  expect([await undo(noted), await undo(reminded)]).toEqual([false, false])
  expect(await desk.sync()).toBeNull()
  expect(await here()).toEqual([[1], [1]])
  expect(await mails()).toHaveLength(1)
  expect(await desk.freshness()).toMatchObject({ toTransmit: 0, agreement: 'agrees' })
})

test('the candidate leaves meanwhile: taken back, nothing of them stays', async () => {
  const { hq, desk, world, note, undo, here, candidateId } = await aCentre()
  const noted = await note()
  await hq.publish({
    centreId: 'rennes',
    writes: [],
    tombstones: [
      { entity: 'entry', id: world.entry('Ny') },
      { entity: 'request', id: world.request('Ny') },
    ],
  })
  await desk.sync()
  const knows = async () =>
    (await desk.db.selectFrom('candidate').select('id').where('id', '=', candidateId).execute()).length
  expect(await knows()).toBe(1)
  expect(await undo(noted)).toBe(true)
  expect([await knows(), await here()]).toEqual([0, [[], []]])
  await desk.sync()
  expect(await desk.freshness()).toMatchObject({ agreement: 'agrees', notices: [] })
})

test('money taken behind a note waits for it to leave, and holds whatever becomes of the note', async () => {
  const { desk, note, undo } = await aCentre()
  const noted = await note()
  const paid = await desk.pay('Ny')
  expect(paid.undo).toBeNull()
  await desk.sync()
  expect(await desk.freshness()).toMatchObject({ toTransmit: 4 })
  expect(await undo(noted)).toBe(true)
  await desk.sync()
  expect(await desk.freshness()).toMatchObject({ toTransmit: 0 })
  expect(await desk.entry('Ny')).toMatchObject({ status: 'confirmed', paid: 5000, pending: false })
})
