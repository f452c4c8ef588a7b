import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addSeconds,
  atLocal,
  isInstant,
  isLocalDate,
  startOfDay,
  toLocalDate,
  toLocalTime,
  toLocalTimeOfDay,
  weekday,
} from './time.ts'

/** An instant written with its offset, so that no expectation rests on the code under test. */
const utc = (withOffset: string) => new Date(withOffset).toISOString()

const FRENCH_ZONES = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Cayenne',
  'America/Martinique',
  'America/Miquelon',
  'America/St_Barthelemy',
  'America/Marigot',
  'Indian/Mayotte',
  'Indian/Reunion',
  'Pacific/Tahiti',
  'Pacific/Marquesas',
  'Pacific/Noumea',
  'Pacific/Wallis',
]
/** Clocks changed at midnight, by half an hour, just before midnight, around Ramadan, or far from UTC. */
const ODD_ZONES = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Havana',
  'America/Nuuk',
  'America/Santiago',
  'America/Scoresbysund',
  'Antarctica/Troll',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'UTC',
]

const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
const anyInstant = fc
  .date({ min: new Date('2015-01-01T00:00:00.000Z'), max: new Date('2045-01-01T00:00:00.000Z'), noInvalidDate: true })
  .map((date) => date.toISOString())

describe('local date and time', () => {
  test.each([
    ['2026-11-23T09:41+01:00', 'Europe/Paris', '2026-11-23', '09:41'],
    ['2026-11-23T23:30:00.000Z', 'Europe/Paris', '2026-11-24', '00:30'],
    ['2026-06-30T22:00:00.000Z', 'Europe/Paris', '2026-07-01', '00:00'],
    ['2026-11-24T05:00:00.000Z', 'Pacific/Tahiti', '2026-11-23', '19:00'],
    ['2026-12-31T13:00:00.000Z', 'Pacific/Noumea', '2027-01-01', '00:00'],
    ['2028-02-29T20:30:00.000Z', 'Indian/Reunion', '2028-03-01', '00:30'],
    ['2026-11-23T09:41:59.999+01:00', 'Europe/Paris', '2026-11-23', '09:41'],
    ['1969-12-31T22:59:59.999Z', 'Europe/Paris', '1969-12-31', '23:59'],
  ])('%s in %s is %s %s', (instant, zone, date, time) => {
    expect(toLocalDate(utc(instant), zone)).toBe(date)
    expect(toLocalTime(utc(instant), zone)).toBe(time)
  })

  test('the time of day keeps its milliseconds', () => {
    expect(toLocalTimeOfDay('2026-11-23T08:41:07.045Z', 'Europe/Paris')).toBe('09:41:07.045')
  })
})

describe('atLocal', () => {
  test.each([
    ['2026-11-23', '09:41', 'Europe/Paris', '2026-11-23T09:41+01:00'],
    ['2026-07-14', '09:41:07.045', 'Europe/Paris', '2026-07-14T09:41:07.045+02:00'],
    ['2026-11-25', '10:00', 'Pacific/Tahiti', '2026-11-25T10:00-10:00'],
    ['2026-03-28', '23:59', 'Europe/Paris', '2026-03-28T23:59+01:00'],
    ['2026-03-29', '03:00', 'Europe/Paris', '2026-03-29T03:00+02:00'],
    ['2026-10-25', '03:00', 'Europe/Paris', '2026-10-25T03:00+01:00'],
  ])('%s %s in %s', (date, time, zone, expected) => {
    expect(atLocal(date, time, zone)).toBe(utc(expected))
  })

  test('moves forward, by the jump, a time that the clocks jump over', () => {
    expect(atLocal('2026-03-29', '02:30', 'Europe/Paris')).toBe(utc('2026-03-29T03:30+02:00'))
    expect(atLocal('2026-10-04', '02:15', 'Australia/Lord_Howe')).toBe(utc('2026-10-04T02:45+11:00'))
  })

  test('means the first of a time shown twice', () => {
    expect(atLocal('2026-10-25', '02:30', 'Europe/Paris')).toBe(utc('2026-10-25T02:30+02:00'))
    expect(atLocal('2026-11-01', '01:30', 'America/Miquelon')).toBe(utc('2026-11-01T01:30-02:00'))
  })

  test('gives back an instant, or the earlier one that shows the same', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        const date = toLocalDate(instant, zone)
        const time = toLocalTimeOfDay(instant, zone)
        const back = atLocal(date, time, zone)
        expect(back <= instant).toBe(true)
        expect([toLocalDate(back, zone), toLocalTimeOfDay(back, zone)]).toEqual([date, time])
      }),
      { numRuns: 1000 },
    )
  })
})

