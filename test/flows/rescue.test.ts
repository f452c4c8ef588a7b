import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { compact } from '../../hq/compact.ts'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq, type RunningHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

async function aCutOffCentre() {
  const clock = aClock()
  const world = smallWorld({ seats: 2, candidates: ['Ny', 'Roy', 'Sy'] })
  const hq = await anHq({ clock, worlds: [world] })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  const other = await aDesk({ hq, clock, role: 'manager', name: 'BUREAU 2' })
  running.push(hq, desk, other)
  desk.network('down')
  return { clock, world, hq, desk, other }
}

/** The file leaves on a stick. */
async function departure(desk: RunningDesk): Promise<Uint8Array> {
  const written = await desk.call('rescue.write', {})
  if (!written.ok) throw new Error(`no file: ${written.code}`)
  return readFileSync(written.path)
}

/** The register of departures, all of it. */
function departures(desk: RunningDesk) {
  return desk.call('exchange.list', { states: [], text: '', before: null })
}

/** HQ's staff read it, and give their answer. */
async function answerOf(hq: RunningHq, file: Uint8Array): Promise<Uint8Array> {
  const taken = await hq.import(file)
  if (!taken.ok) throw new Error(`not taken: ${taken.refusal}`)
  return taken.answer
}

/** The stick comes back. */
async function read(desk: RunningDesk, file: Uint8Array) {
  const place = path.join(desk.folder, 'retour.pupitre')
  writeFileSync(place, file)
  desk.picks(place)
  return await desk.call('rescue.read', {})
}

test('a long outage: one file out, one file back, and everything is as if the network had been there', async () => {
  const { clock, desk, other, hq } = await aCutOffCentre()
  desk.network('up')
  await desk.prevalidate('Ny')
  clock.advance(11)
  await desk.sync()
  desk.network('down')
  await desk.pay('Ny')
  await desk.prevalidate('Roy')
  await other.prevalidate('Sy')
  clock.advance(11)
  await other.sync()
  const back = await answerOf(hq, await departure(desk))
  // The four answers are told as actions judged, and not again among the news: those are what Échanges lists.
  const told = await read(desk, back)
  expect(told).toMatchObject({ ok: true, settled: 4 })
  const [arrival] = await desk.call('arrival.list', { before: null })
  expect(told).toMatchObject({ news: Object.values(arrival?.counts ?? {}).reduce((sum, count) => sum + count, 0) })
  expect(await desk.entry('Ny')).toMatchObject({ status: 'confirmed', pending: false, paid: 5000 })
  expect(await desk.entry('Sy')).toMatchObject({ status: 'prevalidated', pending: false })
  // The seat that the other took first: told here as there, without any network.
  const [lost] = await desk.toReview()
  expect(lost).toMatchObject({ name: 'entry.prevalidate', code: 'no-seat-left', detail: { takenBy: 'BUREAU 2' } })
  expect(await desk.freshness()).toMatchObject({ toTransmit: 0 })
  desk.network('up')
  expect(await desk.sync()).toBeNull()
  expect(await desk.freshness()).toMatchObject({ agreement: 'agrees', notices: [] })
  expect(hq.bugs).toEqual([])
})

test('read twice on either side, late, or after the network came back, it changes nothing twice', async () => {
  const { clock, desk, hq } = await aCutOffCentre()
  await desk.prevalidate('Ny')
  await desk.pay('Ny')
  clock.advance(11)
  const first = await departure(desk)
  await desk.refuse('Roy')
  clock.advance(11)
  const second = await departure(desk)
  // The second arrives first; both are read twice.
  const back = [second, first, second, first]
  const answers: Uint8Array[] = []
  for (const file of back) answers.push(await answerOf(hq, file))
  desk.network('up')
  expect(await desk.sync()).toBeNull()
  desk.network('down')
  await hq.withdraw('rennes-entry-Sy')
  const before = await desk.requests()
  for (const file of [...answers, ...answers]) expect(await read(desk, file)).toMatchObject({ ok: true, news: 0 })
  expect(await desk.requests()).toEqual(before)
  expect(await hq.db.selectFrom('payment').select('id').execute()).toHaveLength(1)
  expect(await hq.db.selectFrom('outcome').select('id').execute()).toHaveLength(5)
  desk.network('up')
  expect(await desk.sync()).toBeNull()
  expect(await desk.freshness()).toMatchObject({ agreement: 'agrees', toTransmit: 0, notices: [] })
})

