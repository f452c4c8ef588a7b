import { describe, expect, test } from 'vitest'
import { publish } from '../../hq/feed.ts'
import { aDevice, valuesOf } from '../helpers/a-device.ts'
import { ENGINES, type Engine } from '../helpers/hq-database.ts'
import { aCandidate, aRequest } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'
import { aUuid } from './acts.ts'
import { holding, untilWaiting } from './behind-a-lock.ts'
import { startHq } from './start-hq.ts'

const candidateId = 'rennes-candidate-Ny'

/** Somebody whom Rennes knows has asked Brest too. */
async function aVisit(database: Engine) {
  const worlds = [smallWorld(), smallWorld({ centreId: 'brest', candidates: ['Sy'] })]
  const hq = await startHq({ database, worlds })
  const brest = await aDevice(hq, 'brest')
  const visit = (id: string) => ({ entity: 'request' as const, value: aRequest({ id, candidateId }) })
  await hq.publish({ centreId: 'brest', writes: [visit('visit')] })
  const { cursor } = await brest.changes()
  const leave = { centreId: 'brest', tombstones: [{ entity: 'request' as const, id: 'visit' }] }
  /** What Brest was told of the candidate since, and whether HQ counts them among its rows. */
  const told = async () => {
    const { changes } = await brest.changes(cursor)
    const rows = changes.flatMap((change) => change.rows).filter(({ id }) => id === candidateId)
    const held = await hq.db
      .selectFrom('feedRow')
      .select('id')
      .where('stream', '=', 'centre:brest')
      .where('id', '=', candidateId)
      .execute()
    return { rows: rows.map(({ value }) => (value === null ? 'gone' : 'there')), held: held.length === 1 }
  }
  return { hq, brest, visit, leave, told }
}

describe.each(ENGINES)('a candidate who leaves a centre, on %s', (database) => {
  test('and is written in the same transaction is told as gone there, as written elsewhere', async () => {
    const { hq, brest, leave, told } = await aVisit(database)
    const rennes = await aDevice(hq, 'rennes')
    const { cursor } = await rennes.changes()
    const value = aCandidate({ id: candidateId, nuc: null, town: 'Vannes' })
    await hq.publish({ ...leave, writes: [{ entity: 'candidate', value }] })
    expect(await told()).toEqual({ rows: ['gone'], held: false })
    expect((await rennes.changes(cursor)).changes.flatMap(({ rows }) => rows)).toMatchObject([
      { id: candidateId, value: { town: 'Vannes' } },
    ])
    expect((await brest.rows()).some(({ id }) => id === candidateId)).toBe(false)
  })
})

test('a first and a last request at the same instant: who still has one stays', async () => {
  const { hq, visit, leave, told } = await aVisit('postgresql')
  const at = hq.clock.now()
  const coming = await holding(hq.db, (tx) =>
    publish(tx, { centreId: 'brest', commandId: null, at, writes: [visit('second')] }),
  )
  const leaving = hq.publish({ ...leave, writes: [] })
  await untilWaiting(hq.db, 1)
  await coming.letGo()
  await leaving
  expect(await told()).toEqual({ rows: [], held: true })
})

test('a note and a last request at the same instant: whichever comes first, nothing of them stays in sight', async () => {
  const { hq, brest, leave } = await aVisit('postgresql')
  const at = hq.clock.now()
  const note = () =>
    brest.command('call.note', { callNoteId: aUuid(), candidateId, means: 'phone', text: 'Rappelle.', notedAt: at })
  const leaving = await holding(hq.db, (tx) => publish(tx, { ...leave, commandId: null, at, writes: [] }))
  const noting = brest.send(note())
  await untilWaiting(hq.db, 1)
  await leaving.letGo()
  expect(await noting).toEqual(['applied not-found'])
  expect(valuesOf(await brest.rows(), 'callNote')).toEqual([])
  expect(hq.bugs).toEqual([])
})
