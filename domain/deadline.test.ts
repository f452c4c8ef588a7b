import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closedBecause, isWorkingDay, TERRITORIES, type WorkingCalendar } from './calendar.ts'
import { type Deadline, type DeadlineReading, paymentDeadline } from './deadline.ts'
import { addDays, addSeconds, startOfDay, toLocalDate } from './time.ts'

/** An instant written with its offset, so that no expectation rests on the code under test. */
const utc = (withOffset: string) => new Date(withOffset).toISOString()
const mainland: WorkingCalendar = {
  territory: 'mainland',
  goodFriday: false,
  boxingDay: false,
  closedDays: [],
  workedHolidays: [],
}
const FR = { timeZone: 'Europe/Paris', calendar: mainland }
const ALSACE = { ...FR, calendar: { ...mainland, goodFriday: true, boxingDay: true } }
const TAHITI = { timeZone: 'Pacific/Tahiti', calendar: { ...mainland, territory: 'french-polynesia' as const } }
const REUNION = { timeZone: 'Indian/Reunion', calendar: { ...mainland, territory: 'la-reunion' as const } }

type Centre = { timeZone: string; calendar: WorkingCalendar }
function deadline(reading: DeadlineReading, from: string, centre: Centre): Deadline {
  const found = paymentDeadline({ from: utc(from), reading, ...centre })
  if (!found) throw new Error(`No deadline from ${from}`)
  return found
}

