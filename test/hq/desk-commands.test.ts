import { describe, expect, test } from 'vitest'
import type { Offering, Sitting } from '../../domain/catalogue.ts'
import { aDevice, type TestDevice, valuesOf } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { anEntry, anIssuedPaper, anOffering, aSitting, MONDAY } from '../helpers/rows.ts'
import { aUuid, prevalidate } from './acts.ts'
import { startHqWith } from './start-hq.ts'

/** A centre with two PCs, and three kinds of software to offer its exam on. */
async function office(database: (typeof ENGINES)[number]) {
  const { hq, world } = await startHqWith({ seats: 5 }, { database })
  await hq.publish({
    centreId: null,
    writes: ['sage', 'excel'].map((id) => ({ entity: 'software' as const, value: { id, name: id.toUpperCase() } })),
  })
  const [one, two] = [await aDevice(hq, 'rennes'), await aDevice(hq, 'rennes', 'POSTE 2')]
  return {
    hq,
    world,
    one,
    two,
    rowsOf: async <E extends 'offering' | 'sitting' | 'centreSettings' | 'reviewItem' | 'outcome'>(entity: E) =>
      valuesOf(await one.rows(), entity),
  }
}

const made = { sessionId: '2027-01', examId: anOffering().examId, softwareIds: ['sage', 'excel'], seats: 12 }
const open = (pc: TestDevice, changes: Partial<typeof made> = {}, offeringId = aUuid()) =>
  pc.command('offering.open', { offeringId, made: { ...made, ...changes } })

const chosen = { heldOn: '2027-01-18', startsAtLocal: '09:00', room: 'Salle A' }
const set = (pc: TestDevice, offeringId: string, changes: object = {}) =>
  pc.command('sitting.set', { sittingId: aUuid(), offeringId, from: null, ...chosen, ...changes })

