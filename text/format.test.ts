import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CURRENCIES, parseAmount } from '../domain/money.ts'
import {
  formatAgo,
  formatCount,
  formatDate,
  formatDateTime,
  formatDay,
  formatDayLong,
  formatDayOfMonth,
  formatDayTime,
  formatDayTimeFrom,
  formatDuration,
  formatMoment,
  formatMoney,
  formatSince,
  formatTime,
  plural,
} from './format.ts'

/** As it is read, whatever kind of space is used. Which kind is tested apart. */
const read = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')
const PARIS = 'Europe/Paris'

describe('dates', () => {
  test.each([
    ['2026-11-23', 'lun. 23 nov.', 'lundi 23 novembre 2026', '23/11/2026'],
    ['2026-11-24', 'mar. 24 nov.', 'mardi 24 novembre 2026', '24/11/2026'],
    ['2027-01-25', 'lun. 25 janv.', 'lundi 25 janvier 2027', '25/01/2027'],
    ['2027-02-03', 'mer. 3 févr.', 'mercredi 3 février 2027', '03/02/2027'],
    ['2027-03-04', 'jeu. 4 mars', 'jeudi 4 mars 2027', '04/03/2027'],
    ['2027-04-09', 'ven. 9 avr.', 'vendredi 9 avril 2027', '09/04/2027'],
    ['2027-05-01', 'sam. 1er mai', 'samedi 1er mai 2027', '01/05/2027'],
    ['2027-06-06', 'dim. 6 juin', 'dimanche 6 juin 2027', '06/06/2027'],
    ['2027-07-14', 'mer. 14 juil.', 'mercredi 14 juillet 2027', '14/07/2027'],
    ['2027-08-16', 'lun. 16 août', 'lundi 16 août 2027', '16/08/2027'],
    ['2027-09-21', 'mar. 21 sept.', 'mardi 21 septembre 2027', '21/09/2027'],
    ['2027-10-31', 'dim. 31 oct.', 'dimanche 31 octobre 2027', '31/10/2027'],
    ['2028-02-29', 'mar. 29 févr.', 'mardi 29 février 2028', '29/02/2028'],
    ['2028-12-11', 'lun. 11 déc.', 'lundi 11 décembre 2028', '11/12/2028'],
  ])('%s: « %s », « %s », « %s »', (date, day, long, figures) => {
    expect(read(formatDay(date))).toBe(day)
    expect(read(formatDayLong(date))).toBe(long)
    expect(formatDate(date)).toBe(figures)
    expect(day.startsWith(read(formatDayOfMonth(date)))).toBe(true)
  })

  test('a date breaks between its long words only', () => {
    expect(formatDay('2026-11-24')).toBe('mar.\u00a024\u00a0nov.')
    expect(formatDayLong('2027-01-25')).toBe('lundi 25\u00a0janvier 2027')
  })
})

describe('times', () => {
  test('are those of the zone', () => {
    expect(read(formatTime('2026-11-24T13:30:59.999Z', PARIS))).toBe('14 h 30')
    expect(read(formatTime('2026-11-24T13:30:00.000Z', 'Pacific/Tahiti'))).toBe('03 h 30')
    expect(read(formatDayTime('2026-11-24T13:30:00.000Z', PARIS))).toBe('mar. 24 nov. 14 h 30')
    expect(read(formatDayTime('2026-11-24T05:00:00.000Z', 'Pacific/Tahiti'))).toBe('lun. 23 nov. 19 h 00')
    expect(read(formatDateTime('2026-11-23T08:47:00.000Z', PARIS))).toBe('23/11/2026 à 09 h 47')
    expect(read(formatTime('2026-11-23T23:00:00.000Z', PARIS))).toBe('00 h 00')
  })

  test('do not break', () => {
    expect(formatTime('2026-11-24T13:30:00.000Z', PARIS)).toBe('14\u00a0h\u00a030')
    expect(formatDayTime('2026-11-24T13:30:00.000Z', PARIS)).toBe('mar.\u00a024\u00a0nov. 14\u00a0h\u00a030')
    expect(formatDateTime('2026-11-23T08:47:00.000Z', PARIS)).toBe('23/11/2026 à\u00a009\u00a0h\u00a047')
  })
})

