import { expect, test } from 'vitest'
import { type FoundCentre, RegisterBody } from '../../contract/candidate-pages.ts'
import { FAULTS } from '../../text/pages/faults.ts'
import { NIR_WARNINGS, SUMMARY } from '../../text/pages/register.ts'
import { faultsOfStep } from './all-faults.ts'
import { emptyDraft } from './draft.ts'
import { summaryOf } from './summary-lines.ts'
import { fieldsRefused, toRegistration } from './to-registration.ts'
import { nirFault, nirFaultSoFar, nirMasked, nirWarning } from './typed-nir.ts'

const TYPED = '2 99 02 35 238 042 49'
const ANAIS = {
  ...emptyDraft(),
  sex: 'F',
  bornOn: { day: '28', month: '2', year: '1999' },
  bornIn: 'france',
  communeCode: '35238',
  communeText: 'Rennes',
} as const
const CENTRE: FoundCentre = {
  ...{ id: 'rennes', name: 'CENTRE LUMIÈRE', town: 'Rennes', department: '35', timeZone: 'Europe/Paris' },
  ...{ currency: 'EUR', offered: [] },
}

test('it may be left out; a key that does not fit is said as soon as it is whole, the rest once the step is sent', () => {
  expect([nirFault(null), nirFault(''), nirFault('  '), nirFault(TYPED)]).toEqual([null, null, null, null])
  expect([nirFault('2 99 02'), nirFaultSoFar('2 99 02')]).toEqual([FAULTS.nir.length, null])
  const wrong = TYPED.replace(/9$/, '8')
  expect([nirFault(wrong), nirFaultSoFar(wrong)]).toEqual([FAULTS.nir.key, FAULTS.nir.key])
  expect(nirFaultSoFar('2 99 02 3C 238 042 49')).toBe(FAULTS.nir.letters)
  const known = { exams: [], now: '2026-11-23T08:41:00.000Z', centre: null, password: { password: '', again: '' } }
  const said = (nir: string | null) => faultsOfStep('identite', emptyDraft(), { ...known, nir }).at(-1)?.field
  expect([said('2'), said(''), said(null)]).toEqual(['nir', 'nationality', 'nationality'])
})

test('what disagrees is said of what is typed so far, and stops nothing', () => {
  expect(nirWarning(TYPED, ANAIS)).toBeNull()
  expect(nirWarning(TYPED, { ...ANAIS, sex: 'M' })).toBe(NIR_WARNINGS.sex)
  expect(nirWarning(TYPED, { ...ANAIS, bornOn: { ...ANAIS.bornOn, year: '1989' } })).toBe(NIR_WARNINGS['birth-date'])
  expect(nirWarning(TYPED, { ...ANAIS, communeCode: '29232' })).toBe(NIR_WARNINGS['birth-place'])
  expect(nirWarning(TYPED, { ...ANAIS, bornIn: 'abroad', birthTown: 'Fès' })).toBe(NIR_WARNINGS['birth-place'])
  for (const part of [
    { sex: '' },
    { bornOn: { ...ANAIS.bornOn, year: '' } },
    { bornIn: '' },
    { communeCode: '' },
  ] as const)
    expect(nirWarning(TYPED, { ...ANAIS, ...part })).toBeNull()
})

test('it is sent as HQ takes it, and shown masked', () => {
  const body = toRegistration(ANAIS, CENTRE, { password: 'x', nir: TYPED })
  expect(RegisterBody.shape.nir.parse(body.nir)).toBe('299023523804249')
  for (const nir of ['', '2 99', null]) expect(toRegistration(ANAIS, CENTRE, { password: 'x', nir }).nir).toBeNull()
  expect(fieldsRefused('/nir')).toEqual(['nir'])
  expect(nirMasked(TYPED)).toBe('2 99 •• •• ••• ••• ••')
  const session = { id: '2027-01', label: 'Janvier', exams: [] } as unknown as Parameters<typeof summaryOf>[1]
  const line = (nir: string | null) =>
    summaryOf(ANAIS, session, CENTRE, nir).identite.find(({ term }) => term === SUMMARY.nir)?.words
  expect([line(TYPED), line(''), line(null)]).toEqual([['2 99 •• •• ••• ••• ••'], [SUMMARY.nirNone], undefined])
})
