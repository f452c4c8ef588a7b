import { describe, expect, test } from 'vitest'
import { BucketAnswer, BucketsAnswer, type StreamName } from '../../contract/hq.ts'
import type { WireRow } from '../../contract/rows.ts'
import { addSums, BUCKETS, DIGEST_VERSION } from '../../domain/digest.ts'
import { type EntityName, entities } from '../../domain/entities.ts'
import { hashRow } from '../../hq/row-hash.ts'
import { aDevice, type TestDevice } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { aCandidate, anEntry, aRequest } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'
import { pay, prevalidate } from './acts.ts'
import { startHq, startHqWith } from './start-hq.ts'

type Held = Map<string, WireRow>

const streamOf = ({ entity }: WireRow): StreamName => entities[entity as EntityName].stream
const sumOf = (rows: Iterable<WireRow>) =>
  [...rows].reduce((sum, row) => addSums(sum, hashRow(row).hash), 0n).toString()
const inStream = (held: Held, stream: StreamName) => [...held.values()].filter((row) => streamOf(row) === stream)

/** What a PC holds that has read everything since the beginning. */
async function heldBy(pc: TestDevice): Promise<Held> {
  const held: Held = new Map()
  for (let cursor = { common: 0, centre: 0 }, more = true; more; ) {
    const page = await pc.changes(cursor)
    for (const row of page.changes.flatMap(({ rows }) => rows)) {
      if (row.value === null) held.delete(`${row.entity} ${row.id}`)
      else held.set(`${row.entity} ${row.id}`, row)
    }
    ;({ cursor, more } = page)
  }
  return held
}

/** HQ's sums are those of what this PC holds, whether it followed the feed or has just read all rows. */
async function expectAgreement(pc: TestDevice): Promise<void> {
  const { cursor } = await pc.changes({ common: 0, centre: 0 }, 5000)
  const { digest } = await pc.changes(cursor)
  const held = await heldBy(pc)
  const bySnapshot: Held = new Map()
  for (const row of (await pc.snapshot()).flatMap(({ rows }) => rows)) {
    // Candidates of the session under way come again with all others.
    if (row.entity !== 'candidate') expect(bySnapshot.has(`${row.entity} ${row.id}`)).toBe(false)
    bySnapshot.set(`${row.entity} ${row.id}`, row)
  }
  for (const mine of [held, bySnapshot])
    expect(digest).toEqual({
      version: DIGEST_VERSION,
      common: sumOf(inStream(mine, 'common')),
      centre: sumOf(inStream(mine, 'centre')),
    })
}

async function buckets(pc: TestDevice, stream: StreamName): Promise<BucketsAnswer> {
  return BucketsAnswer.parse((await pc.get(`/v1/digests?stream=${stream}`)).body)
}

async function bucket(pc: TestDevice, stream: StreamName, number: number): Promise<BucketAnswer> {
  return BucketAnswer.parse((await pc.get(`/v1/digests/bucket?stream=${stream}&bucket=${number}`)).body)
}

/** The buckets in which a PC that holds these rows differs from HQ. */
async function differing(pc: TestDevice, stream: StreamName, held: Held): Promise<number[]> {
  const { sums } = await buckets(pc, stream)
  return sums.flatMap((sum, n) =>
    sum === sumOf(inStream(held, stream).filter((row) => hashRow(row).bucket === n)) ? [] : [n],
  )
}

