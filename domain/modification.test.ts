import { expect, test } from 'vitest'
import { changedParts, judgeModification, modifiableUntil, withChanges } from './modification.ts'
import { Modification } from './shapes/modification.ts'

const NOW = '2026-11-23T08:41:00.000Z'
const exam = (id: string, closes = '2026-12-13T23:00:00.000Z') => ({
  ...{ id, registrationOpensAt: '2026-08-31T22:00:00.000Z', registrationClosesAt: closes },
})
const entry = (id: string, status: 'requested' | 'prevalidated' | 'withdrawn' = 'requested') => ({
  ...{ id: `entry-${id}`, examId: id, offeringId: `${id}-ciel` as string | null, status },
})
const contact = { phone: '06 39 98 12 34', addressLines: ['3 allée du Modèle'], postcode: '35000', town: 'Rennes' }
const situation = { category: 'employee', previousExams: null } as const
const funding = { kind: 'employer', name: 'Exemple SARL', contact: 'paie@exemple.example' } as const
const facts = {
  ...{ contact, situation, funding },
  entries: [entry('E1'), entry('E2')],
  exams: [exam('E1'), exam('E2')],
  offerings: [
    { id: 'E1-sage', examId: 'E1', open: true },
    { id: 'E1-ebp', examId: 'E1', open: false },
    { id: 'E2-sage', examId: 'E2', open: true },
  ],
}
const same: Modification = { contact, situation, funding, software: [], softwareAccepted: false }
const software = (entryId: string, offeringId: string, softwareAccepted = true): Modification => ({
  ...same,
  software: [{ entryId, offeringId }],
  softwareAccepted,
})

test('what changes is told part by part, with what it was', () => {
  const to: Modification = {
    contact: { ...contact, phone: '06 39 98 56 78', town: 'Vern' },
    situation: { category: 'job-seeker', previousExams: 'ASCA-E1 en 2024' },
    funding: { kind: 'own' },
    ...{ software: [{ entryId: 'entry-E1', offeringId: 'E1-sage' }], softwareAccepted: true },
  }
  expect(judgeModification(facts, to, NOW)).toEqual({
    changed: [
      { what: 'software', examId: 'E1', before: 'E1-ciel', after: 'E1-sage' },
      { what: 'phone', before: '06 39 98 12 34', after: '06 39 98 56 78' },
      { what: 'address', before: contact, after: to.contact },
      { what: 'category', before: 'employee', after: 'job-seeker' },
      { what: 'previous-exams', before: null, after: 'ASCA-E1 en 2024' },
      { what: 'funding', before: funding, after: { kind: 'own' } },
    ],
  })
})

test('nothing changed is refused, the software said again as it is and spaces included', () => {
  expect(judgeModification(facts, same, NOW)).toEqual({ refused: 'nothing-changed' })
  expect(judgeModification(facts, software('entry-E1', 'E1-ciel', false), NOW)).toEqual({ refused: 'nothing-changed' })
  expect(changedParts({ ...facts, situation: { ...situation, previousExams: ' ' } }, same)).toEqual([])
  expect(Modification.parse({ ...same, contact: { ...contact, phone: ' 06 39 98 12 34 ' } })).toEqual(same)
})

test('another payer of the same name is a change only by kind or contact', () => {
  const other = { ...funding, kind: 'training-centre' } as const
  expect(changedParts(facts, { ...same, funding: other })).toMatchObject([{ what: 'funding', after: other }])
})

test.each([
  ['no entry of the request', software('entry-E9', 'E1-sage'), { refused: 'bad-request', detail: '/software' }],
  ['another exam’s offering', software('entry-E1', 'E2-sage'), { refused: 'not-run-there', detail: 'E1' }],
  ['no such offering here', software('entry-E1', 'papeete-sage'), { refused: 'not-run-there', detail: 'E1' }],
  ['a closed offering', software('entry-E1', 'E1-ebp'), { refused: 'not-run-there', detail: 'E1' }],
  ['not accepted', software('entry-E1', 'E1-sage', false), { refused: 'bad-request', detail: '/softwareAccepted' }],
  [
    'one exam twice',
    { ...software('entry-E1', 'E1-sage'), software: Array(2).fill({ entryId: 'entry-E1', offeringId: 'E1-sage' }) },
    { refused: 'bad-request', detail: '/software' },
  ],
])('a software is refused: %s', (_, to, refusal) => {
  expect(judgeModification(facts, to, NOW)).toEqual(refusal)
})