describe('a moment, seen from another', () => {
  const NOW = '2026-11-23T13:05:00.000Z'
  test.each([
    ['2026-11-23T13:02:00.000Z', 'à 14 h 02', 'depuis 14 h 02', 'lun. 23 nov. 14 h 02'],
    ['2026-11-22T23:30:00.000Z', 'à 00 h 30', 'depuis 00 h 30', 'lun. 23 nov. 00 h 30'],
    [
      '2026-11-20T13:02:00.000Z',
      'le ven. 20 nov. à 14 h 02',
      'depuis le ven. 20 nov. à 14 h 02',
      'ven. 20 nov. 14 h 02',
    ],
    [
      '2025-11-20T13:02:00.000Z',
      'le jeu. 20 nov. 2025 à 14 h 02',
      'depuis le jeu. 20 nov. 2025 à 14 h 02',
      'jeu. 20 nov. 2025 14 h 02',
    ],
  ])('%s', (instant, moment, since, dayTime) => {
    expect(read(formatMoment(instant, NOW, PARIS))).toBe(moment)
    expect(read(formatSince(instant, NOW, PARIS))).toBe(since)
    expect(read(formatDayTimeFrom(instant, NOW, PARIS))).toBe(dayTime)
  })
})

describe('how long, how many', () => {
  test.each([
    [0, '0 s'],
    [59, '59 s'],
    [60, '1 min'],
    [3599, '59 min'],
    [7500, '2 h 05'],
    [47 * 3600, '47 h 00'],
    [48 * 3600, '2 j'],
  ])('%i s is « %s »', (seconds, words) => {
    expect(read(formatDuration(seconds))).toBe(words)
  })
  test.each([
    [0, '0'],
    [999, '999'],
    [20_000, '20 000'],
    [1_234_567, '1 234 567'],
  ])('%i is « %s »', (count, words) => {
    expect(read(formatCount(count))).toBe(words)
  })
})

describe('formatAgo', () => {
  test.each([
    ['2026-11-23T08:41:00.000Z', 'à l’instant'],
    ['2026-11-23T08:40:00.001Z', 'à l’instant'],
    ['2026-11-23T08:45:00.000Z', 'à l’instant'],
    ['2026-11-23T08:40:00.000Z', 'il y a 1\u00a0min'],
    ['2026-11-23T07:41:00.001Z', 'il y a 59\u00a0min'],
    ['2026-11-23T06:41:00.000Z', 'il y a 2\u00a0h'],
    ['2026-11-22T08:41:00.001Z', 'il y a 23\u00a0h'],
    ['2026-11-22T08:41:00.000Z', 'il y a 1\u00a0j'],
    ['2026-11-18T08:00:00.000Z', 'il y a 5\u00a0j'],
    ['2026-11-20T17:00:00.000Z', 'il y a 3\u00a0j'],
    ['2026-11-20T22:59:00.000Z', 'il y a 3\u00a0j'],
    ['2026-11-20T23:00:00.000Z', 'il y a 2\u00a0j'],
  ])('%s: %s', (from, expected) => {
    expect(formatAgo(from, '2026-11-23T08:41:00.000Z', PARIS)).toBe(expected)
  })
})

describe('formatMoney', () => {
  test.each([
    [5000, 'EUR', '50,00\u00a0€'],
    [0, 'EUR', '0,00\u00a0€'],
    [5, 'EUR', '0,05\u00a0€'],
    [123_456_789, 'EUR', '1\u202f234\u202f567,89\u00a0€'],
    [-1250, 'EUR', '−12,50\u00a0€'],
    [5967, 'XPF', '5\u202f967\u00a0F'],
    [0, 'XPF', '0\u00a0F'],
    [119_331, 'XPF', '119\u202f331\u00a0F'],
    [-5, 'XPF', '−5\u00a0F'],
  ] as const)('%i %s: %s', (amount, currency, expected) => {
    expect(formatMoney(amount, currency)).toBe(expected)
  })

  test('is read back as the amount it shows', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...CURRENCIES), (amount, currency) => {
        expect(parseAmount(formatMoney(amount, currency), currency)).toBe(amount)
      }),
    )
  })
})

test.each([
  [0, 'place'],
  [1, 'place'],
  [2, 'places'],
  [-3, 'places'],
])('%i %s', (count, expected) => {
  expect(plural(count, 'place', 'places')).toBe(expected)
})
