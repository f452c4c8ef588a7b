import { afterEach, expect, test } from 'vitest'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { anEntry, aRequest, aSitting } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

/** Somebody whom Rennes knows asks Brest too, then takes that back. */
async function twoCentres() {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld(), smallWorld({ centreId: 'brest', candidates: ['Sy'] })] })
  const rennes = await aDesk({ hq, clock, role: 'manager' })
  const brest = await aDesk({ hq, clock, role: 'manager', centreId: 'brest' })
  running.push(hq, rennes, brest)
  const candidateId = 'rennes-candidate-Ny'
  const ask = () =>
    hq.publish({
      centreId: 'brest',
      writes: [
        { entity: 'request', value: aRequest({ id: 'visit', candidateId }) },
        {
          entity: 'entry',
          value: anEntry({ id: 'visit-entry', requestId: 'visit', candidateId, offeringId: 'brest-offering' }),
        },
      ],
    })
  const leave = () =>
    hq.publish({
      centreId: 'brest',
      writes: [],
      tombstones: [
        { entity: 'entry', id: 'visit-entry' },
        { entity: 'request', id: 'visit' },
      ],
    })
  const knows = async (desk: RunningDesk) =>
    (await desk.db.selectFrom('candidate').select('id').where('id', '=', candidateId).execute()).length === 1
  const agrees = async (...desks: RunningDesk[]) => {
    for (const desk of desks) {
      expect(await desk.sync()).toBeNull()
      expect(await desk.freshness()).toMatchObject({ agreement: 'agrees', notices: [], trouble: null })
    }
  }
  return { clock, hq, rennes, brest, ask, leave, knows, agrees }
}

test('a centre sees the record of a candidate from their first request there to their last one', async () => {
  const { rennes, brest, ask, leave, knows, agrees } = await twoCentres()
  expect(await knows(brest)).toBe(false)
  await ask()
  await agrees(brest, rennes)
  expect(await knows(brest)).toBe(true)
  await leave()
  await agrees(brest, rennes)
  expect([await knows(brest), await knows(rennes)]).toEqual([false, true])
  await ask()
  await agrees(brest, rennes)
  expect(await knows(brest)).toBe(true)
})

test('leaving and coming back while a centre is away is told in one page', async () => {
  const { brest, ask, leave, knows, agrees } = await twoCentres()
  await ask()
  await agrees(brest)
  await leave()
  await ask()
  await leave()
  await ask()
  await agrees(brest)
  expect(await knows(brest)).toBe(true)
})

test('what changes elsewhere once a candidate has left is not told here, and both centres agree with HQ', async () => {
  const { clock, rennes, brest, ask, leave, knows, agrees } = await twoCentres()
  await ask()
  await agrees(brest)
  await leave()
  // Rennes pre-validates: the candidate is given a number.
  await rennes.prevalidate('Ny')
  clock.advance(11)
  await agrees(rennes, brest)
  expect(await knows(brest)).toBe(false)
  await ask()
  await agrees(brest, rennes)
  expect((await brest.request('Ny')).candidate.nuc).toMatch(/^CA\d+$/)
})

test('a candidate who leaves while work on the file is pending is kept until it is settled, and comes back whole', async () => {
  const { clock, brest, ask, leave, knows, agrees } = await twoCentres()
  await ask()
  await agrees(brest)
  await brest.refuse('Ny')
  await leave()
  expect(await brest.sync()).toBeNull()
  expect(await knows(brest)).toBe(true)
  await ask()
  expect(await brest.sync()).toBeNull()
  expect(await brest.entry('Ny')).toMatchObject({ status: 'refused', pending: true })
  clock.advance(11)
  await agrees(brest)
  expect(await brest.entry('Ny')).toMatchObject({ status: 'refused', pending: false })
})

test('what was half-typed about a candidate leaves with them, once no work on the file is pending; the rest stays', async () => {
  const { clock, brest, ask, leave, knows, agrees } = await twoCentres()
  await ask()
  await agrees(brest)
  const operatorId = (await brest.state()).operator?.id ?? ''
  const type = (...keys: string[]) =>
    brest.call('kept.set', { operatorId, values: keys.map((key) => ({ key, value: 'à rappeler' })) })
  const typed = async () => (await brest.call('kept.list', {})).map(({ key }) => key)
  const others = ['columns.visit', 'draft.call-note.brest-candidate-Sy', 'draft.refuse.revisit']
  await type('draft.call-note.rennes-candidate-Ny', 'draft.refuse.visit', ...others)
  await leave()
  await agrees(brest)
  expect(await typed()).toEqual(others)

  await ask()
  await agrees(brest)
  await type('draft.call-note.rennes-candidate-Ny')
  await brest.refuse('Ny')
  await leave()
  expect(await brest.sync()).toBeNull()
  expect(await knows(brest)).toBe(true)
  expect(await typed()).toContain('draft.call-note.rennes-candidate-Ny')
  clock.advance(11)
  await agrees(brest)
  expect(await typed()).toEqual(others)
})

test('what a centre noted of a candidate leaves with them, and comes back with them', async () => {
  const { clock, hq, rennes, brest, ask, leave, agrees } = await twoCentres()
  await ask()
  await agrees(brest)
  const note = (text: string) =>
    brest.run({ name: 'call.note', args: { candidateId: 'rennes-candidate-Ny', means: 'phone', text } })
  const args = { requestId: 'visit', entryIds: ['visit-entry'], means: 'phone' as const }
  await brest.prevalidate('Ny')
  await note('Viendra en train.')
  await brest.run({ name: 'reminder.sent', args })
  const offeringId = (await brest.entry('Ny')).offeringId ?? ''
  const value = aSitting({ id: 'sat', offeringId, heldOn: '2026-11-23' })
  await hq.publish({ centreId: 'brest', writes: [{ entity: 'sitting', value }] })
  clock.advance(11)
  await agrees(brest, rennes)
  const marks = [{ entryId: 'visit-entry', attendance: null }]
  await brest.run({ name: 'attendance.mark', args: { sittingId: 'sat', marks } })
  clock.advance(11)
  await agrees(brest, rennes)
  const noted = async () => [
    (await brest.db.selectFrom('callNote').select('text').orderBy('text').execute()).map(({ text }) => text),
    (await brest.db.selectFrom('reminder').select('id').execute()).length,
    (await brest.db.selectFrom('attendanceMark').select('id').execute()).length,
  ]
  expect(await noted()).toEqual([['Viendra en train.'], 1, 1])
  // Another centre of theirs never hears of it.
  expect(await rennes.db.selectFrom('callNote').select('id').execute()).toEqual([])

  await leave()
  await agrees(brest, rennes)
  expect(await noted()).toEqual([[], 0, 0])
  const aside = await hq.db.selectFrom('workAside').select('entity').orderBy('entity').execute()
  expect(aside.map(({ entity }) => entity)).toEqual(['attendanceMark', 'callNote', 'reminder'])
  await ask()
  await agrees(brest, rennes)
  expect(await noted()).toEqual([['Viendra en train.'], 1, 1])
  expect(await hq.db.selectFrom('workAside').select('id').execute()).toEqual([])

  // Noted while they leave: nothing is kept of it on either side, and a line says so.
  await note('Ne viendra plus.')
  await leave()
  clock.advance(11)
  await agrees(brest)
  expect(await noted()).toEqual([[], 0, 0])
  expect(await brest.call('review.list', {})).toMatchObject([{ name: 'call.note', code: 'not-found' }])
  await ask()
  await agrees(brest)
  expect(await noted()).toEqual([['Viendra en train.'], 1, 1])
})