describe.each(ENGINES)('what a centre decides of itself, on %s', (database) => {
  test('two PCs that open the same software at one moment open it once', async () => {
    const { hq, one, two, rowsOf } = await office(database)
    const answers = await Promise.all([one.send(open(one)), two.send(open(two, { softwareIds: ['excel', 'sage'] }))])
    expect(answers.flat().sort()).toEqual(['applied', 'refused offering-exists'])
    const offerings: Offering[] = await rowsOf('offering')
    expect(offerings.filter(({ softwareIds }) => softwareIds.includes('sage'))).toHaveLength(1)
    const [there] = offerings.filter(({ softwareIds }) => softwareIds.includes('sage'))
    expect(await rowsOf('reviewItem')).toMatchObject([
      { name: 'offering.open', code: 'offering-exists', detail: { offeringId: there?.id }, requestId: null },
    ])
    expect(hq.bugs).toEqual([])
  })

  test('an offering is closed to whoever waits, opened again, and its outcome says by whom and which', async () => {
    const { world, one, two, rowsOf } = await office(database)
    const { offeringId } = world
    expect(await one.send(one.command('offering.close', { offeringId }))).toEqual(['applied'])
    expect(await two.send(two.command('offering.close', { offeringId }))).toEqual(['refused already-closed'])
    expect(await two.send(prevalidate(two, world, 'Ny'))).toEqual(['refused offering-closed'])
    const again = { offeringId, made: null }
    expect(await one.send(one.command('offering.open', again))).toEqual(['applied'])
    expect(await two.send(two.command('offering.open', again), prevalidate(two, world, 'Ny'))).toEqual([
      'refused already-open',
      'applied',
    ])
    const [closed] = (await rowsOf('outcome')).filter(
      ({ name, status }) => name === 'offering.close' && status === 'applied',
    )
    expect(closed).toMatchObject({
      operatorName: 'Anne Hervé',
      about: [`offering/${offeringId}`],
      entryIds: [],
      told: {},
    })
  })

  test('one that HQ has no exam, software or room for is refused, and what another centre has is unknown', async () => {
    const { hq, one } = await office(database)
    const answers = await one.send(
      open(one, { examId: 'none' }),
      open(one, { softwareIds: ['lotus'] }),
      open(one, { softwareIds: [] }),
      one.command('offering.close', { offeringId: 'brest-offering' }),
    )
    expect(answers).toEqual(['refused not-found', 'refused not-found', 'refused software-missing', 'refused not-found'])
    expect(hq.bugs).toEqual([])
  })

  test('a sitting changed by two: the second is told which field, and the same added by two is there once', async () => {
    const { world, one, two, rowsOf } = await office(database)
    const { offeringId } = world
    const added = await Promise.all([one.send(set(one, offeringId)), two.send(set(two, offeringId))])
    expect(added.flat().sort()).toEqual(['applied', 'refused sitting-exists'])
    const [sitting]: Sitting[] = await rowsOf('sitting')
    const sittingId = sitting?.id ?? ''
    const changed = await Promise.all([
      one.send(set(one, offeringId, { sittingId, from: chosen, room: 'Salle B' })),
      two.send(set(two, offeringId, { sittingId, from: chosen, heldOn: '2027-01-19' })),
    ])
    expect(changed.flat().sort()).toEqual(['applied', 'refused value-changed'])
    const [after] = await rowsOf('sitting')
    const from = { heldOn: after?.heldOn ?? '', startsAtLocal: '09:00', room: after?.room ?? '' }
    expect(await one.send(one.command('sitting.cancel', { sittingId, from: chosen }))).toEqual([
      'refused value-changed',
    ])
    const cancelled = await Promise.all(
      [one, two].map((pc) => pc.send(pc.command('sitting.cancel', { sittingId, from }))),
    )
    expect(cancelled.flat().sort()).toEqual(['applied', 'refused already-cancelled'])
    expect(await rowsOf('sitting')).toMatchObject([{ cancelled: true }])
    // Where one was called off there is room for another.
    expect(await one.send(set(one, offeringId, from))).toEqual(['applied'])
    expect(await one.send(set(one, offeringId, { heldOn: '2027-01-25' }))).toEqual(['refused date-not-allowed'])
  })

  test('two managers: of one text the second is told, two texts and the days of both come together', async () => {
    const { hq, one, two, rowsOf } = await office(database)
    const [before] = await rowsOf('centreSettings')
    const vatWording = (to: string) => ({ vatWording: { from: before?.vatWording ?? null, to } })
    const text = (pc: TestDevice, changes: object) => pc.command('centre.set-texts', { changes })
    const same = await Promise.all([one.send(text(one, vatWording('A'))), two.send(text(two, vatWording('B')))])
    expect(same.flat().sort()).toEqual(['applied', 'refused value-changed'])
    const activity = { from: null, to: { number: '53350000035', region: 'Bretagne' } }
    const terms = { from: before?.paymentTerms ?? '', to: 'Par virement.' }
    const both = await Promise.all([one.send(text(one, { activity })), two.send(text(two, { paymentTerms: terms }))])
    expect(both.flat()).toEqual(['applied', 'applied'])
    expect(await one.send(text(one, { activity: { from: activity.to, to: null } }))).toEqual(['applied'])

    const close = (pc: TestDevice, added: string[]) =>
      pc.command('centre.set-closed-days', { changes: { closedDays: { added, removed: [] } } })
    const days = await Promise.all([
      one.send(close(one, ['2026-12-24', '2026-12-31'])),
      two.send(close(two, ['2026-12-31', '2026-12-28'])),
    ])
    expect(days.flat()).toEqual(['applied', 'applied'])
    const [after] = await rowsOf('centreSettings')
    expect(after).toMatchObject({ activity: null, paymentTerms: 'Par virement.' })
    expect(after?.closedDays).toEqual(['2026-12-24', '2026-12-28', '2026-12-31'])
    const told = (await rowsOf('outcome')).filter(
      ({ name, status }) => name === 'centre.set-texts' && status === 'applied',
    )
    expect(told.map(({ told, about }) => [told.fields, about])).toContainEqual(['paymentTerms', ['centre/rennes']])
    expect(hq.bugs).toEqual([])
  })

  test('a note is kept with who said what; one of somebody unknown here stands as a line to review and nothing more', async () => {
    const { hq, world, one, two } = await office(database)
    const note = (candidateId: string) => {
      const said = { means: 'phone' as const, text: 'Rappelle lundi.', notedAt: '2026-11-23T08:41:00.000Z' }
      return one.command('call.note', { callNoteId: aUuid(), candidateId, ...said })
    }
    expect(await one.send(note(world.candidate('Ny')), note('nobody'))).toEqual(['applied', 'applied not-found'])
    const rows = await two.rows()
    expect(valuesOf(rows, 'callNote')).toMatchObject([
      { candidateId: world.candidate('Ny'), text: 'Rappelle lundi.', notedBy: 'Anne Hervé' },
    ])
    expect(valuesOf(rows, 'reviewItem')).toMatchObject([{ kind: 'misfit', name: 'call.note', code: 'not-found' }])
    expect(hq.bugs).toEqual([])
  })

  test('what two PCs read on a sheet is kept, both of it; of entries the centre knows, and no others', async () => {
    const { hq, world, one, two } = await office(database)
    const sitting = aSitting({ offeringId: world.offeringId, heldOn: '2026-11-23' })
    const confirmed = ['Ny', 'Roy'].map((name) => {
      const who = { id: world.entry(name), requestId: world.request(name), candidateId: world.candidate(name) }
      const value = anEntry({ ...who, offeringId: world.offeringId, status: 'confirmed', confirmedAt: MONDAY })
      return { entity: 'entry' as const, value }
    })
    await hq.publish({ centreId: 'rennes', writes: [{ entity: 'sitting', value: sitting }, ...confirmed] })
    const mark = (pc: TestDevice, noted: Record<string, 'present' | 'absent' | null>, markedAt = MONDAY) => {
      const marks = Object.entries(noted).map(([entryId, attendance]) => ({ markId: aUuid(), entryId, attendance }))
      return pc.command('attendance.mark', { sittingId: sitting.id, marks, markedAt })
    }
    const [ny, roy] = ['Ny', 'Roy'].map(world.entry) as [string, string]
    const both = mark(one, { [ny]: 'present', [roy]: 'absent' })
    expect(await one.send(both, mark(one, { nobody: 'present', [roy]: null }))).toEqual([
      'applied',
      'applied not-found',
    ])
    expect(await two.send(mark(two, { [ny]: 'absent' }))).toEqual(['applied'])
    // Sent again, it has no second effect.
    expect(await one.send(both)).toEqual(['applied'])
    const rows = await two.rows()
    const kept = valuesOf(rows, 'attendanceMark').map(({ entryId, attendance }) => `${entryId} ${attendance}`)
    expect(kept.sort()).toEqual([`${ny} absent`, `${ny} present`, `${roy} absent`, `${roy} null`].sort())
    expect(valuesOf(rows, 'attendanceMark')[0]).toMatchObject({
      ...{ sittingId: sitting.id, sessionId: '2027-01', markedAt: MONDAY, markedBy: 'Anne Hervé' },
    })
    expect(valuesOf(rows, 'entry').find(({ id }) => id === ny)).toEqual(confirmed[0]?.value)
    expect(valuesOf(rows, 'reviewItem')).toMatchObject([
      { kind: 'misfit', name: 'attendance.mark', code: 'not-found', requestId: world.request('Roy') },
    ])
    expect(hq.bugs).toEqual([])
  })

  test('papers issued together are kept with who issued them; of those the centre knows, and no others', async () => {
    const { hq, world, one, two } = await office(database)
    const paper = (name: string, candidateId = world.candidate(name)) => {
      const { issuedAt: _, issuedBy: __, ...rest } = anIssuedPaper({ id: aUuid() })
      return { ...rest, requestId: world.request(name), candidateId }
    }
    const issue = (...papers: ReturnType<typeof paper>[]) => one.command('paper.issue', { issuedAt: MONDAY, papers })
    const both = issue(paper('Ny'), paper('Roy'))
    expect(await one.send(both, issue(paper('Ny'), paper('Roy', world.candidate('Ny'))))).toEqual([
      'applied',
      'applied not-found',
    ])
    // A session that is not, or no longer, here stops nobody: the paper was handed over.
    expect(await one.send(issue({ ...paper('Ny'), sessionId: 'of-old' }))).toEqual(['applied'])
    // Sent again, it has no second effect.
    expect(await one.send(both)).toEqual(['applied'])
    const rows = await two.rows()
    const issued = valuesOf(rows, 'issuedPaper')
    expect(issued.map(({ requestId }) => requestId).sort()).toEqual(['Ny', 'Ny', 'Ny', 'Roy'].map(world.request))
    expect(issued[0]).toMatchObject({ kind: 'convocation', issuedBy: 'Anne Hervé', issuedAt: MONDAY })
    expect(valuesOf(rows, 'reviewItem')).toMatchObject([
      { kind: 'misfit', name: 'paper.issue', code: 'not-found', requestId: null },
    ])
    expect(hq.bugs).toEqual([])
  })
})
