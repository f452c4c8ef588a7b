import { describe, expect, test } from 'vitest'
import { ENTRY_STATUSES } from '../../domain/entry.ts'
import { aDevice } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { startHqWith } from './start-hq.ts'

describe.each(ENGINES)('a candidate withdraws an entry, on %s', (database) => {
  test.each(ENTRY_STATUSES)('from %s', async (status) => {
    const { hq, world } = await startHqWith({ entries: { Ny: { status } } }, { database })
    const pc = await aDevice(hq, 'rennes')
    const { cursor } = await pc.changes()
    const may = status === 'requested' || status === 'prevalidated'
    expect(await hq.withdraw(world.entry('Ny'))).toBe(may ? 'withdrawn' : 'wrong-status')
    const { changes } = await pc.changes(cursor)
    if (!may) expect(changes).toEqual([])
    else
      expect(changes).toMatchObject([
        {
          commandId: null,
          rows: [{ entity: 'entry', id: world.entry('Ny'), revision: 2, value: { status: 'withdrawn' } }],
        },
      ])
  })

  test('nobody’s entry', async () => {
    const { hq } = await startHqWith({}, { database })
    expect(await hq.withdraw('nobody')).toBe('not-found')
  })
})