describe('worked examples', () => {
  test.each([
    [FR, '2026-11-18T09:00+01:00', '2026-11-23', '2026-11-23T09:00+01:00', '2026-11-24T00:00+01:00'],
    [FR, '2026-11-20T16:30+01:00', '2026-11-25', '2026-11-25T16:30+01:00', '2026-11-26T00:00+01:00'],
    [FR, '2026-11-21T10:00+01:00', '2026-11-25', '2026-11-26T00:00+01:00', '2026-11-26T00:00+01:00'],
    [FR, '2026-11-09T14:00+01:00', '2026-11-13', '2026-11-13T14:00+01:00', '2026-11-14T00:00+01:00'],
    [FR, '2026-05-13T11:15+02:00', '2026-05-19', '2026-05-19T11:15+02:00', '2026-05-20T00:00+02:00'],
    [FR, '2026-05-14T08:00+02:00', '2026-05-19', '2026-05-20T00:00+02:00', '2026-05-20T00:00+02:00'],
    [FR, '2026-12-24T17:00+01:00', '2026-12-30', '2026-12-30T17:00+01:00', '2026-12-31T00:00+01:00'],
    [FR, '2027-03-25T12:00+01:00', '2027-03-31', '2027-03-31T12:00+02:00', '2027-04-01T00:00+02:00'],
    [ALSACE, '2027-03-25T12:00+01:00', '2027-04-01', '2027-04-01T12:00+02:00', '2027-04-02T00:00+02:00'],
    [FR, '2026-10-23T18:00+02:00', '2026-10-28', '2026-10-28T18:00+01:00', '2026-10-29T00:00+01:00'],
    [TAHITI, '2026-11-19T10:00-10:00', '2026-11-25', '2026-11-25T10:00-10:00', '2026-11-26T00:00-10:00'],
    [TAHITI, '2026-03-04T10:00-10:00', '2026-03-10', '2026-03-10T10:00-10:00', '2026-03-11T00:00-10:00'],
    [REUNION, '2027-12-17T10:00+04:00', '2027-12-23', '2027-12-23T10:00+04:00', '2027-12-24T00:00+04:00'],
    // Clocks forward in the weekend between.
    [FR, '2026-03-26T09:15+01:00', '2026-03-31', '2026-03-31T09:15+02:00', '2026-04-01T00:00+02:00'],
    // 26 December 2028 is a Tuesday, closed in Alsace-Moselle only.
    [FR, '2028-12-22T09:00+01:00', '2028-12-28', '2028-12-28T09:00+01:00', '2028-12-29T00:00+01:00'],
    [ALSACE, '2028-12-22T09:00+01:00', '2028-12-29', '2028-12-29T09:00+01:00', '2028-12-30T00:00+01:00'],
    // The last millisecond of a working day, and of a Sunday.
    [FR, '2026-11-18T23:59:59.999+01:00', '2026-11-23', '2026-11-23T23:59:59.999+01:00', '2026-11-24T00:00+01:00'],
    [FR, '2026-11-22T23:59:59.999+01:00', '2026-11-25', '2026-11-26T00:00+01:00', '2026-11-26T00:00+01:00'],
  ])('%#: from %2$s', (centre, from, on, endsA, endsB) => {
    const a = deadline('A', from, centre)
    const b = deadline('B', from, centre)
    expect([a.on, a.at]).toEqual([on, utc(endsA)])
    expect([b.on, b.at]).toEqual([on, utc(endsB)])
  })

  test('from the first instant of a working day, A counts that day and B does not', () => {
    const a = deadline('A', '2026-11-18T00:00+01:00', FR)
    expect([a.on, a.at]).toEqual(['2026-11-20', utc('2026-11-21T00:00+01:00')])
    const b = deadline('B', '2026-11-18T00:00+01:00', FR)
    expect([b.on, b.at]).toEqual(['2026-11-23', utc('2026-11-24T00:00+01:00')])
  })

  test('the date is the centre’s: one instant, a Monday in Paris and still Sunday in Papeete', () => {
    expect(deadline('B', '2026-11-23T09:41+01:00', FR).on).toBe('2026-11-26')
    expect(deadline('B', '2026-11-23T09:41+01:00', TAHITI).on).toBe('2026-11-25')
  })

  test.each([
    ['guadeloupe', 'America/Guadeloupe', '2026-05-26T10:00-04:00', '2026-06-01'],
    ['guyane', 'America/Cayenne', '2026-06-09T10:00-03:00', '2026-06-15'],
    ['martinique', 'America/Martinique', '2026-05-21T10:00-04:00', '2026-05-28'],
    ['mayotte', 'Indian/Mayotte', '2026-04-24T10:00+03:00', '2026-04-30'],
    ['saint-barthelemy', 'America/St_Barthelemy', '2026-10-08T10:00-04:00', '2026-10-14'],
    ['saint-martin', 'America/Marigot', '2026-05-27T10:00-04:00', '2026-06-02'],
    ['saint-pierre-et-miquelon', 'America/Miquelon', '2026-11-10T10:00-03:00', '2026-11-16'],
    ['new-caledonia', 'Pacific/Noumea', '2026-09-23T10:00+11:00', '2026-09-29'],
    ['wallis-and-futuna', 'Pacific/Wallis', '2026-07-28T10:00+12:00', '2026-08-03'],
  ] as const)('the holidays of %s are its own', (territory, timeZone, from, on) => {
    expect(deadline('B', from, { timeZone, calendar: { ...mainland, territory } }).on).toBe(on)
  })

  test('closed days push it back, a holiday that the centre works brings it forward', () => {
    const closed = { ...FR, calendar: { ...mainland, closedDays: ['2026-11-19', '2026-11-23'] } }
    expect(deadline('B', '2026-11-18T09:00+01:00', closed).on).toBe('2026-11-25')
    const works = { ...FR, calendar: { ...mainland, workedHolidays: ['2026-11-11'] } }
    expect(deadline('B', '2026-11-09T14:00+01:00', works).on).toBe('2026-11-12')
  })

  test('a time of day that the last day’s clocks jump over is moved forward', () => {
    const cairo = { timeZone: 'Africa/Cairo', calendar: mainland }
    expect(deadline('A', '2026-04-21T00:30+02:00', cairo).at).toBe(utc('2026-04-24T01:30+03:00'))
  })

  test('clocks that jump to midnight do not carry A past the end of B', () => {
    // Samoa went straight from Thursday 29 to Saturday 31 December 2011: the Friday counted had no hours.
    const apia = { timeZone: 'Pacific/Apia', calendar: mainland }
    expect(deadline('A', '2011-12-27T10:00-10:00', apia).at).toBe(utc('2011-12-31T00:00+14:00'))
    expect(deadline('B', '2011-12-27T10:00-10:00', apia).at).toBe(utc('2011-12-31T00:00+14:00'))
  })

  test('it is explained day by day', () => {
    expect(deadline('B', '2026-11-20T16:30+01:00', FR).steps).toEqual([
      { kind: 'start', on: '2026-11-20', at: utc('2026-11-20T16:30+01:00') },
      { kind: 'excluded', on: '2026-11-21', because: { kind: 'saturday' } },
      { kind: 'excluded', on: '2026-11-22', because: { kind: 'sunday' } },
      { kind: 'counted', on: '2026-11-23', day: 1 },
      { kind: 'counted', on: '2026-11-24', day: 2 },
      { kind: 'counted', on: '2026-11-25', day: 3 },
    ])
    expect(deadline('A', '2026-11-21T10:00+01:00', FR).steps.slice(0, 2)).toEqual([
      { kind: 'start', on: '2026-11-21', at: utc('2026-11-21T10:00+01:00') },
      { kind: 'excluded', on: '2026-11-21', because: { kind: 'saturday' } },
    ])
  })
})

