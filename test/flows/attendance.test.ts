import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Parsed } from '../../contract/ipc.ts'
import type { Attendance } from '../../domain/attendance.ts'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { aCandidate, anEntry, aSitting, MONDAY } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

const sessionId = '2027-01'
const TO_THE_DAY = Math.round((Date.parse('2027-01-18T12:00:00.000Z') - Date.parse(MONDAY)) / 1000)

/** A centre whose candidates are confirmed, and sat on Monday 18 January at nine: it is noon, unless `early`. */
async function aCentre({ people = ['Ny', 'Roy', 'Sol'], desks = 1, early = false } = {}) {
  const clock = aClock()
  const confirmed = { status: 'confirmed', prevalidatedAt: MONDAY, confirmedAt: MONDAY } as const
  const entries = Object.fromEntries(people.map((name) => [name, confirmed]))
  const world = smallWorld({ seats: 500, candidates: people, entries })
  const sitting = aSitting({ offeringId: world.offeringId, heldOn: '2027-01-18', room: 'B12' })
  world.rows.push({ entity: 'sitting', value: sitting })
  const hq = await anHq({ clock, worlds: [world] })
  running.push(hq)
  const pcs: RunningDesk[] = []
  for (let number = 0; number < desks; number++) {
    const pc = await aDesk({ hq, clock, role: 'manager', name: `POSTE ${number + 1}` })
    running.push(pc)
    pcs.push(pc)
  }
  if (!early) clock.advance(TO_THE_DAY)
  const agree = async () => {
    clock.advance(11)
    for (const pc of [...pcs, ...pcs]) expect(await pc.sync()).toBeNull()
    for (const pc of pcs) expect(await pc.freshness()).toMatchObject({ agreement: 'agrees', toTransmit: 0 })
  }
  const mark = (desk: RunningDesk, noted: Record<string, Attendance | null>) =>
    desk.run({
      name: 'attendance.mark',
      args: {
        sittingId: sitting.id,
        marks: Object.entries(noted).map(([name, attendance]) => ({ entryId: world.entry(name), attendance })),
      },
    })
  const [one, two] = pcs as [RunningDesk, RunningDesk]
  return { clock, hq, world, sitting, one, two, agree, mark }
}

const sittingId = 'sitting-1'
const list = async (desk: RunningDesk) => (await desk.call('attendance.list', { sittingId })) ?? []
const noted = async (desk: RunningDesk) =>
  (await list(desk)).map(({ birthName, mark }) => `${birthName} ${mark?.attendance ?? '-'}`)
const standing = async (desk: RunningDesk) =>
  (await list(desk)).map(({ birthName, attestation }) => `${birthName} ${attestation.hindrance ?? attestation.state}`)
const print = (desk: RunningDesk, asked: Partial<Parsed<'attestation.print'>> = {}) =>
  desk.call('attestation.print', { sittingId, which: 'due', as: 'together', means: 'print', ...asked })
const files = (desk: RunningDesk) => {
  const folder = path.join(desk.folder, 'documents')
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.pdf'))
    : []
}

test('nobody is present by default; what the sheet says is noted on one PC, and known on all', async () => {
  const { one, two, agree, mark } = await aCentre({ desks: 2 })
  expect(await noted(one)).toEqual(['Ny -', 'Roy -', 'Sol -'])
  expect((await mark(one, { Ny: 'present', Roy: 'absent' })).results).toMatchObject([{ ok: true }])
  expect((await list(one))[0]?.mark).toMatchObject({ markedBy: 'Anne Hervé', pending: true })
  await agree()
  expect(await noted(two)).toEqual(['Ny present', 'Roy absent', 'Sol -'])
  expect((await list(two))[0]?.mark).toMatchObject({ markedBy: 'Anne Hervé', pending: false })
  expect(await two.call('sitting.list', { sessionId })).toMatchObject([{ confirmed: 3, present: 1, absent: 1 }])
})

test('a mark is taken back within ten seconds as if it had never been; afterwards by another, which HQ hears of', async () => {
  const { clock, hq, one, agree, mark } = await aCentre()
  const click = await mark(one, { Ny: 'present', Roy: 'present' })
  expect(await one.call('command.undo', { clickId: click.undo?.clickId ?? '' })).toEqual({ undone: true })
  expect(await one.db.selectFrom('attendanceMark').select('id').execute()).toEqual([])
  await mark(one, { Ny: 'present' })
  await agree()
  clock.advance(60)
  await mark(one, { Ny: null })
  expect(await noted(one)).toEqual(['Ny -', 'Roy -', 'Sol -'])
  await agree()
  const kept = await hq.db.selectFrom('attendanceMark').select('attendance').orderBy('markedAt').execute()
  expect(kept).toEqual([{ attendance: 'present' }, { attendance: null }])
})

