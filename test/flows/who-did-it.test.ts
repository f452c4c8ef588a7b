import { afterEach, expect, test } from 'vitest'
import { getRow } from '../../db/rows.ts'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

test('what one PC did is told on the others: who, when, about whom, and in what terms; a fact tells it itself', async () => {
  const clock = aClock()
  const world = smallWorld({ seats: 5 })
  const hq = await anHq({ clock, worlds: [world] })
  const one = await aDesk({ hq, clock, role: 'manager' })
  const other = await aDesk({ hq, clock, role: 'manager', name: 'POSTE 2' })
  running.push(hq, one, other)
  const exchange = async (...desks: RunningDesk[]) => {
    clock.advance(11)
    for (const desk of desks) expect(await desk.sync()).toBeNull()
  }
  await one.prevalidate('Ny')
  const doneAt = clock.now()
  await exchange(one)
  const ids = { requestId: world.request('Ny'), entryIds: [world.entry('Ny')] }
  await one.run({ name: 'entry.extend', args: { ...ids, deadlineOn: '2026-12-01', reason: 'Chèque en route' } })
  await one.run({ name: 'call.note', args: { candidateId: world.candidate('Ny'), means: 'phone', text: 'Secret.' } })
  await exchange(one, other)

  const outcomes = await other.db.selectFrom('outcome').select('id').orderBy('name', 'desc').execute()
  const told = await Promise.all(outcomes.map(({ id }) => getRow(other.db as never, 'outcome', id)))
  expect(told).toMatchObject([
    {
      name: 'entry.prevalidate',
      operatorName: 'Anne Hervé',
      doneAt,
      about: [`request/${ids.requestId}`],
      entryIds: ids.entryIds,
      told: {},
    },
    { name: 'entry.extend', operatorName: 'Anne Hervé', told: { deadlineOn: '2026-12-01', reason: 'Chèque en route' } },
    { name: 'call.note', operatorName: 'Anne Hervé', about: [], entryIds: [], told: {} },
  ])
  expect(JSON.stringify(told)).not.toContain('Secret')
  expect(await other.db.selectFrom('callNote').select(['text', 'notedBy']).execute()).toEqual([
    { text: 'Secret.', notedBy: 'Anne Hervé' },
  ])

  // What arrived says so by name, on the other PC and on the one that did it.
  const events = async (desk: RunningDesk) =>
    (await desk.call('arrival.list', { before: null })).flatMap((arrival) => arrival.events)
  const candidates = [{ id: world.candidate('Ny'), name: expect.stringContaining('Ny') as string }]
  const by = (here: boolean) => ({ name: 'Anne Hervé', here, refused: false })
  expect(await events(other)).toMatchObject([
    { kind: 'entry.prevalidate', by: by(false), candidates, examCodes: ['ASCA-E1'] },
    { kind: 'entry.extend', by: by(false), candidates },
    { kind: 'call.note', by: by(false), candidates },
  ])
  const [pc, ...own] = (await events(one)).toSorted((a) => (a.by ? 1 : -1))
  expect(own.map((event) => event.by)).toEqual([by(true), by(true), by(true)])
  expect(pc).toMatchObject({ kind: 'other', by: null, counts: { device: 1 } })
})
