import { describe, expect, it } from 'vitest'
import { identityFaults, latestBirth } from './identity-faults.ts'

const right = {
  birthName: 'O’CONNOR-LE GALL',
  firstNames: 'Maëlle Thị-Minh',
  bornOn: '1998-05-30',
  birthPlace: 'Papeete',
  nirCheck: 'none',
} as const
const TODAY = '2026-11-23'

describe('an identity', () => {
  it('that may stand on an attestation has nothing wrong', () => {
    expect(identityFaults(right, TODAY)).toEqual([])
    expect(identityFaults({ ...right, nirCheck: 'ok' }, TODAY)).toEqual([])
    expect(identityFaults({ ...right, birthName: 'Жуковская' }, TODAY)).toEqual([])
  })

  it.each([
    ['a digit in the name', { birthName: 'MART1N' }, ['birth-name']],
    ['no name at all', { birthName: ' ' }, ['birth-name']],
    ['a dash for a first name', { firstNames: '-' }, ['first-names']],
    ['a birth in another century', { bornOn: '1899-12-31' }, ['birth-date']],
    ['a child', { bornOn: '2012-11-24' }, ['birth-date']],
    ['no place of birth', { birthPlace: '  ' }, ['birth-place']],
    ['a number that says something else', { nirCheck: 'birth-date' }, ['nir-birth-date']],
    [
      'all of it, the most serious first',
      { birthName: '', firstNames: '', bornOn: '1800-01-01', birthPlace: '', nirCheck: 'sex' },
      ['birth-name', 'first-names', 'birth-date', 'birth-place', 'nir-sex'],
    ],
  ] as const)('with %s', (_, change, faults) => {
    expect(identityFaults({ ...right, ...change }, TODAY)).toEqual(faults)
  })

  it('is believed from the fourteenth birthday on', () => {
    expect(identityFaults({ ...right, bornOn: '2012-11-23' }, TODAY)).toEqual([])
    expect(latestBirth('2028-02-29') < '2014-03-01').toBe(true)
  })
})