test('two PCs note differently: the last counts on both, and the history tells both', async () => {
  const { clock, world, one, two, agree, mark } = await aCentre({ desks: 2 })
  await mark(one, { Ny: 'absent' })
  clock.advance(30)
  await mark(two, { Ny: 'present' })
  await agree()
  for (const pc of [one, two]) {
    expect(await noted(pc)).toEqual(['Ny present', 'Roy -', 'Sol -'])
    const file = await pc.call('candidate.file', { candidateId: world.candidate('Ny'), sessionId })
    const lines = file?.history.filter(({ kind }) => kind === 'attendance.mark') ?? []
    expect(lines.map(({ detail }) => detail.attendance)).toEqual(['present', 'absent'])
    expect(lines[0]).toMatchObject({ detail: { exam: 'ASCA-E1', heldOn: '2027-01-18' }, pending: false })
  }
})

test('a PC whose clock is late corrects all the same what it knows of another', async () => {
  const { clock, one, two, agree, mark } = await aCentre({ desks: 2 })
  await mark(one, { Ny: 'absent', Roy: 'absent' })
  await agree()
  // Two hours behind, it notes what it then corrects twice within a second.
  clock.advance(-7200)
  await mark(two, { Ny: 'present' })
  await mark(two, { Ny: null })
  await mark(two, { Ny: 'present' })
  clock.advance(7200)
  await agree()
  for (const pc of [one, two]) expect(await noted(pc)).toEqual(['Ny present', 'Roy absent', 'Sol -'])
})

test('nothing is noted before the day of the sitting, of another offering, nor of who is not confirmed', async () => {
  const { clock, hq, world, one, agree, mark } = await aCentre({ early: true })
  expect((await mark(one, { Ny: 'present' })).results).toMatchObject([
    { ok: false, code: 'sitting-to-come', detail: { heldOn: '2027-01-18' } },
  ])
  clock.advance(TO_THE_DAY)
  const { id, requestId, candidateId } = anEntry({
    id: world.entry('Roy'),
    requestId: world.request('Roy'),
    candidateId: world.candidate('Roy'),
  })
  const carried = { id, requestId, candidateId, offeringId: world.offeringId, status: 'carriedOver' as const }
  await hq.publish({ centreId: 'rennes', writes: [{ entity: 'entry', value: anEntry(carried) }] })
  await agree()
  expect((await mark(one, { Roy: 'present' })).results).toMatchObject([{ ok: false, code: 'wrong-status' }])
  expect(await noted(one)).toEqual(['Ny -', 'Sol -'])
})

test('HQ keeps what was noted without a network of somebody carried over meanwhile, and a person is asked', async () => {
  const { clock, hq, world, one, mark } = await aCentre()
  await mark(one, { Ny: 'present' })
  const { requestId, candidateId } = { requestId: world.request('Ny'), candidateId: world.candidate('Ny') }
  const carried = { id: world.entry('Ny'), requestId, candidateId, offeringId: world.offeringId }
  await hq.publish({
    centreId: 'rennes',
    writes: [{ entity: 'entry', value: anEntry({ ...carried, status: 'carriedOver' }) }],
  })
  clock.advance(11)
  expect(await one.sync()).toBeNull()
  expect(await one.sync()).toBeNull()
  expect(await hq.db.selectFrom('attendanceMark').select(['attendance', 'entryId']).execute()).toEqual([
    { attendance: 'present', entryId: world.entry('Ny') },
  ])
  expect(await one.call('review.list', {})).toMatchObject([
    { kind: 'misfit', name: 'attendance.mark', code: 'wrong-status', requestId },
  ])
  // It is seen still, and nothing is attested.
  expect((await standing(one))[0]).toBe('Ny not-confirmed')
})

test('those present are attested in one go, each once; a mark that changes makes the one issued out of date', async () => {
  const { clock, one, agree, mark } = await aCentre()
  expect(await print(one)).toMatchObject({ printed: 0, stopped: 'nothing' })
  await mark(one, { Ny: 'present', Roy: 'absent', Sol: 'present' })
  expect(await standing(one)).toEqual(['Ny never', 'Roy absent', 'Sol never'])
  expect(await print(one)).toMatchObject({ printed: 2, issued: 2, stopped: null, opened: true })
  expect(files(one)).toHaveLength(1)
  expect(await standing(one)).toEqual(['Ny current', 'Roy absent', 'Sol current'])
  expect(await print(one)).toMatchObject({ printed: 0, stopped: 'nothing' })
  await agree()

  clock.advance(60)
  await mark(one, { Ny: 'absent' })
  const outdated = (await list(one))[0]?.attestation
  expect(outdated).toMatchObject({ state: 'outdated', hindrance: 'absent', issued: { version: 1 } })
  const ny = (await list(one))[0]?.entryId ?? ''
  expect(await print(one, { which: [ny] })).toMatchObject({ printed: 0, stopped: 'nothing' })

  // A mistake: noted present again, the one issued says what is so.
  clock.advance(60)
  await mark(one, { Ny: 'present' })
  expect((await standing(one))[0]).toBe('Ny current')
  expect(await print(one, { which: [ny] })).toMatchObject({ printed: 1, issued: 0 })
})

