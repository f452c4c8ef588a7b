import { expect, test } from 'vitest'
import { anOffering } from '../../test/helpers/rows.ts'
import type { Exam } from '../catalogue.ts'
import { decideOpenOffering, isSameSet, type OpenOfferingArgs, type OpenOfferingFacts } from './open-offering.ts'

const exam: Exam = {
  ...{ id: '2027-01:ASCA-E1', sessionId: '2027-01', code: 'ASCA-E1', family: 'ASCA', label: 'Comptabilité' },
  ...{ minutes: 120, needsSoftware: true, allowedDates: ['2027-01-25'], fee: { EUR: 5000, XPF: 5967 } },
  ...{ registrationOpensAt: '2026-11-01T00:00:00.000Z', registrationClosesAt: '2026-12-31T00:00:00.000Z' },
}
const made = { sessionId: '2027-01', examId: exam.id, softwareIds: ['sage', 'excel'], seats: 12 }

function open(changes: Partial<OpenOfferingArgs['made'] & object> | null, facts: Partial<OpenOfferingFacts> = {}) {
  return decideOpenOffering(
    { offeringId: 'new', made: changes && { ...made, ...changes } },
    { offering: null, exam, knownSoftware: new Set(['sage', 'excel', 'ciel']), others: [anOffering()], ...facts },
  )
}

test('makes another set of software of an exam, open, with its seats', () => {
  const value = { id: 'new', ...made, open: true }
  expect(open({})).toEqual({ ok: true, writes: [{ entity: 'offering', value }] })
  expect(open({ seats: 0 }).ok).toBe(true)
  expect(open({ softwareIds: [] }, { exam: { ...exam, needsSoftware: false } }).ok).toBe(true)
})

test('opens one again as it was', () => {
  const offering = anOffering({ open: false, seats: 7 })
  expect(open(null, { offering })).toEqual({
    ok: true,
    writes: [{ entity: 'offering', value: { ...offering, open: true } }],
  })
})

test.each([
  ['again, one that is not there', null, {}, { code: 'not-found', detail: { offeringId: 'new' } }],
  ['again, one that is open', null, { offering: anOffering() }, { code: 'already-open' }],
  ['under an id that is taken', {}, { offering: anOffering() }, { code: 'not-valid', detail: { field: 'offeringId' } }],
  ['an unknown exam', {}, { exam: null }, { code: 'not-found', detail: { examId: exam.id } }],
  ['an exam of another session', { sessionId: '2027-06' }, {}, { code: 'not-valid', detail: { field: 'sessionId' } }],
  ['a software named twice', { softwareIds: ['sage', 'sage'] }, {}, { detail: { field: 'softwareIds' } }],
  [
    'an unknown software',
    { softwareIds: ['sage', 'lotus'] },
    {},
    { code: 'not-found', detail: { softwareId: 'lotus' } },
  ],
  ['without software an exam that needs some', { softwareIds: [] }, {}, { code: 'software-missing' }],
  ['with software an exam that needs none', {}, { exam: { ...exam, needsSoftware: false } }, { code: 'not-valid' }],
  [
    'a set that the centre offers, in whatever order, closed or not',
    {},
    { others: [anOffering({ id: 'same', softwareIds: ['excel', 'sage'], open: false })] },
    { code: 'offering-exists', detail: { offeringId: 'same' } },
  ],
] as [string, Parameters<typeof open>[0], Partial<OpenOfferingFacts>, object][])(
  'does not open %s',
  (_, changes, facts, refusal) => {
    expect(open(changes, facts)).toMatchObject({ ok: false, refusal })
  },
)

test.each([
  [[], [], true],
  [['a', 'b'], ['b', 'a'], true],
  [['a'], ['a', 'b'], false],
  [['a', 'b'], ['a'], false],
  [['a', 'b'], ['a', 'c'], false],
])('%j and %j: the same set %s', (some, others, same) => {
  expect(isSameSet(some, others)).toBe(same)
})
