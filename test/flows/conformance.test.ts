import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BucketsAnswer, ChangesAnswer, HealthAnswer, HqError, type StreamName } from '../../contract/hq.ts'
import { type KnownRow, readRow, type WireRow } from '../../contract/rows.ts'
import { bucketOf, hashOfRow } from '../../db/sums.ts'
import { addSums, DIGEST_VERSION } from '../../domain/digest.ts'
import { entities } from '../../domain/entities.ts'
import { followsOn } from '../../main/sync/pull.ts'
import { aDevice, ask, type TestDevice, valuesOf } from '../helpers/a-device.ts'
import { someHq } from '../helpers/some-hq.ts'

/**
 * What any HQ must do, seen through its contract only: no test looks behind the answers. One PC enrols, because a code serves once; what
 * the tests send is chosen so that an HQ in use may be asked: decisions that are refused, and nothing that takes a seat.
 */

let hq: Awaited<ReturnType<typeof someHq>>
let pc: TestDevice
let code: string

beforeAll(async () => {
  hq = await someHq()
  code = await hq.enrolmentCode()
  pc = await aDevice({ ...hq, enrolmentCode: async () => code }, '', 'CONFORMITÉ')
})
afterAll(() => hq?.stop())

const START = { common: 0, centre: 0 }

/** Follows the changes to their end; whole transactions, none left out, none twice. */
async function readAll(): Promise<{ rows: Map<string, KnownRow>; last: ChangesAnswer }> {
  const rows = new Map<string, KnownRow>()
  let cursor = await snapshotInto(rows)
  for (;;) {
    const page = await pc.changes(cursor)
    expect(followsOn(cursor, page.changes, page.cursor)).toBe(true)
    for (const wire of page.changes.flatMap((change) => change.rows)) keep(rows, wire)
    cursor = page.cursor
    if (!page.more) return { rows, last: page }
  }
}

async function snapshotInto(rows: Map<string, KnownRow>) {
  const pages = await pc.snapshot()
  for (const wire of pages.flatMap((page) => page.rows)) keep(rows, wire)
  return pages.at(-1)?.cursor ?? START
}

function keep(rows: Map<string, KnownRow>, wire: WireRow): void {
  const row = readRow(wire)
  if (row === 'unknown') return
  if ('invalid' in row) throw new Error(`Not a row of the contract: ${row.invalid}`)
  const place = `${row.entity}/${row.id}`
  const known = rows.get(place)
  if (row.value === null) rows.delete(place)
  else if (!known || known.revision < row.revision) rows.set(place, row)
}

function sumOf(rows: Iterable<KnownRow>, stream: StreamName, bucket?: number): string {
  let sum = 0n
  for (const { entity, id, revision, value } of rows) {
    if (value === null || entities[entity].stream !== stream) continue
    if (bucket === undefined || bucketOf(entity, id) === bucket)
      sum = addSums(sum, hashOfRow(entity, id, { value, revision } as never))
  }
  return String(sum)
}

describe('an HQ', () => {
  test('says that it is well, and describes itself in OpenAPI 3.1 that an independent validator takes', async () => {
    expect(HealthAnswer.safeParse((await ask(hq.url, '/v1/health')).body).success).toBe(true)
    const { body } = await ask(hq.url, '/docs/openapi.json')
    const { valid, errors } = await new Validator().validate(body as Parameters<Validator['validate']>[0])
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
    expect((body as { openapi: string }).openapi).toMatch(/^3\.1\./)
  })

  test('lets a PC in once by a code, and never by a wrong one', async () => {
    expect(pc.deviceId).not.toBe('')
    for (const again of [code, 'AAAA-BBBB-CCCC'])
      await expect(aDevice({ ...hq, enrolmentCode: async () => again }, '')).rejects.toThrow()
  })

  test.each(['/v1/changes?common=0&centre=0', '/v1/snapshot', '/v1/digests?stream=centre'])(
    'answers no stranger: %s',
    async (path) => {
      const { status, body } = await ask(hq.url, path)
      expect([status, HqError.parse(body).code]).toEqual([401, 'unauthorised'])
    },
  )

  test('answers errors by a code', async () => {
    const wrong = await ask(hq.url, '/v1/nowhere')
    expect([wrong.status, HqError.parse(wrong.body).code]).toEqual([404, 'not-found'])
    const bad = await pc.get('/v1/changes?common=-1&centre=x')
    expect([bad.status, HqError.parse(bad.body).code]).toEqual([400, 'bad-request'])
  })

  test('gives a whole snapshot, then every change once, and adds up the same', async () => {
    const { rows, last } = await readAll()
    expect(valuesOf([...rows.values()], 'centre').map(({ id }) => id)).toContain(pc.centreId)
    expect(last.digest).toEqual({
      version: DIGEST_VERSION,
      common: sumOf(rows.values(), 'common'),
      centre: sumOf(rows.values(), 'centre'),
    })
    const { sums } = BucketsAnswer.parse((await pc.get('/v1/digests?stream=centre')).body)
    const own = sums.map((_, bucket) => sumOf(rows.values(), 'centre', bucket))
    expect(sums).toEqual(own)
  })

  test('refuses what does not hold by a code, tells it in the feed, and answers the same again when it is sent again', async () => {
    const before = (await readAll()).last.cursor
    const command = pc.command('entry.refuse', {
      requestId: 'nobody',
      entryIds: ['nothing'],
      reason: 'other',
      text: null,
    })
    const [first] = await pc.send(command)
    expect(first).toMatch(/^refused /)
    expect(await pc.send(command)).toEqual([first])
    const after = await pc.changes(before)
    expect(after.changes.map(({ commandId }) => commandId)).toEqual([command.id])
    expect(valuesOf(rowsOf(after), 'outcome')).toMatchObject([{ id: command.id, status: 'refused' }])
  })

  test('puts what it cannot read aside, and judges the others of the batch', async () => {
    const readable = pc.command('entry.refuse', { requestId: 'nobody', entryIds: ['x'], reason: 'other', text: null })
    const unreadable = { ...pc.command('entry.refuse', readable.args as never), name: 'entry.unheard-of' }
    const said = await pc.send(unreadable, { not: 'a command' }, readable)
    expect(said.map((text) => text.split(' ')[0])).toEqual(['invalid', 'invalid', 'refused'])
  })

  test('holds a request that has nothing new, and answers it when its time is over', async () => {
    const { cursor } = (await readAll()).last
    const { status, body } = await pc.get(`/v1/changes?common=${cursor.common}&centre=${cursor.centre}&wait=1`)
    expect([status, ChangesAnswer.parse(body).changes]).toEqual([200, []])
  })
})

function rowsOf({ changes }: ChangesAnswer): KnownRow[] {
  const rows = new Map<string, KnownRow>()
  for (const wire of changes.flatMap((change) => change.rows)) keep(rows, wire)
  return [...rows.values()]
}