describe('startOfDay', () => {
  test.each([
    ['2026-11-24', 'Europe/Paris', '2026-11-24T00:00+01:00'],
    ['2026-03-29', 'Europe/Paris', '2026-03-29T00:00+01:00'],
    ['2026-03-30', 'Europe/Paris', '2026-03-30T00:00+02:00'],
    ['2026-10-26', 'Europe/Paris', '2026-10-26T00:00+01:00'],
    ['2026-03-29', 'Atlantic/Azores', '2026-03-29T01:00+00:00'],
    ['2026-04-24', 'Africa/Cairo', '2026-04-24T01:00+03:00'],
    ['2026-09-06', 'America/Santiago', '2026-09-06T01:00-03:00'],
    ['2026-11-01', 'America/Havana', '2026-11-01T00:00-04:00'],
    // Clocks went from 23:30 to 00:30: midnight was in the middle of the jump.
    ['1919-03-31', 'America/Toronto', '1919-03-31T00:30-04:00'],
  ])('of %s in %s', (date, zone, expected) => {
    expect(startOfDay(date, zone)).toBe(utc(expected))
  })

  test('a date that the zone skipped begins where the next one does', () => {
    expect(startOfDay('2011-12-30', 'Pacific/Apia')).toBe(startOfDay('2011-12-31', 'Pacific/Apia'))
  })

  const isFirstInstantOf = (date: string, zone: string): boolean => {
    const start = startOfDay(date, zone)
    return toLocalDate(start, zone) === date && toLocalDate(addSeconds(start, -0.001), zone) === addDays(date, -1)
  }

  test.each([...FRENCH_ZONES, ...ODD_ZONES])('is the first instant of every date from 2026 to 2028 in %s', (zone) => {
    const wrong: string[] = []
    for (let date = '2026-01-01'; date < '2029-01-01'; date = addDays(date, 1))
      if (!isFirstInstantOf(date, zone)) wrong.push(date)
    expect(wrong).toEqual([])
  })

  test('is the first instant of any date, in every zone there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), anyZone, (days, zone) => {
        expect(isFirstInstantOf(addDays('2015-01-01', days), zone)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('dates', () => {
  test('days are added across months, leap days and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2027-03-01', -1)).toBe('2027-02-28')
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  })

  test('the week begins on Monday', () => {
    expect(weekday('2026-11-23')).toBe(1)
    expect(weekday('2026-11-28')).toBe(6)
    expect(weekday('2026-11-29')).toBe(7)
  })

  test.each([
    ['2026-11-23', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-11-31', false],
    ['2026-1-1', false],
    ['23/11/2026', false],
    ['2026-11-23T00:00:00.000Z', false],
    ['', false],
  ])('isLocalDate(%j) is %s', (text, expected) => {
    expect(isLocalDate(text)).toBe(expected)
  })
})

describe('instants', () => {
  test.each([
    ['2026-11-23T08:41:00.000Z', true],
    ['2026-11-23T08:41:00Z', false],
    ['2026-11-23T09:41:00.000+01:00', false],
    ['2026-02-30T08:41:00.000Z', false],
    ['2026-11-23T24:00:00.000Z', false],
    ['+012026-11-23T08:41:00.000Z', false],
    ['2026-11-23', false],
    ['', false],
  ])('isInstant(%j) is %s', (text, expected) => {
    expect(isInstant(text)).toBe(expected)
  })

  test('are moved', () => {
    expect(addSeconds('2026-11-23T23:59:55.500Z', 10)).toBe('2026-11-24T00:00:05.500Z')
  })
})

test('a malformed date or instant and an unknown zone are bugs', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
  expect(() => weekday('demain')).toThrow(RangeError)
  expect(() => atLocal('2026-11-23', '25:00', 'Europe/Paris')).toThrow(RangeError)
  expect(() => toLocalDate('2026-11-23', 'Europe/Paris')).toThrow(RangeError)
  expect(() => startOfDay('2026-11-23', 'Europe/Nowhere')).toThrow(RangeError)
})