test('an answer that comes late brings nothing back to life', async () => {
  const { desk, hq } = await aCutOffCentre()
  await hq.publish({
    centreId: 'rennes',
    writes: [{ entity: 'operator', value: { id: 'new', name: 'Nouveau', role: 'reader', active: true } }],
  })
  const answer = await answerOf(hq, await departure(desk))
  await hq.publish({ centreId: 'rennes', writes: [], tombstones: [{ entity: 'operator', id: 'new' }] })
  desk.network('up')
  expect(await desk.sync()).toBeNull()
  desk.network('down')
  expect(await read(desk, answer)).toEqual({ ok: true, news: 0, settled: 0 })
  expect((await desk.state()).operators.map(({ id }) => id)).not.toContain('new')
})

test('each file has a name of its own, and nobody takes its lines for transmitted', async () => {
  const { clock, desk } = await aCutOffCentre()
  await desk.prevalidate('Ny')
  clock.advance(11)
  // Not even tried: only the file has it.
  const first = await desk.call('rescue.write', {})
  expect(await desk.freshness()).toMatchObject({ toTransmit: 1, rescueFile: { number: 1, holds: 1 } })
  expect((await departures(desk)).rows).toMatchObject([{ state: 'waiting', file: { number: 1 } }])
  expect(await desk.sync()).toBe('hq-unreachable')
  await desk.refuse('Roy')
  clock.advance(11)
  expect(await desk.sync()).toBe('hq-unreachable')
  expect(await desk.freshness()).toMatchObject({ toTransmit: 2, rescueFile: { number: 1, holds: 1 } })
  const { rows, counts } = await departures(desk)
  expect(rows).toMatchObject([
    { state: 'waiting', file: null, sentAt: expect.any(String) },
    { state: 'waiting', file: { number: 1 } },
  ])
  expect(counts).toMatchObject({ waiting: 2, sending: 0 })
  const second = await desk.call('rescue.write', {})
  if (!first.ok || !second.ok) throw new Error('not written')
  expect([first, second].map((one) => path.basename(one.path))).toEqual([
    'secours-C-035-ACCUEIL-2026-11-23-1.pupitre',
    'secours-C-035-ACCUEIL-2026-11-23-2.pupitre',
  ])
  // A place that cannot be written to: it is not believed to be there.
  mkdirSync(path.join(desk.folder, path.basename(second.path).replace('-2.', '-3.')))
  expect(await desk.call('rescue.write', {})).toMatchObject({ code: 'not-written' })
  expect(await desk.freshness()).toMatchObject({ rescueFile: { number: 2, holds: 2 } })
  desk.network('up')
  expect(await desk.sync()).toBeNull()
  expect(await desk.freshness()).toMatchObject({ toTransmit: 0, rescueFile: null })
})

test('what is in a file can no longer be undone', async () => {
  const { clock, desk } = await aCutOffCentre()
  const held = await desk.prevalidate('Ny')
  // Within the ten seconds it stays here, and is not in the file.
  expect(await desk.call('rescue.write', {})).toMatchObject({ ok: true, commands: 0 })
  clock.advance(11)
  expect(await desk.call('rescue.write', {})).toMatchObject({ ok: true, commands: 1 })
  clock.set('2026-11-23T08:41:05.000Z')
  expect(await desk.call('command.undo', { clickId: held.undo?.clickId ?? '' })).toEqual({ undone: false })
})

