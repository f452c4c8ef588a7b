import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkNir, isNir, maskNir, readNir } from './nir.ts'
import type { BirthPlace } from './registration.ts'

const VALID = [
  ['295109912611193', 'born abroad'],
  ['253072B07300470', 'Haute-Corse'],
  ['253072A07300443', 'Corse-du-Sud'],
  ['255081416802538', 'Calvados'],
  ['185037511600127', 'Paris, 16th arrondissement'],
  ['178059933010817', 'born abroad'],
  ['180127512345642', 'Paris'],
  ['285509873501254', 'Polynesia, no month known'],
  ['780129712345621', 'temporary'],
  ['180309935000120', 'Morocco, no month known'],
  ['380017505600197', 'in course of registration'],
  ['180012000412316', 'Corsica when it was one département'],
] as const
const INVALID = ['188209999901234', '295109912611199', '253072C07300443'] as const

const france = (communeCode: string): BirthPlace => ({ kind: 'france', communeCode, town: 'Ici' })
const ABROAD: BirthPlace = { kind: 'abroad', country: 'Maroc', town: 'Fès' }

/** Thirteen characters with their key. */
function withKey(body: string): string {
  const number = BigInt(body.replace('2A', '19').replace('2B', '18'))
  return body + String(97n - (number % 97n)).padStart(2, '0')
}

