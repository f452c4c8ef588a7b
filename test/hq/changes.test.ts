import { describe, expect, test } from 'vitest'
import { aDevice } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { startHq, startHqWith } from './start-hq.ts'

describe.each(ENGINES)('changes, on %s', (database) => {
  test('common comes first, positions follow each other, and the cursor says where to go on', async () => {
    const { hq } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const read = await pc.changes()
    expect(read.changes.map(({ stream, position }) => `${stream} ${position}`)).toEqual([
      'common 1',
      'centre 1',
      'centre 2',
    ])
    expect([read.cursor, read.more]).toEqual([{ common: 1, centre: 2 }, false])
    expect(await pc.changes(read.cursor)).toMatchObject({ changes: [], cursor: read.cursor, more: false })
  })

  test('pages hold whole transactions, however small the limit, and together say everything once', async () => {
    const hq = await startHq({ database, sample: true })
    const pc = await aDevice(hq, 'rennes')
    const whole = await pc.changes({ common: 0, centre: 0 }, 5000)
    expect(whole.more).toBe(false)
    for (const limit of [1, 40, 90, 300]) {
      const pieces = []
      let page = await pc.changes({ common: 0, centre: 0 }, limit)
      for (;;) {
        expect(page.changes.length).toBeGreaterThan(0)
        const rows = page.changes.reduce((sum, change) => sum + change.rows.length, 0)
        expect(rows <= limit || page.changes.length === 1).toBe(true)
        pieces.push(...page.changes)
        if (!page.more) break
        page = await pc.changes(page.cursor, limit)
      }
      expect(pieces).toEqual(whole.changes)
      expect(page.cursor).toEqual(whole.cursor)
    }
  })

  test('a command is one position: its rows, its outcome and its review together', async () => {
    const { hq, world } = await startHqWith({ seats: 0 }, { database })
    const pc = await aDevice(hq, 'rennes')
    const { cursor } = await pc.changes()
    const command = pc.command('entry.prevalidate', { requestId: world.request('Ny'), entryIds: [world.entry('Ny')] })
    await pc.send(command)
    const { changes } = await pc.changes(cursor)
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({ stream: 'centre', position: cursor.centre + 1, commandId: command.id })
    expect(changes[0]?.rows.map(({ entity }) => entity)).toEqual(['outcome', 'reviewItem'])
  })

  test('a row that goes away leaves a tombstone above all its revisions', async () => {
    const { hq } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const { cursor } = await pc.changes()
    await hq.publish({ centreId: 'rennes', writes: [], tombstones: [{ entity: 'operator', id: 'rennes-anne' }] })
    const { changes } = await pc.changes(cursor)
    expect(changes[0]?.rows).toEqual([{ entity: 'operator', id: 'rennes-anne', revision: 2, value: null }])
    expect((await pc.rows()).some(({ entity }) => entity === 'operator')).toBe(false)
  })

  test('a cursor ahead of HQ is an error, not « nothing new »', async () => {
    const { hq } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const ahead = { status: 400, body: { code: 'bad-request', detail: 'cursor-ahead' } }
    expect(await pc.get('/v1/changes?common=0&centre=99')).toEqual(ahead)
    expect(await pc.get('/v1/changes?common=99&centre=0')).toEqual(ahead)
  })

  test.each([
    '',
    '?common=0',
    '?common=-1&centre=0',
    '?common=a&centre=0',
    '?common=0&centre=0&limit=0',
    '?common=0&centre=1.5',
  ])('a query that makes no sense (« %s ») is answered 400', async (query) => {
    const { hq } = await startHqWith({}, { database })
    const answer = await (await aDevice(hq, 'rennes')).get(`/v1/changes${query}`)
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-request' } })
  })
})
