import { randomBytes } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { readSyncState } from '../../db/sync-state.ts'
import { DIGEST_VERSION } from '../../domain/digest.ts'
import { agreeWith } from '../../main/sync/agree.ts'
import type { HqClient } from '../../main/sync/hq-client.ts'
import { aDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

async function aCentre() {
  const clock = aClock()
  const world = smallWorld({ seats: 5 })
  const hq = await anHq({ clock, worlds: [world] })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(hq, desk)
  return { clock, world, hq, desk }
}

async function saidOf(desk: Awaited<ReturnType<typeof aDesk>>) {
  const { agreement, notices } = await desk.freshness()
  return { agreement, notices: notices.map(({ kind, detail }) => ({ kind, ...detail })) }
}

test('« à jour » is said only once both sides add up to the same', async () => {
  const { clock, hq, desk } = await aCentre()
  expect(await saidOf(desk)).toEqual({ agreement: 'agrees', notices: [] })
  await desk.prevalidate('Ny')
  await desk.pay('Ny')
  await desk.refuse('Roy')
  clock.advance(11)
  expect(await desk.sync()).toBeNull()
  expect(await saidOf(desk)).toEqual({ agreement: 'agrees', notices: [] })
  // Work that HQ has not judged does not count: it is told apart.
  await desk.run({ name: 'offering.set-seats', args: { offeringId: 'rennes-offering', seats: 7 } })
  expect(await desk.sync()).toBeNull()
  expect(await desk.freshness()).toMatchObject({ agreement: 'agrees', toTransmit: 1 })
  expect(hq.bugs).toEqual([])
})

test('a row that went wrong here is found, put right from HQ, noted and told, and pending work on it is kept', async () => {
  const { clock, desk } = await aCentre()
  await desk.db.updateTable('candidate').set({ town: 'Brest' }).where('id', '=', 'rennes-candidate-Roy').execute()
  // A row that HQ never had, and one that is missing.
  await desk.db
    .insertInto('operator')
    .values({ id: 'ghost', name: 'Personne', role: 'manager', active: 1, revision: 4 })
    .execute()
  await desk.prevalidate('Ny')
  await desk.db.deleteFrom('entry').where('id', '=', 'rennes-entry-Roy').execute()
  // What was kept while rows changed in our back is no longer what they are: a restart counts them anew.
  await desk.db.deleteFrom('syncState').where('key', 'in', ['sumCommon', 'sumCentre']).execute()
  clock.advance(60)
  desk.network('up')
  expect(await desk.sync()).toBeNull()
  const said = await saidOf(desk)
  expect(said.agreement).toBe('agrees')
  expect(said.notices).toEqual([{ kind: 'repaired', rows: 2, removed: 1 }])
  expect((await desk.request('Roy')).candidate.town).toBe('Rennes')
  expect(await desk.entry('Roy')).toMatchObject({ status: 'requested' })
  expect((await desk.state()).operators.map(({ id }) => id)).not.toContain('ghost')
  expect(await desk.entry('Ny')).toMatchObject({ status: 'prevalidated', pending: false })
  const [repair] = await desk.call('arrival.list', { before: null })
  expect(repair).toMatchObject({ source: 'repair', counts: { candidate: 1, entry: 1, removed: 1 } })
  const [notice] = (await desk.freshness()).notices
  await desk.call('notice.acknowledge', { noticeId: notice?.id ?? '' })
  expect((await desk.freshness()).notices).toEqual([])
})

test('pending work on a row that is repaired is done again on what HQ says', async () => {
  const { clock, world, desk } = await aCentre()
  await desk.prevalidate('Ny')
  // The copy kept aside, which stands for what HQ said, is what went wrong.
  const shadow = await desk.db.selectFrom('shadow').selectAll().executeTakeFirstOrThrow()
  const value = JSON.stringify({ ...JSON.parse(shadow.value ?? ''), feeAmount: 1 })
  await desk.db.updateTable('shadow').set({ value }).execute()
  await desk.db.deleteFrom('syncState').where('key', 'in', ['sumCommon', 'sumCentre']).execute()
  expect(await desk.sync()).toBeNull()
  expect(await desk.entry('Ny')).toMatchObject({ status: 'prevalidated', pending: true, feeAmount: 5000 })
  clock.advance(11)
  expect(await desk.sync()).toBeNull()
  expect(await desk.entry('Ny')).toMatchObject({ id: world.entry('Ny'), status: 'prevalidated', pending: false })
})

test('sums that went wrong while rows did not are counted anew, and nobody is disturbed', async () => {
  const { desk } = await aCentre()
  await desk.db.updateTable('syncState').set({ value: '12345' }).where('key', '=', 'sumCentre').execute()
  expect(await desk.sync()).toBeNull()
  expect(await saidOf(desk)).toEqual({ agreement: 'agrees', notices: [] })
})

test('what is told and removed at HQ while another PC works is followed to the same sums', async () => {
  const { clock, world, hq, desk } = await aCentre()
  const other = await aDesk({ hq, clock, role: 'manager', name: 'BUREAU 2' })
  running.push(other)
  await desk.prevalidate('Ny')
  await other.prevalidate('Roy')
  await hq.publish({
    centreId: world.centreId,
    writes: [],
    tombstones: [{ entity: 'entry', id: world.entry('Roy') }],
  })
  clock.advance(11)
  for (const one of [desk, other, desk]) expect(await one.sync()).toBeNull()
  for (const one of [desk, other]) expect(await saidOf(one)).toEqual({ agreement: 'agrees', notices: [] })
})

test('an answer that HQ held too long takes nothing back of what was said since', async () => {
  const { clock, desk } = await aCentre()
  const { cursorCommon, cursorCentre } = await readSyncState(desk.db)
  const asked = {
    digest: { version: DIGEST_VERSION, common: '1', centre: '1' },
    cursor: { common: Number(cursorCommon), centre: Number(cursorCentre) - 1 },
  }
  const nobody = {} as HqClient
  expect(await agreeWith(desk.db, nobody, asked, { clock, random: randomBytes })).toBeNull()
  expect(await saidOf(desk)).toEqual({ agreement: 'agrees', notices: [] })
})
