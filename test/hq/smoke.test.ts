import { expect, test } from 'vitest'
import { aDevice, valuesOf } from '../helpers/a-device.ts'
import { anHq } from '../helpers/an-hq.ts'
import { ENGINES } from '../helpers/hq-database.ts'

test.each(ENGINES)('sample on %s', async (database) => {
  console.time(database)
  const hq = await anHq({ database, sample: true })
  console.timeLog(database)
  const pc = await aDevice(hq, 'rennes')
  const rows = await pc.rows()
  const entries = valuesOf(rows, 'entry')
  console.log(Object.entries(Object.groupBy(entries, (e) => e.status)).map(([k, v]) => [k, v?.length]))
  console.log(valuesOf(rows, 'offering').map((o) => [o.id, o.seats, entries.filter((e) => e.offeringId === o.id && ['confirmed', 'prevalidated'].includes(e.status)).length]))
  const requested = entries.find((e) => e.status === 'requested' && e.offeringId?.endsWith('e1-ciel'))!
  console.log(await pc.send(pc.command('entry.prevalidate', { requestId: requested.requestId, entryIds: [requested.id] })))
  console.log((await pc.changes()).changes.at(-1))
  console.log(hq.bugs)
  expect(valuesOf(rows, 'request').length).toBe(60)
  console.timeEnd(database)
  await hq.stop()
})