test('a calendar closed for good has no deadline, and says so in no time', () => {
  const closedDays = Array.from({ length: 500 }, (_, index) => addDays('2026-11-01', index))
  const calendar = { ...mainland, closedDays }
  for (const reading of ['A', 'B'] as const)
    expect(
      paymentDeadline({ from: utc('2026-11-18T09:00+01:00'), timeZone: 'Europe/Paris', calendar, reading }),
    ).toBeNull()
})

describe('properties', () => {
  const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const anyDate = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2024-01-01', days))
  const anyInstant = fc
    .date({ min: new Date('2024-01-01T00:00:00.000Z'), max: new Date('2033-12-31T00:00:00.000Z'), noInvalidDate: true })
    .map((date) => date.toISOString())
  const anyCalendar: fc.Arbitrary<WorkingCalendar> = fc.record({
    territory: fc.constantFrom(...TERRITORIES),
    goodFriday: fc.boolean(),
    boxingDay: fc.boolean(),
    closedDays: fc.array(anyDate, { maxLength: 200 }),
    workedHolidays: fc.array(anyDate, { maxLength: 50 }),
  })
  /** Starts of days and hours around clock changes are where it breaks: half the instants are near the start of a day. */
  const anyStart = fc
    .tuple(anyZone, anyDate, anyInstant, fc.integer({ min: -3, max: 3 }), fc.boolean())
    .map(([timeZone, date, instant, halfHours, nearMidnight]) => ({
      timeZone,
      from: nearMidnight ? addSeconds(startOfDay(date, timeZone), halfHours * 1800) : instant,
    }))
  const datesOf = (found: Deadline, kind: 'excluded' | 'counted') =>
    found.steps.filter((step) => step.kind === kind).map(({ on }) => on)

  test('A ≤ B; the last day is worked; the three days counted and those excluded account for every day', () => {
    fc.assert(
      fc.property(anyStart, anyCalendar, ({ timeZone, from }, calendar) => {
        const a = deadline('A', from, { timeZone, calendar })
        const b = deadline('B', from, { timeZone, calendar })
        const startsOn = toLocalDate(from, timeZone)
        expect(a.at <= b.at && a.on <= b.on && a.at > from).toBe(true)
        if (from !== startOfDay(startsOn, timeZone)) expect(a.on).toBe(b.on)
        expect(b.at).toBe(startOfDay(addDays(b.on, 1), timeZone))
        for (const found of [a, b]) {
          expect(isWorkingDay(found.on, calendar)).toBe(true)
          expect(toLocalDate(addSeconds(found.at, -0.001), timeZone)).toBe(found.on)
          expect(datesOf(found, 'counted')).toHaveLength(3)
          expect(datesOf(found, 'counted').every((on) => isWorkingDay(on, calendar))).toBe(true)
          for (const step of found.steps)
            if (step.kind === 'excluded') expect(step.because).toEqual(closedBecause(step.on, calendar))
          const accounted = new Set(found.steps.map(({ on }) => on))
          for (let on = startsOn; on <= found.on; on = addDays(on, 1)) expect(accounted.delete(on)).toBe(true)
          expect(accounted.size).toBe(0)
        }
        expect(datesOf(b, 'counted')).not.toContain(startsOn)
      }),
      { numRuns: 1000 },
    )
  })

  test('where clocks never change, A is 72 hours of a stopwatch that stands still on closed days', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 95 }), anyCalendar, (date, quarter, calendar) => {
        const from = addSeconds(`${date}T00:00:00.000Z`, quarter * 900)
        let stopwatch = 0
        let now = from
        for (; stopwatch < 72 * 3600; now = addSeconds(now, 900))
          if (isWorkingDay(now.slice(0, 10), calendar)) stopwatch += 900
        expect(deadline('A', from, { timeZone: 'UTC', calendar }).at).toBe(now)
      }),
      { numRuns: 100 },
    )
  })
})