describe.each(ENGINES)('the sums of what readers hold, on %s', (database) => {
  test('agree with every PC after commands, tombstones, refusals, and candidates of several centres', async () => {
    const [rennes, papeete] = [smallWorld({ centreId: 'rennes' }), smallWorld({ centreId: 'papeete' })]
    const hq = await startHq({ database, worlds: [rennes, papeete] })
    const [pc, theirs] = [await aDevice(hq, 'rennes'), await aDevice(hq, 'papeete')]
    const shared = rennes.candidate('Ny')
    const steps: (() => Promise<unknown>)[] = [
      async () => {},
      () => pc.send(prevalidate(pc, rennes, 'Ny'), prevalidate(pc, rennes, 'Roy'), pay(pc, rennes, 'Ny')),
      // Their first request of somebody whom the other centre knows, without the candidate's row.
      () =>
        hq.publish({
          centreId: 'papeete',
          writes: [{ entity: 'request', value: aRequest({ id: 'r', candidateId: shared }) }],
        }),
      () =>
        hq.publish({
          centreId: 'papeete',
          writes: [{ entity: 'request', value: aRequest({ id: 'r2', candidateId: shared }) }],
        }),
      // A row that both hold.
      () =>
        hq.publish({
          centreId: null,
          writes: [{ entity: 'candidate', value: aCandidate({ id: shared, nuc: 'CA1' }) }],
        }),
      () => theirs.send(prevalidate(theirs, papeete, 'Ny'), pay(theirs, papeete, 'Roy')),
      () => hq.withdraw(rennes.entry('Ny')),
      () => hq.publish({ centreId: 'papeete', writes: [], tombstones: [{ entity: 'request', id: 'r' }] }),
      () => hq.publish({ centreId: 'papeete', writes: [], tombstones: [{ entity: 'request', id: 'r2' }] }),
      () =>
        hq.publish({
          centreId: 'rennes',
          writes: [],
          tombstones: [
            { entity: 'operator', id: 'rennes-anne' },
            { entity: 'operator', id: 'nobody' },
          ],
        }),
      () =>
        hq.publish({
          centreId: 'rennes',
          writes: [{ entity: 'operator', value: { id: 'rennes-anne', name: 'Anne', role: 'reader', active: true } }],
        }),
      // Somebody without any request here.
      () =>
        hq.publish({
          centreId: 'rennes',
          writes: [{ entity: 'candidate', value: aCandidate({ id: 'alone', nuc: null }) }],
        }),
    ]
    for (const step of steps) {
      await step()
      for (const device of [pc, theirs]) await expectAgreement(device)
    }
    expect(hq.bugs).toEqual([])
  })

  test('come with an answer only when the cursor has reached both heads', async () => {
    const { hq } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const first = await pc.changes({ common: 0, centre: 0 }, 1)
    expect([first.more, first.digest]).toEqual([true, null])
    const last = await pc.changes(first.cursor)
    expect([last.more, last.digest?.version]).toEqual([false, DIGEST_VERSION])
    expect((await pc.changes(last.cursor)).digest).toEqual(last.digest)
  })

  test('of each bucket find a row that was changed, one that is missing and one too many, and HQ’s own are brought', async () => {
    const hq = await startHq({ database, sample: true })
    const pc = await aDevice(hq, 'rennes')
    const held = await heldBy(pc)
    expect([await differing(pc, 'common', held), await differing(pc, 'centre', held)]).toEqual([[], []])
    const centreRows = inStream(held, 'centre')
    const [changed, missing] = [centreRows[10], centreRows[200]] as [WireRow, WireRow]
    const tooMany = { ...changed, id: 'of-nobody' }
    const damaged = Object.fromEntries(Object.entries(changed.value ?? {}).map(([field]) => [field, 'damaged']))
    held.set(`${changed.entity} ${changed.id}`, { ...changed, value: damaged })
    held.delete(`${missing.entity} ${missing.id}`)
    held.set(`${tooMany.entity} ${tooMany.id}`, tooMany)
    const places = [changed, missing, tooMany].map((row) => hashRow(row).bucket)
    const found = await differing(pc, 'centre', held)
    expect(found).toEqual([...new Set(places)].sort((a, b) => a - b))
    const { position } = await buckets(pc, 'centre')
    for (const number of found) {
      const answer = await bucket(pc, 'centre', number)
      expect(answer.position).toBe(position)
      for (const [key, row] of held) if (streamOf(row) === 'centre' && hashRow(row).bucket === number) held.delete(key)
      for (const row of answer.rows) held.set(`${row.entity} ${row.id}`, row)
    }
    expect(held.get(`${changed.entity} ${changed.id}`)).toEqual(changed)
    expect(await differing(pc, 'centre', held)).toEqual([])
    expect(sumOf(inStream(held, 'centre'))).toBe(
      (await pc.changes((await pc.changes({ common: 0, centre: 0 }, 5000)).cursor)).digest?.centre,
    )
  })

  test('tell of a row that somebody changed in HQ’s database behind its back', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    await hq.db.updateTable('entry').set({ feeAmount: 1 }).where('id', '=', world.entry('Ny')).execute()
    const held: Held = new Map(
      (await pc.snapshot()).flatMap(({ rows }) => rows).map((row) => [`${row.entity} ${row.id}`, row]),
    )
    const entry = held.get(`entry ${world.entry('Ny')}`) as WireRow
    expect(await differing(pc, 'centre', held)).toEqual([hashRow(entry).bucket])
    expect(await differing(pc, 'common', held)).toEqual([])
  })

  test('are of one’s own centre, and make no sense for a stream or a bucket that is none', async () => {
    const [rennes, papeete] = [smallWorld({ centreId: 'rennes' }), smallWorld({ centreId: 'papeete' })]
    const hq = await startHq({ database, worlds: [rennes, papeete] })
    const pc = await aDevice(hq, 'rennes')
    const all = await Promise.all(Array.from({ length: BUCKETS }, (_, n) => bucket(pc, 'centre', n)))
    expect(new Set(all.flatMap(({ rows }) => rows).map(({ id }) => id))).toEqual(
      new Set(inStream(await heldBy(pc), 'centre').map(({ id }) => id)),
    )
    for (const query of ['', '?stream=other', '/bucket?stream=centre', '/bucket?stream=centre&bucket=256'])
      expect(await pc.get(`/v1/digests${query}`)).toMatchObject({ status: 400 })
  })
})

test('a row’s sum is the same in whatever order its keys were kept', () => {
  const value = anEntry() as unknown as NonNullable<WireRow['value']>
  const turned = Object.fromEntries(Object.entries(value).reverse()) as typeof value
  const row = { entity: 'entry', id: 'entry-1', revision: 1 }
  expect(hashRow({ ...row, value: turned })).toEqual(hashRow({ ...row, value }))
  expect(hashRow({ ...row, value }).hash).not.toBe(hashRow({ ...row, revision: 2, value }).hash)
})