test('the software of an exam that was answered, or whose own window is over, no longer changes; the rest does', () => {
  const answered = { ...facts, entries: [entry('E1', 'prevalidated'), entry('E2')] }
  expect(judgeModification(answered, software('entry-E1', 'E1-sage'), NOW)).toEqual({
    ...{ refused: 'other-version', detail: 'E1' },
  })
  const half = { ...facts, exams: [exam('E1', NOW), exam('E2')] }
  expect(judgeModification(half, software('entry-E1', 'E1-sage'), NOW)).toEqual({
    ...{ refused: 'window-closed', detail: 'E1' },
  })
  const phone = { ...same, contact: { ...contact, phone: '06 39 98 56 78' } }
  for (const some of [answered, half]) expect(judgeModification(some, phone, NOW)).toMatchObject({ changed: [{}] })
})

test('until the last window of a live exam closes, to the instant; not at all without one', () => {
  const exams = [exam('E1', '2026-12-13T23:00:00.000Z'), exam('E2', '2026-12-01T23:00:00.000Z')]
  const until = (entries: Parameters<typeof modifiableUntil>[0], at = NOW) => modifiableUntil(entries, exams, at)
  expect(until([entry('E1'), entry('E2')])).toBe('2026-12-13T23:00:00.000Z')
  expect(until([entry('E1', 'withdrawn'), entry('E2', 'prevalidated')])).toBe('2026-12-01T23:00:00.000Z')
  expect(until([entry('E1')], '2026-12-13T22:59:59.999Z')).not.toBeNull()
  expect(until([entry('E1')], '2026-12-13T23:00:00.000Z')).toBeNull()
  expect(until([entry('E1')], '2026-08-31T21:59:59.999Z')).toBeNull()
  const gone = { ...facts, entries: [entry('E1', 'withdrawn')] }
  expect(judgeModification(gone, same, NOW)).toEqual({ refused: 'not-modifiable' })
  expect(judgeModification(facts, same, '2026-12-13T23:00:00.000Z')).toEqual({ refused: 'window-closed' })
})

test('a request holds the newest fifty changes, those of the first version that changed it forgotten first', () => {
  const change = (version: number) => ({
    ...({ version, at: NOW, what: 'phone', examId: null, before: 'a', after: 'b' } as const),
  })
  const many = Array.from({ length: 50 }, (_, index) => change(index + 2))
  const kept = withChanges(many, [change(52)])
  expect([kept.length, kept[0]?.version, kept.at(-1)?.version]).toEqual([50, 3, 52])
})

test('of a long text a change holds the beginning, never half a character', () => {
  const change = { version: 2, at: NOW, what: 'previous-exams', examId: null } as const
  const said = (before: string | null, after: string) => {
    const [kept] = withChanges([], [{ ...change, before, after }])
    return [kept?.before, kept?.after]
  }
  const most = 'x'.repeat(300)
  expect(said(null, most)).toEqual([null, most])
  expect(said(`${most}x`, 'mot '.repeat(500))).toEqual([`${'x'.repeat(298)} …`, `${'mot '.repeat(74)}mo …`])
  // 297 units, then characters of two: the one that the cut falls into goes whole.
  const [before, after] = said(`${'x'.repeat(297)}😀😀😀`, '😀'.repeat(1000))
  expect(before).toBe(`${'x'.repeat(297)} …`)
  expect(after).toBe(`${'😀'.repeat(149)} …`)
  expect([before, after].map((text) => text?.isWellFormed())).toEqual([true, true])
  // What was kept before there was a limit is shortened with the next version.
  const old = { ...change, before: null, after: 'y'.repeat(2000) }
  expect(withChanges([old], [])[0]?.after).toHaveLength(300)
})
