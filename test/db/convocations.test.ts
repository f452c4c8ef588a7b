import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { putRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import type { Write } from '../../domain/entities.ts'
import { ConvocationContent } from '../../domain/shapes/convocation.ts'
import { readConvocations } from '../../main/print/convocation-content.ts'
import { aCandidate, anEntry, anOffering, aRequest, aSitting, rennesSettings } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'

let folder: string
let db: Db
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-convocations-'))
  db = await openDatabase(path.join(folder, 'pupitre.sqlite'))
  const { common } = smallWorld()
  const second = common.flatMap((write): Write[] =>
    write.entity === 'exam'
      ? [{ entity: 'exam', value: { ...write.value, id: '2027-01:ASCA-E2', code: 'ASCA-E2', minutes: 90 } }]
      : [],
  )
  await put(
    ...common,
    ...second,
    { entity: 'centreSettings', value: rennesSettings },
    { entity: 'offering', value: anOffering() },
    { entity: 'offering', value: anOffering({ id: 'offering-2', examId: '2027-01:ASCA-E2', softwareIds: [] }) },
    { entity: 'candidate', value: aCandidate() },
    { entity: 'request', value: aRequest() },
  )
})
afterEach(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

const put = (...writes: Write[]) =>
  db.transaction().execute(async (tx) => {
    for (const write of writes) await putRow(tx, write, 1)
  })
const confirmed = { status: 'confirmed', confirmedAt: '2026-11-20T09:12:00.000Z' } as const
const exams = async (requestId = 'request-1') =>
  (await readConvocations(db, [requestId]))
    .get(requestId)
    ?.content.sittings.map(({ examCode, heldOn, startsAtLocal, endsAtLocal, room }) =>
      [examCode, heldOn, startsAtLocal, endsAtLocal, room].join(' '),
    )

test('every confirmed exam that has a sitting, each of its sittings, in the order of time', async () => {
  await put(
    { entity: 'entry', value: anEntry(confirmed) },
    {
      entity: 'entry',
      value: anEntry({ ...confirmed, id: 'entry-2', offeringId: 'offering-2', examId: '2027-01:ASCA-E2' }),
    },
    { entity: 'entry', value: anEntry({ id: 'entry-3', status: 'prevalidated' }) },
    { entity: 'entry', value: anEntry({ ...confirmed, id: 'entry-4', offeringId: null }) },
    { entity: 'sitting', value: aSitting({ heldOn: '2027-01-26', startsAtLocal: '14:30' }) },
    { entity: 'sitting', value: aSitting({ id: 'sitting-2', heldOn: '2027-01-25' }) },
    {
      entity: 'sitting',
      value: aSitting({ id: 'sitting-3', offeringId: 'offering-2', startsAtLocal: '08:00', room: 'Amphi' }),
    },
    { entity: 'sitting', value: aSitting({ id: 'sitting-4', cancelled: true }) },
  )
  expect(await exams()).toMatchInlineSnapshot(`
    [
      "ASCA-E2 2027-01-25 08:00 09:30 Amphi",
      "ASCA-E1 2027-01-25 09:00 11:00 Salle A",
      "ASCA-E1 2027-01-26 14:30 16:30 Salle A",
    ]
  `)
  const [found] = (await readConvocations(db, ['request-1'])).values()
  expect(found).toMatchObject({ requestId: 'request-1', sessionId: '2027-01', candidateId: 'candidate-1' })
  expect(ConvocationContent.parse(found?.content)).toEqual(found?.content)
})

test('nobody is convened who is not confirmed, or whose sitting is not set or was called off', async () => {
  await put({ entity: 'entry', value: anEntry() }, { entity: 'sitting', value: aSitting() })
  expect(await exams()).toBeUndefined()
  await put({ entity: 'entry', value: anEntry(confirmed) }, { entity: 'sitting', value: aSitting({ cancelled: true }) })
  expect(await exams()).toBeUndefined()
  expect(await exams('nobody knows')).toBeUndefined()
})

test('of two requests of a candidate for a session there is one convocation, and it belongs to the first received', async () => {
  await put(
    { entity: 'request', value: aRequest({ id: 'request-2', receivedAt: '2026-11-21T09:12:00.000Z' }) },
    { entity: 'entry', value: anEntry(confirmed) },
    {
      entity: 'entry',
      value: anEntry({ ...confirmed, id: 'entry-2', requestId: 'request-2', offeringId: 'offering-2' }),
    },
    { entity: 'sitting', value: aSitting() },
    { entity: 'sitting', value: aSitting({ id: 'sitting-2', offeringId: 'offering-2', startsAtLocal: '14:00' }) },
  )
  const found = await readConvocations(db, ['request-2', 'request-1'])
  expect([...found].map(([asked, { requestId }]) => [asked, requestId])).toEqual([
    ['request-1', 'request-1'],
    ['request-2', 'request-1'],
  ])
  expect(found.get('request-2')?.content).toEqual(found.get('request-1')?.content)
  expect(found.get('request-1')?.content.sittings).toHaveLength(2)
})

test('another session is another convocation', async () => {
  await put(
    { entity: 'request', value: aRequest({ id: 'request-2', sessionId: 'later' }) },
    { entity: 'entry', value: anEntry(confirmed) },
    { entity: 'sitting', value: aSitting() },
  )
  expect([...(await readConvocations(db, ['request-1', 'request-2'])).keys()]).toEqual(['request-1'])
})
