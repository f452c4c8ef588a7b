import { describe, expect, test } from 'vitest'
import type { SnapshotAnswer } from '../../contract/hq.ts'
import type { Request } from '../../domain/candidate.ts'
import { PAGE_BYTES } from '../../hq/read-changes.ts'
import { aDevice, type TestDevice } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { aCandidate, aRequest, MONDAY } from '../helpers/rows.ts'
import { startHqWith } from './start-hq.ts'

/** As large as a request can be: two hundred long changes, 2.4 MB. */
function aLargeRequest(id: string): Request {
  const said = '€'.repeat(2000)
  const change = { version: 2, at: MONDAY, what: 'previous-exams', examId: null, before: said, after: said } as const
  return { ...aRequest({ id, candidateId: 'somebody' }), changes: Array.from({ length: 200 }, () => change) }
}
const LARGE = Array.from({ length: 8 }, (_, n) => `large-${n}`)
/** What is around the rows of a page. */
const WRAPPING = 10_000

/** Eight requests a transaction each, then four in one. */
async function aCentreOfLargeRequests(database: (typeof ENGINES)[number]) {
  const { hq } = await startHqWith({ candidates: [] }, { database })
  const pc = await aDevice(hq, 'rennes')
  const { cursor } = await pc.changes()
  const publish = (writes: Parameters<typeof hq.publish>[0]['writes']) => hq.publish({ centreId: 'rennes', writes })
  await publish([
    { entity: 'candidate', value: aCandidate({ id: 'somebody' }) },
    { entity: 'request', value: aRequest({ id: 'small', candidateId: 'somebody' }) },
  ])
  for (const id of LARGE) await publish([{ entity: 'request', value: aLargeRequest(id) }])
  await publish(LARGE.slice(0, 4).map((id) => ({ entity: 'request', value: aLargeRequest(id) })))
  return { hq, pc, cursor }
}

async function allPages(pc: TestDevice, from: { common: number; centre: number }, wait: number) {
  const pages = []
  for (let cursor = from, more = true; more; ) {
    const { body } = await pc.get(`/v1/changes?common=${cursor.common}&centre=${cursor.centre}&limit=1000&wait=${wait}`)
    const page = body as Awaited<ReturnType<TestDevice['changes']>>
    expect(page.changes.length).toBeGreaterThan(0)
    pages.push(page)
    ;({ cursor, more } = page)
  }
  return pages
}

const bytesOf = (page: unknown) => Buffer.byteLength(JSON.stringify(page))

describe.each(ENGINES)('rows that are large, on %s', (database) => {
  test('come in pages that a desk takes, held or not; a transaction larger than a page comes alone', async () => {
    const { pc, cursor } = await aCentreOfLargeRequests(database)
    for (const wait of [0, 20]) {
      const pages = await allPages(pc, cursor, wait)
      expect(pages.map(({ changes }) => changes.length)).toEqual([4, 3, 2, 1])
      expect(pages.slice(0, -1).every((page) => bytesOf(page) < PAGE_BYTES + WRAPPING)).toBe(true)
      expect(bytesOf(pages.at(-1))).toBeGreaterThan(PAGE_BYTES)
      expect(pages.flatMap(({ changes }) => changes.map(({ position }) => position))).toEqual(
        Array.from({ length: 10 }, (_, n) => cursor.centre + 1 + n),
      )
      expect(pages.at(-1)?.digest).not.toBeNull()
    }
  })

  test('come in pages of a first sync that a desk takes, each once', async () => {
    const { pc } = await aCentreOfLargeRequests(database)
    const pages: SnapshotAnswer[] = await pc.snapshot()
    expect(pages.every((page) => bytesOf(page) < PAGE_BYTES + WRAPPING)).toBe(true)
    const requests = pages.flatMap(({ rows }) => rows.flatMap(({ entity, id }) => (entity === 'request' ? id : [])))
    expect(requests).toEqual([...LARGE, 'small'])
    expect(pages.length).toBeGreaterThan(2)
  })
})
