import { describe, expect, test } from 'vitest'
import type { WorkingCalendar } from '../domain/calendar.ts'
import { type Deadline, type DeadlineReading, paymentDeadline } from '../domain/deadline.ts'
import { formatDeadline, formatDeadlineSteps } from './format-deadline.ts'

const calendar: WorkingCalendar = {
  territory: 'mainland',
  goodFriday: false,
  boxingDay: false,
  closedDays: [],
  workedHolidays: [],
}
const timeZone = 'Europe/Paris'
const read = (text: string) => text.replaceAll('\u00a0', ' ')

function deadline(reading: DeadlineReading, from: string, changes: Partial<WorkingCalendar> = {}): Deadline {
  const found = paymentDeadline({
    from: new Date(from).toISOString(),
    timeZone,
    calendar: { ...calendar, ...changes },
    reading,
  })
  if (!found) throw new Error(`No deadline from ${from}`)
  return found
}
const explained = (found: Deadline) => formatDeadlineSteps(found.steps, timeZone).map(read)

describe('formatDeadline', () => {
  test('B ends with its day, A at an hour', () => {
    expect(read(formatDeadline({ ...deadline('B', '2026-11-20T16:30+01:00'), timeZone }))).toBe('mer. 25 nov. 24 h 00')
    expect(read(formatDeadline({ ...deadline('A', '2026-11-20T16:30+01:00'), timeZone }))).toBe('mer. 25 nov. 16 h 30')
  })

  test('A that ends with its day is written like B', () => {
    expect(read(formatDeadline({ ...deadline('A', '2026-11-21T10:00+01:00'), timeZone }))).toBe('mer. 25 nov. 24 h 00')
  })

  test('24 h 00 also where the next day begins at 01:00', () => {
    const santiago = { on: '2026-09-05', at: '2026-09-06T04:00:00.000Z', timeZone: 'America/Santiago' }
    expect(read(formatDeadline(santiago))).toBe('sam. 5 sept. 24 h 00')
  })

  test('does not break inside the day or the hour', () => {
    expect(formatDeadline({ ...deadline('B', '2026-11-20T16:30+01:00'), timeZone })).toBe(
      'mer.\u00a025\u00a0nov. 24\u00a0h\u00a000',
    )
  })
})

describe('formatDeadlineSteps', () => {
  test('a weekend', () => {
    expect(explained(deadline('B', '2026-11-20T16:30+01:00'))).toEqual([
      'ven. 20 16 h 30 pré-validation',
      'sam. 21, dim. 22 exclus',
      'lun. 23 : 1',
      'mar. 24 : 2',
      'mer. 25 : 3',
    ])
  })

  test('a holiday has its name', () => {
    expect(explained(deadline('B', '2026-11-09T14:00+01:00'))).toEqual([
      'lun. 9 14 h 00 pré-validation',
      'mar. 10 : 1',
      'mer. 11 férié (Armistice)',
      'jeu. 12 : 2',
      'ven. 13 : 3',
    ])
  })

  test('closed days share a line; a month is named where it changes', () => {
    const closedDays = ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31']
    expect(explained(deadline('B', '2026-12-24T17:00+01:00', { closedDays }))).toEqual([
      'jeu. 24 17 h 00 pré-validation',
      'ven. 25 férié (Noël)',
      'sam. 26, dim. 27 exclus',
      'lun. 28, mar. 29, mer. 30, jeu. 31 centre fermé',
      'ven. 1er janv. férié (Jour de l’An)',
      'sam. 2, dim. 3 exclus',
      'lun. 4 : 1',
      'mar. 5 : 2',
      'mer. 6 : 3',
    ])
  })

  test('a start on a closed day, and one day excluded alone', () => {
    expect(explained(deadline('A', '2026-05-14T08:00+02:00')).slice(0, 3)).toEqual([
      'jeu. 14 08 h 00 pré-validation',
      'jeu. 14 férié (Ascension)',
      'ven. 15 : 1',
    ])
    expect(explained(deadline('B', '2026-11-22T10:00+01:00')).slice(0, 2)).toEqual([
      'dim. 22 10 h 00 pré-validation',
      'dim. 22 exclu',
    ])
  })

  test('the figure stays with its colon', () => {
    expect(formatDeadlineSteps(deadline('B', '2026-11-20T16:30+01:00').steps, timeZone)[2]).toBe(
      'lun.\u00a023\u00a0: 1',
    )
  })
})
