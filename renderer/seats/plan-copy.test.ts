import { expect, test } from 'vitest'
import type { Exam } from '../../domain/catalogue.ts'
import { offeringRow } from '../../test/helpers/window-rows.ts'
import { type CopyTarget, planCopy, sessionToCopy } from './plan-copy.ts'

const exam = (code: string, change: Partial<Exam> = {}): Exam => ({
  id: `june:${code}`,
  sessionId: 'june',
  code,
  family: 'ASCA',
  label: '',
  minutes: 120,
  needsSoftware: true,
  registrationOpensAt: '2026-08-31T22:00:00.000Z',
  registrationClosesAt: '2026-12-13T23:00:00.000Z',
  allowedDates: [],
  fee: { EUR: 5000, XPF: 5967 },
  ...change,
})
const target = (change: Partial<CopyTarget> = {}): CopyTarget => ({
  sessionId: 'june',
  exams: [exam('ASCA-E1'), exam('UCP-E1', { needsSoftware: false })],
  offerings: [],
  software: [
    { id: 'ciel', name: 'CIEL COMPTABILITE', offerings: 2 },
    { id: 'sage-51', name: 'SAGE 50', offerings: 0 },
  ],
  ...change,
})
const manager = { at: '2026-11-23T08:41:00.000Z', operatorName: 'Anne', role: 'manager' } as const
const january = (change: Parameters<typeof offeringRow>[0] = {}) =>
  offeringRow({
    examId: 'january:ASCA-E1',
    softwareIds: ['ciel'],
    software: ['CIEL COMPTABILITE'],
    seats: 14,
    ...change,
  })
const planned = (from: ReturnType<typeof january>, change: Partial<CopyTarget> = {}) =>
  planCopy([from], target(change), manager)[0]

test('an exam is matched by its code in the other session’s catalogue, with its seats', () => {
  expect(planned(january())).toMatchObject({
    made: { sessionId: 'june', examId: 'june:ASCA-E1', softwareIds: ['ciel'], seats: 14 },
    obstacle: null,
  })
})

test('a software that HQ gave another id is found by its name', () => {
  expect(planned(january({ softwareIds: ['sage-50'], software: ['SAGE 50'] }))?.made?.softwareIds).toEqual(['sage-51'])
})

test.each([
  ['an exam that is not on the programme', january({ examCode: 'GONE-E1' }), {}, { kind: 'no-exam' }],
  [
    'a software that left the catalogue, by its name',
    january({ softwareIds: ['ciel', 'old'], software: ['CIEL COMPTABILITE', 'EXCEL 97'] }),
    {},
    { kind: 'no-software', names: ['EXCEL 97'] },
  ],
  [
    'what is offered already, whatever the order of its software',
    january({ softwareIds: ['ciel', 'sage-51'], software: ['CIEL COMPTABILITE', 'SAGE 50'] }),
    { offerings: [offeringRow({ examId: 'june:ASCA-E1', softwareIds: ['sage-51', 'ciel'], open: false })] },
    { kind: 'refused', refusal: { code: 'offering-exists' } },
  ],
  [
    'an exam that now needs software',
    january({ softwareIds: [], software: [] }),
    {},
    { kind: 'refused', refusal: { code: 'software-missing' } },
  ],
])('not copied: %s', (_, from, change, obstacle) => {
  expect(planned(from, change)).toMatchObject({ made: null, obstacle })
})

test('the session to copy is the last before this one, or else the first after it', () => {
  const sessions = ['2026-06', '2027-01', '2027-06'].map((id) => ({ id, startsOn: `${id}-15` }))
  expect(sessionToCopy(sessions, { id: '2027-06', startsOn: '2027-06-15' })?.id).toBe('2027-01')
  expect(sessionToCopy(sessions, { id: '2026-06', startsOn: '2026-06-15' })?.id).toBe('2027-01')
  expect(sessionToCopy(sessions.slice(0, 1), { id: '2026-06', startsOn: '2026-06-15' })).toBeNull()
})
