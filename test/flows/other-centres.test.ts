import { afterEach, expect, test } from 'vitest'
import { otherCentresBringer } from '../../main/sync/other-centres.ts'
import { aDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld, type World } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

const SESSION = { sessionId: '2027-01' }

/** A centre of this département, with so many seats, and nobody or somebody in the first. */
function aCentre(centreId: string, department: string, changes: { seats?: number; taken?: boolean } = {}): World {
  const { seats = 1, taken = false } = changes
  const world = smallWorld({
    centreId,
    seats,
    candidates: ['Sy'],
    entries: taken ? { Sy: { status: 'confirmed' } } : {},
  })
  const common = world.common.map((write) =>
    write.entity === 'centre'
      ? { ...write, value: { ...write.value, department, name: centreId.toUpperCase(), town: centreId } }
      : write,
  )
  return { ...world, common }
}

async function around(...worlds: World[]) {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld(), ...worlds] })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(hq, desk)
  const list = () => desk.call('other-centre.list', SESSION)
  const names = async () => (await list())?.centres.map(({ name }) => name)
  return { clock, hq, desk, list, names }
}

test('the centres nearby that still have a seat, one’s own département first, as HQ said when it was last asked', async () => {
  const { clock, hq, desk, list, names } = await around(
    aCentre('brest', '29'),
    aCentre('vannes', '56'),
    aCentre('laval', '53', { taken: true }),
    aCentre('vitre', '35'),
    aCentre('angers', '49'),
    aCentre('nantes', '44', { seats: 2, taken: true }),
  )
  // Brest is no neighbour of Rennes; Laval is full.
  expect(await list()).toEqual({
    askedAt: clock.now(),
    centres: ['vitre', 'nantes', 'angers', 'vannes'].map((town, n) => ({
      ...{ name: town.toUpperCase(), town, department: ['35', '44', '49', '56'][n] },
      offers: [{ examCode: 'ASCA-E1', software: ['CIEL COMPTABILITE'] }],
    })),
  })
  const before = await list()
  const vitre = smallWorld({ centreId: 'vitre' }).rows.find(({ entity }) => entity === 'offering')
  if (vitre?.entity !== 'offering') throw new Error('an offering')
  await hq.publish({ centreId: 'vitre', writes: [{ entity: 'offering', value: { ...vitre.value, open: false } }] })
  clock.advance(3599)
  await desk.sync()
  expect(await list()).toEqual(before)
  // Without network what was said stands, with its date.
  desk.network('down')
  clock.advance(7200)
  await desk.sync()
  expect(await list()).toEqual(before)
  desk.network('up')
  await desk.sync()
  expect(await names()).toEqual(['NANTES', 'ANGERS', 'VANNES'])
  expect((await list())?.askedAt).toBe(clock.now())
})

test('none once the registrations are closed; none is known of a session that nobody has heard of', async () => {
  const { clock, desk, names } = await around(aCentre('vitre', '35'))
  expect(await names()).toEqual(['VITRE'])
  clock.set('2026-12-14T00:00:00.000Z')
  await desk.sync()
  expect(await names()).toEqual([])
  expect(await desk.call('other-centre.list', { sessionId: 'none' })).toBeNull()
})

test.each([
  ['an old HQ, which does not know the question', { ok: false, trouble: 'hq-error', code: 'not-found' }],
  ['an answer that is none', { ok: false, trouble: 'hq-garbage' }],
] as const)('%s leaves what is here, and is not asked again within the hour', async (_, reply) => {
  const { clock, desk, list } = await around(aCentre('vitre', '35'))
  const before = await list()
  let asked = 0
  const bring = otherCentresBringer({ db: desk.db, clock })
  const hq = {
    otherCentres: async () => {
      asked++
      return reply
    },
  }
  clock.advance(3600)
  for (let time = 0; time < 3; time++) await bring(hq as never)
  expect(asked).toBe(1)
  expect(await list()).toEqual(before)
  clock.advance(3600)
  await bring(hq as never)
  expect(asked).toBe(2)
})