test('an answer that follows one that never came is refused, and says which', async () => {
  const { clock, desk, hq } = await aCutOffCentre()
  await desk.prevalidate('Ny')
  clock.advance(11)
  const lost = await answerOf(hq, await departure(desk))
  const atDeparture = await desk.copyDisk()
  await read(desk, lost)
  await desk.refuse('Roy')
  clock.advance(11)
  const next = await answerOf(hq, await departure(desk))
  // The disk is put back to what it was before the first answer was read.
  await desk.restoreDisk(atDeparture)
  expect(await read(desk, next)).toMatchObject({ ok: false, code: 'missing-before', detail: { number: 2, last: 0 } })
  expect(await read(desk, lost)).toMatchObject({ ok: true })
  expect(await read(desk, next)).toMatchObject({ ok: true })
})

test('a PC too far behind for HQ to tell it change by change is given all rows', async () => {
  const { clock, desk, other, hq } = await aCutOffCentre()
  await desk.prevalidate('Ny')
  clock.advance(11)
  await other.refuse('Roy')
  clock.advance(11)
  await other.sync()
  await hq.publish({ centreId: 'rennes', writes: [], tombstones: [{ entity: 'entry', id: 'rennes-entry-Sy' }] })
  await compact(hq.db, '2027-01-01T00:00:00.000Z')
  expect(await read(desk, await answerOf(hq, await departure(desk)))).toMatchObject({ ok: true, settled: 1 })
  expect(await desk.entry('Roy')).toMatchObject({ status: 'refused' })
  desk.network('up')
  expect(await desk.sync()).toBeNull()
  // What was taken away meanwhile is told by no row: it is found by comparing.
  expect((await desk.request('Sy')).entries).toEqual([])
  expect(await desk.freshness()).toMatchObject({ agreement: 'agrees', toTransmit: 0 })
})

test('a file of another centre, another PC, the wrong way round, cut or bent is refused with its reason', async () => {
  const clock = aClock()
  const worlds = [smallWorld(), smallWorld({ centreId: 'brest' })]
  const hq = await anHq({ clock, worlds })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  const other = await aDesk({ hq, clock, role: 'manager', name: 'BUREAU 2' })
  const brest = await aDesk({ hq, clock, role: 'manager', centreId: 'brest' })
  running.push(hq, desk, other, brest)
  const out = await departure(desk)
  const back = await answerOf(hq, out)
  const refusal = async (file: Uint8Array, pc = desk) => {
    const answer = await read(pc, file)
    return answer.ok ? 'taken' : answer.code
  }
  expect(await refusal(back, brest)).toBe('other-centre')
  expect(await refusal(back, other)).toBe('other-device')
  expect(await refusal(out)).toBe('wrong-direction')
  expect(await refusal(back.subarray(0, back.length - 40))).toBe('truncated')
  expect(await refusal(Buffer.concat([back.subarray(0, back.length - 1), Buffer.from([0])]))).toBe('altered')
  expect(await refusal(Buffer.from('Bonjour'))).toBe('not-a-rescue-file')
  expect(await refusal(back)).toBe('taken')

  const atHq = async (file: Uint8Array) => {
    const taken = await hq.import(file)
    return taken.ok ? 'taken' : taken.refusal
  }
  expect(await atHq(back)).toBe('wrong-direction')
  expect(await atHq(out.subarray(0, out.length - 40))).toBe('truncated')
  await hq.db.updateTable('hqDevice').set({ revokedAt: clock.now() }).execute()
  expect(await atHq(out)).toBe('revoked-sender')
})

test('nothing is asked of a PC that is not enrolled, and giving up changes nothing', async () => {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld()] })
  const stranger = await aDesk({ hq, clock, enrols: 'never' })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(hq, stranger, desk)
  expect(await stranger.call('rescue.write', {})).toEqual({ ok: false, code: 'not-enrolled' })
  expect(await stranger.call('rescue.read', {})).toEqual({ ok: false, code: 'not-enrolled' })
  expect(await desk.call('rescue.read', {})).toEqual({ ok: false, code: 'cancelled' })
})