test('a name corrected since makes a new version, which says what it replaces', async () => {
  const { hq, world, one, agree, mark } = await aCentre({ people: ['Ny'] })
  await mark(one, { Ny: 'present' })
  const ny = world.entry('Ny')
  expect(await print(one, { which: [ny] })).toMatchObject({ issued: 1 })
  await agree()
  const value = aCandidate({ id: world.candidate('Ny'), birthName: 'Nys', usageName: null, nuc: null })
  await hq.publish({ centreId: 'rennes', writes: [{ entity: 'candidate', value }] })
  await agree()
  expect((await list(one))[0]?.attestation).toMatchObject({ state: 'outdated', hindrance: null })
  expect(await print(one, { which: [ny], as: 'apart', means: 'save' })).toMatchObject({ printed: 1, issued: 1 })
  const papers = await one.db.selectFrom('document').selectAll().orderBy('version', 'desc').execute()
  expect(papers.map(({ kind, version, refId }) => [kind, version, refId])).toEqual([
    ['attendance-attestation', 2, world.request('Ny')],
    ['attendance-attestation', 1, world.request('Ny')],
  ])
  const page = readFileSync(path.join(one.folder, 'documents', papers[0]?.fileName ?? ''), 'utf8')
  expect(page.includes('Remplace la version 1')).toBe(true)
  const file = await one.call('candidate.file', { candidateId: world.candidate('Ny'), sessionId })
  const issued = file?.history.filter(({ kind }) => kind === 'paper.issue') ?? []
  expect(issued.map(({ detail }) => detail.attestation)).toEqual([2, 1])
  expect(file?.documents.map(({ kind }) => kind)).toEqual(['attendance-attestation', 'attendance-attestation'])
})

test('a sitting of two half-days: each has its own mark and its own attestation', async () => {
  const { hq, world, one, agree, mark } = await aCentre({ people: ['Ny'] })
  const afternoon = aSitting({
    ...{ id: 'afternoon', offeringId: world.offeringId, heldOn: '2027-01-18', startsAtLocal: '14:00', room: 'B12' },
  })
  await hq.publish({ centreId: 'rennes', writes: [{ entity: 'sitting', value: afternoon }] })
  await agree()
  await mark(one, { Ny: 'present' })
  const marks = [{ entryId: world.entry('Ny'), attendance: 'absent' }]
  await one.run({ name: 'attendance.mark', args: { sittingId: 'afternoon', marks } })
  const own = await one.call('attendance.of', { sessionId, candidateId: world.candidate('Ny') })
  expect(
    own.map(({ startsAtLocal, mark: m, attestation }) => [startsAtLocal, m?.attendance, attestation.hindrance]),
  ).toEqual([
    ['09:00', 'present', null],
    ['14:00', 'absent', 'absent'],
  ])
})

test('the centre’s own words are on those issued from then on, filled; they make none out of date', async () => {
  const { world, one, agree, mark } = await aCentre({ people: ['Ny', 'Roy'] })
  await mark(one, { Ny: 'present' })
  await print(one)
  const to = 'Présente le {jour} à {épreuves}, centre de {ville}.'
  const changes = { attendanceWording: { from: null, to } }
  expect((await one.run({ name: 'centre.set-texts', args: { changes } })).results).toMatchObject([{ ok: true }])
  await agree()
  await mark(one, { Roy: 'present' })
  expect(await standing(one)).toEqual(['Ny current', 'Roy never'])
  expect(await print(one)).toMatchObject({ printed: 1, issued: 1 })
  const issued = await one.db.selectFrom('issuedPaper').select(['candidateId', 'content']).execute()
  const wordsOf = (name: string) => {
    const { content = '{}' } = issued.find(({ candidateId }) => candidateId === world.candidate(name)) ?? {}
    return JSON.parse(content).words?.map((line: string) => line.replace(/[\u00a0\u202f]/g, ' '))
  }
  expect(wordsOf('Ny')).toBeUndefined()
  expect(wordsOf('Roy')).toEqual(['Présente le lundi 18 janvier 2027 à ASCA-E1, centre de Rennes.'])
  const { token } = await one.call('paper.preview', { kind: 'attendance-attestation', text: to })
  expect(token).toMatch(/^[0-9a-f-]{36}$/)
})
