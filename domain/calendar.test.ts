import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  closedBecause,
  easterSunday,
  isWorkingDay,
  publicHolidays,
  TERRITORIES,
  type Territory,
  type WorkingCalendar,
} from './calendar.ts'
import { weekday } from './time.ts'

const of = (territory: Territory, rest: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  territory,
  goodFriday: false,
  boxingDay: false,
  closedDays: [],
  workedHolidays: [],
  ...rest,
})
const listed = (year: number, calendar: WorkingCalendar) =>
  publicHolidays(year, calendar).map(({ on, key }) => `${on} ${key}`)

describe('easterSunday', () => {
  test.each([
    '1818-03-22',
    '1943-04-25',
    '1954-04-18',
    '1981-04-19',
    '2000-04-23',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2029-04-01',
    '2030-04-21',
    '2038-04-25',
    '2049-04-18',
    '2285-03-22',
  ])('%s', (date) => {
    expect(easterSunday(Number(date.slice(0, 4)))).toBe(date)
  })

  test('is a Sunday from 22 March to 25 April', () => {
    for (let year = 1900; year <= 2200; year++) {
      const easter = easterSunday(year)
      expect(weekday(easter)).toBe(7)
      expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true)
    }
  })
})

describe('publicHolidays', () => {
  const mainland2026 = [
    '2026-01-01 new-year',
    '2026-04-06 easter-monday',
    '2026-05-01 labour-day',
    '2026-05-08 victory-1945',
    '2026-05-14 ascension',
    '2026-05-25 whit-monday',
    '2026-07-14 national-day',
    '2026-08-15 assumption',
    '2026-11-01 all-saints',
    '2026-11-11 armistice-1918',
    '2026-12-25 christmas',
  ]

  test('of the mainland are the eleven of the labour code', () => {
    expect(listed(2026, of('mainland'))).toEqual(mainland2026)
  })

  test.each<[Territory, string[]]>([
    ['mainland', []],
    ['guadeloupe', ['2026-05-27 abolition-of-slavery']],
    ['guyane', ['2026-06-10 abolition-of-slavery']],
    ['martinique', ['2026-05-22 abolition-of-slavery']],
    ['mayotte', ['2026-04-27 abolition-of-slavery']],
    ['la-reunion', ['2026-12-20 abolition-of-slavery']],
    ['saint-barthelemy', ['2026-10-09 abolition-of-slavery']],
    ['saint-martin', ['2026-05-28 abolition-of-slavery']],
    ['saint-pierre-et-miquelon', []],
    ['french-polynesia', ['2026-03-05 arrival-of-the-gospel', '2026-04-03 good-friday', '2026-11-20 matarii']],
    ['new-caledonia', ['2026-09-24 citizenship-day']],
    [
      'wallis-and-futuna',
      ['2026-04-28 saint-pierre-chanel', '2026-06-29 saints-peter-and-paul', '2026-07-29 territory-day'],
    ],
  ])('of %s add what is its own', (territory, own) => {
    expect(listed(2026, of(territory))).toEqual([...mainland2026, ...own].sort())
  })

  test('every territory is covered above', () => {
    expect(TERRITORIES).toHaveLength(12)
  })

  test('French Polynesia had 29 June until 2025', () => {
    const in2025 = listed(2025, of('french-polynesia'))
    expect(in2025).toContain('2025-06-29 autonomy-day')
    expect(in2025.join()).not.toContain('matarii')
    expect(listed(2026, of('french-polynesia')).join()).not.toContain('autonomy-day')
  })

  test('Alsace-Moselle is the mainland with both switches on', () => {
    expect(listed(2027, of('mainland', { goodFriday: true, boxingDay: true }))).toEqual(
      [...listed(2027, of('mainland')), '2027-03-26 good-friday', '2027-12-26 boxing-day'].sort(),
    )
  })

  test('the Good Friday switch adds nothing where the territory has it', () => {
    expect(listed(2027, of('french-polynesia', { goodFriday: true }))).toEqual(listed(2027, of('french-polynesia')))
  })

  test('two that share a date are both given', () => {
    expect(listed(2008, of('mainland')).slice(2, 4)).toEqual(['2008-05-01 labour-day', '2008-05-01 ascension'])
  })
})

describe('closedBecause', () => {
  const calendar = of('mainland', {
    closedDays: ['2026-11-24', '2026-11-28', '2026-05-25'],
    workedHolidays: ['2026-05-25', '2026-11-11', '2026-11-01'],
  })

  test.each([
    ['2026-11-23', null],
    ['2026-11-24', { kind: 'centre-closed' }],
    ['2026-11-28', { kind: 'saturday' }],
    ['2026-11-29', { kind: 'sunday' }],
    ['2026-12-25', { kind: 'holiday', key: 'christmas' }],
    ['2026-04-03', null],
    // A holiday that this centre works; one that it works in words only, as it is closed; one on a Sunday.
    ['2026-11-11', null],
    ['2026-05-25', { kind: 'centre-closed' }],
    ['2026-11-01', { kind: 'sunday' }],
  ])('%s: %j', (date, expected) => {
    expect(closedBecause(date, calendar)).toEqual(expected)
    expect(isWorkingDay(date, calendar)).toBe(expected === null)
  })

  test('the switches close Good Friday and 26 December of this centre only', () => {
    const alsace = of('mainland', { goodFriday: true, boxingDay: true })
    expect(closedBecause('2027-03-26', alsace)).toEqual({ kind: 'holiday', key: 'good-friday' })
    expect(closedBecause('2028-12-26', alsace)).toEqual({ kind: 'holiday', key: 'boxing-day' })
    expect(closedBecause('2027-03-26', of('mainland'))).toBeNull()
    expect(closedBecause('2028-12-26', of('mainland'))).toBeNull()
  })

  test('a centre in Papeete may work on 20 November', () => {
    expect(closedBecause('2026-11-20', of('french-polynesia'))).toEqual({ kind: 'holiday', key: 'matarii' })
    expect(closedBecause('2026-11-20', of('french-polynesia', { workedHolidays: ['2026-11-20'] }))).toBeNull()
  })

  test('agrees with the list of holidays on every weekday, everywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TERRITORIES), fc.integer({ min: 2000, max: 2100 }), (territory, year) => {
        for (const { on } of publicHolidays(year, of(territory)))
          expect(closedBecause(on, of(territory))?.kind).toBe(['saturday', 'sunday'][weekday(on) - 6] ?? 'holiday')
      }),
    )
  })
})