describe('what somebody typed', () => {
  test.each(VALID)('%s is a number: %s', (nir) => {
    expect(readNir(nir)).toEqual({ nir })
    expect(isNir(nir)).toBe(true)
  })

  test.each(INVALID)('%s is none', (typed) => {
    expect(readNir(typed)).toHaveProperty('fault')
    expect(isNir(typed)).toBe(false)
  })

  test.each([
    ' 1 85 03 75 116 001 27 ',
    '1.85.03.75.116.001.27',
    '1-85-03-75-116-001-27',
    '1\u00a085\u00a003 75\u202f116 001 / 27'.replace(' / ', '\t'),
    '1850375116001\n27',
  ])('spaces, dots and hyphens do not count: %j', (typed) => {
    expect(readNir(typed)).toEqual({ nir: '185037511600127' })
  })

  test('nor does a small letter', () => {
    expect(readNir('2 53 07 2a 073 004 43')).toEqual({ nir: '253072A07300443' })
  })

  test.each([
    ['', 'length'],
    ['1850375116001', 'length'],
    ['1850375116001277', 'length'],
    ['185037511600128', 'key'],
    ['253072C07300443', 'letters'],
    ['085037511600127', 'letters'],
    ['1850375116001٢٧', 'letters'],
    ['１85037511600127', 'letters'],
    ['-1.5e10', 'length'],
    ['0x1850375116001', 'letters'],
  ])('%j: %s', (typed, fault) => {
    expect(readNir(typed)).toEqual({ fault })
  })

  test('any single digit typed wrong is caught, wherever it is', () => {
    const body = fc
      .tuple(fc.constantFrom('1', '2', '3', '4', '7', '8'), fc.stringMatching(/^\d{4}(\d\d|2[AB])\d{6}$/))
      .map((parts) => parts.join(''))
    const wrong = fc.tuple(body, fc.nat(14), fc.integer({ min: 1, max: 9 }))
    // When it fails, fast-check prints the seed and the path to play it again.
    fc.assert(
      fc.property(wrong, ([thirteen, place, more]) => {
        const nir = withKey(thirteen)
        const digit = nir.charAt(place)
        fc.pre(/\d/.test(digit))
        expect(isNir(nir)).toBe(true)
        expect(isNir(nir.slice(0, place) + ((Number(digit) + more) % 10) + nir.slice(place + 1))).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('beside an identity', () => {
  const paris = { sex: 'M', bornOn: '1985-03-14', birthPlace: france('75116') } as const
  const NIR = '185037511600127'

  test.each([
    ['the same person', {}, 'ok'],
    ['another sex', { sex: 'F' }, 'sex'],
    ['another year', { bornOn: '1986-03-14' }, 'birth-date'],
    ['another month', { bornOn: '1985-04-14' }, 'birth-date'],
    ['a century apart', { bornOn: '1885-03-14' }, 'ok'],
    ['another département', { birthPlace: france('35238') }, 'birth-place'],
    ['another arrondissement', { birthPlace: france('75056') }, 'ok'],
    ['born abroad', { birthPlace: ABROAD }, 'birth-place'],
    ['a place that is not known', { birthPlace: null }, 'ok'],
    ['nothing alike: the first part is told', { sex: 'F', bornOn: '1990-01-01', birthPlace: ABROAD }, 'sex'],
    ['date and place: the date is told', { bornOn: '1990-01-01', birthPlace: ABROAD }, 'birth-date'],
  ] as const)('%s', (_what, changes, said) => {
    expect(checkNir(NIR, { ...paris, ...changes })).toBe(said)
  })

  test.each([...range(20, 20), ...range(30, 42), ...range(50, 99)])('month %s says nothing of the month', (month) => {
    const nir = withKey(`185${String(month).padStart(2, '0')}75116001`)
    expect(isNir(nir)).toBe(true)
    expect(checkNir(nir, paris)).toBe('ok')
    expect(checkNir(nir, { ...paris, bornOn: '1986-03-14' })).toBe('birth-date')
  })

  test.each(['3', '4', '7', '8'])('a provisional number (%s) says nothing sure of the sex', (digit) => {
    const nir = withKey(`${digit}850375116001`)
    for (const sex of ['F', 'M'] as const) expect(checkNir(nir, { ...paris, sex })).toBe('ok')
    expect(checkNir(nir, { ...paris, bornOn: '1985-04-14' })).toBe('birth-date')
  })

  test.each([
    ['2A004', '20004', '1970-03-01', 'ok'],
    ['2B033', '20033', '1970-03-01', 'ok'],
    ['2A004', '20004', '1980-03-01', 'ok'],
    ['2A004', '2A004', '1980-03-01', 'ok'],
    ['2A004', '2B033', '1980-03-01', 'birth-place'],
    ['35238', '20004', '1970-03-01', 'birth-place'],
    ['98735', '98735', '1985-03-01', 'ok'],
    ['98735', '98818', '1985-03-01', 'birth-place'],
    ['97105', '97105', '1985-03-01', 'ok'],
    ['97209', '97105', '1985-03-01', 'birth-place'],
    ['97801', '97127', '1985-03-01', 'ok'],
    ['97608', '98508', '1985-03-01', 'ok'],
    ['92012', '75012', '1960-03-01', 'ok'],
    ['92012', '75012', '1985-03-01', 'birth-place'],
    ['91228', '78228', '1967-12-31', 'ok'],
    ['69029', '38029', '1960-03-01', 'ok'],
    ['35238', '99350', '1985-03-01', 'birth-place'],
  ] as const)('born in %s, %s in the number, on %s: %s', (communeCode, inNir, bornOn, said) => {
    const nir = withKey(`2${bornOn.slice(2, 4)}${bornOn.slice(5, 7)}${inNir}001`)
    expect(checkNir(nir, { sex: 'F', bornOn, birthPlace: france(communeCode) })).toBe(said)
  })

  test.each([
    ['99350', '1985-03-01', 'ok'],
    ['92352', '1960-03-01', 'ok'],
    ['96012', '1950-03-01', 'ok'],
    ['92012', '1985-03-01', 'birth-place'],
    ['98735', '1985-03-01', 'ok'],
    ['35238', '1950-03-01', 'birth-place'],
  ] as const)('born abroad, %s in the number, on %s: %s', (inNir, bornOn, said) => {
    const nir = withKey(`2${bornOn.slice(2, 4)}${bornOn.slice(5, 7)}${inNir}001`)
    expect(checkNir(nir, { sex: 'F', bornOn, birthPlace: ABROAD })).toBe(said)
  })
})

test('shown, it hides all but sex and year', () => {
  expect(maskNir('185037511600127')).toBe('1 85 •• •• ••• ••• ••')
})

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, more) => from + more)
}
