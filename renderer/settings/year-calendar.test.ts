import { expect, test } from 'vitest'
import type { WorkingCalendar } from '../../domain/calendar.ts'
import { closedPeriods, dayAfterKey, monthsOf, pressDay } from './year-calendar.ts'

const CALENDAR: WorkingCalendar = {
  territory: 'mainland',
  goodFriday: false,
  boxingDay: false,
  closedDays: ['2026-12-24', '2026-12-31'],
  workedHolidays: ['2026-05-25'],
}
const find = (on: string, calendar = CALENDAR) =>
  monthsOf(Number(on.slice(0, 4)), calendar)
    .flatMap(({ weeks }) => weeks.flat())
    .find((day) => day?.on === on)

test('a year has twelve months of whole weeks, and each of its days once', () => {
  for (const year of [2026, 2028]) {
    const months = monthsOf(year, CALENDAR)
    expect(months).toHaveLength(12)
    const days = months.flatMap(({ weeks }) => weeks.flatMap((week) => week.flatMap((day) => day?.on ?? [])))
    expect(new Set(days).size).toBe(year === 2028 ? 366 : 365)
    for (const { weeks } of months) for (const week of weeks) expect(week).toHaveLength(7)
  }
  // The first of November 2026 is a Sunday: alone in its week.
  expect(monthsOf(2026, CALENDAR)[10]?.weeks[0]?.map((day) => day?.on.slice(8))).toEqual([
    ...Array(6).fill(undefined),
    '01',
  ])
})

test('each day is what it is for the centre', () => {
  expect(find('2026-12-24')).toEqual({ on: '2026-12-24', kind: 'closed', holiday: null })
  expect(find('2026-12-25')).toMatchObject({ kind: 'holiday', holiday: 'christmas' })
  expect(find('2026-05-25')).toMatchObject({ kind: 'worked', holiday: 'whit-monday' })
  // A holiday on a week-end is named, and changes nothing.
  expect(find('2026-11-01')).toMatchObject({ kind: 'weekend', holiday: 'all-saints' })
  expect(find('2026-12-28')).toMatchObject({ kind: 'open' })
  expect(find('2026-04-03')).toMatchObject({ kind: 'open' })
  expect(find('2026-04-03', { ...CALENDAR, goodFriday: true })).toMatchObject({
    kind: 'holiday',
    holiday: 'good-friday',
  })
})

test('keys lead where they do in every calendar, over the ends of months and years', () => {
  expect(dayAfterKey('2026-12-31', 'ArrowRight')).toBe('2027-01-01')
  expect(dayAfterKey('2026-03-03', 'ArrowUp')).toBe('2026-02-24')
  expect(dayAfterKey('2026-11-25', 'Home')).toBe('2026-11-23')
  expect(dayAfterKey('2026-11-25', 'End')).toBe('2026-11-29')
  expect(dayAfterKey('2026-01-31', 'PageDown')).toBe('2026-02-28')
  expect(dayAfterKey('2026-01-31', 'PageUp')).toBe('2025-12-31')
  expect(dayAfterKey('2026-01-31', 'a')).toBeNull()
})

test('a press closes a working day and opens it again, and works a public holiday or not', () => {
  expect(pressDay('2026-12-28', null, CALENDAR).closedDays).toEqual(['2026-12-24', '2026-12-28', '2026-12-31'])
  expect(pressDay('2026-12-24', null, CALENDAR).closedDays).toEqual(['2026-12-31'])
  expect(pressDay('2026-11-11', null, CALENDAR).workedHolidays).toEqual(['2026-05-25', '2026-11-11'])
  expect(pressDay('2026-05-25', null, CALENDAR).workedHolidays).toEqual([])
  expect(pressDay('2026-11-28', null, CALENDAR)).toEqual({
    closedDays: CALENDAR.closedDays,
    workedHolidays: CALENDAR.workedHolidays,
  })
})

test('a period closes its working days only, and opens them when all were closed', () => {
  const closed = pressDay('2026-12-31', '2026-12-24', CALENDAR)
  expect(closed.closedDays).toEqual(['2026-12-24', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'])
  expect(pressDay('2026-12-24', '2026-12-31', { ...CALENDAR, ...closed }).closedDays).toEqual([])
})

test('closed days are told as periods: Christmas and a week-end do not part them', () => {
  const closedDays = ['2026-12-24', '2026-12-28', '2026-12-29', '2026-08-10', '2027-01-04']
  expect(closedPeriods(2026, { ...CALENDAR, closedDays })).toEqual([
    { from: '2026-08-10', to: '2026-08-10', days: ['2026-08-10'] },
    { from: '2026-12-24', to: '2026-12-29', days: ['2026-12-24', '2026-12-28', '2026-12-29'] },
  ])
})
