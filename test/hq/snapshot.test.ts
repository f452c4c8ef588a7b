import { describe, expect, test } from 'vitest'
import type { SnapshotAnswer } from '../../contract/hq.ts'
import type { WireRow } from '../../contract/rows.ts'
import { entityNames } from '../../domain/entities.ts'
import { beginSnapshot, type Place, readSnapshot } from '../../hq/read-snapshot.ts'
import { aDevice, type TestDevice } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { aCandidate, aRequest } from '../helpers/rows.ts'
import { startHq, startHqWith } from './start-hq.ts'

const key = ({ entity, id }: WireRow) => `${entity} ${id}`

function rowsOf(pages: readonly SnapshotAnswer[]): WireRow[] {
  return pages.flatMap(({ rows }) => rows)
}

/** The rows of a centre as its feed tells them from the beginning. */
async function replay(pc: TestDevice): Promise<Map<string, WireRow>> {
  const rows = new Map<string, WireRow>()
  for (const change of (await pc.changes({ common: 0, centre: 0 }, 5000)).changes)
    for (const row of change.rows) {
      expect(row.revision).toBeGreaterThan(rows.get(key(row))?.revision ?? 0)
      rows.set(key(row), row)
    }
  return rows
}

describe.each(ENGINES)('the snapshot, on %s', (database) => {
  test('holds what the feed tells: the session under way whole, then the rest, kind after kind in each', async () => {
    const hq = await startHq({ database, sample: true })
    const pc = await aDevice(hq, 'rennes')
    const pages = await pc.snapshot()
    const rows = rowsOf(pages)
    const told = await replay(pc)
    expect(new Map(rows.map((row) => [key(row), row]))).toEqual(told)
    // What belongs to a session under way or to none, then what belongs to another; outcomes, which nobody waits for, last.
    const seen = new Set<string>()
    const stages = rows.map((row) => {
      const { entity, value } = row
      const isAgain = seen.has(key(row))
      seen.add(key(row))
      // Candidates come with the session under way, then all of them.
      if (isAgain) expect(entity).toBe('candidate')
      if (entity === 'exam') return 0
      return isAgain || entity === 'outcome' || (value?.sessionId ?? '2027-01') !== '2027-01' ? 1 : 0
    })
    expect(stages).toEqual(stages.toSorted((a, b) => a - b))
    expect(new Set(stages)).toEqual(new Set([0, 1]))
    for (const stage of [0, 1]) {
      const kinds = rows
        .filter((_, n) => stages[n] === stage)
        .map(({ entity }) => entityNames.indexOf(entity as (typeof entityNames)[number]))
      expect(kinds).toEqual(kinds.toSorted((a, b) => a - b))
    }
    expect(pages.at(-1)).toMatchObject({ done: rows.length, total: rows.length, next: null })
  })

  test('comes in pages of a thousand rows at most; any page asked again is the same', async () => {
    const { hq } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const people = Array.from({ length: 1300 }, (_, n) => `${n}`.padStart(4, '0'))
    await hq.publish({
      centreId: 'rennes',
      writes: people.flatMap((n) => [
        { entity: 'candidate' as const, value: aCandidate({ id: `c${n}`, nuc: null }) },
        { entity: 'request' as const, value: aRequest({ id: `r${n}`, candidateId: `c${n}` }) },
      ]),
    })
    const pages = await pc.snapshot()
    const last = pages.at(-1)?.rows.length ?? 0
    expect(pages.map(({ rows }) => rows.length)).toEqual([1000, 1000, 1000, last])
    expect(pages.map(({ done }) => done)).toEqual([1000, 2000, 3000, 3000 + last])
    expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([3000 + last]))
    // All of them ask for the session under way: they come with it, and again with the others.
    expect(new Set(rowsOf(pages).map(key)).size).toBe(rowsOf(pages).length - 1302)
    const again = await pc.get(`/v1/snapshot?page=${encodeURIComponent(pages[0]?.next ?? '')}`)
    expect(again.body).toEqual(pages[1])
  })

  test('what changes while it is read comes again afterwards, with a higher revision', async () => {
    const hq = await startHq({ database, sample: true })
    const pc = await aDevice(hq, 'rennes')
    const [first] = await pc.snapshot()
    const offering = rowsOf(first ? [first] : []).find(
      ({ entity, value }) => entity === 'offering' && value?.open === true,
    )
    await pc.send(pc.command('offering.set-seats', { offeringId: offering?.id ?? '', seats: 99 }))
    const later = await pc.changes(first?.cursor)
    const again = later.changes.flatMap(({ rows }) => rows).find(({ id }) => id === offering?.id)
    expect(again?.revision).toBe((offering?.revision ?? 0) + 1)
    expect(again?.value?.seats).toBe(99)
  })

  test('a candidate who asks for the session under way between two pages is given all the same', async () => {
    const { hq } = await startHqWith({}, { database })
    const past = { id: '2026-01', label: 'Session de janvier 2026', startsOn: '2026-01-19', endsOn: '2026-01-23' }
    await hq.publish({ centreId: null, writes: [{ entity: 'examSession', value: past }] })
    const asking = (id: string, sessionId: string) => ({
      entity: 'request' as const,
      value: aRequest({ id, sessionId, candidateId: 'a' }),
    })
    const value = aCandidate({ id: 'a', nuc: null })
    await hq.publish({ centreId: 'rennes', writes: [{ entity: 'candidate', value }, asking('before', past.id)] })
    const given: string[] = []
    let asked = false
    for (let place: Place | null = await beginSnapshot(hq.db, 'rennes', hq.clock.now()); place; ) {
      const { rows, next } = await readSnapshot(hq.db, 'rennes', place, 1)
      given.push(...rows.map(key))
      place = next
      // Those of the session have all been given.
      if (asked || !given.includes('request rennes-request-Ny')) continue
      expect(given).not.toContain('candidate a')
      await hq.publish({ centreId: 'rennes', writes: [asking('now', '2027-01')] })
      asked = true
    }
    expect(given).toContain('candidate a')
  })

  test('a page token that HQ did not make, or made for another centre, is refused', async () => {
    const hq = await startHq({ database, sample: 'small' })
    const pc = await aDevice(hq, 'rennes')
    for (const page of ['x', 'x.y', await pc.token()])
      expect(await pc.get(`/v1/snapshot?page=${encodeURIComponent(page)}`)).toMatchObject({
        status: 400,
        body: { code: 'bad-request' },
      })
  })
})
