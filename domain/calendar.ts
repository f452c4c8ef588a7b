import { addDays, type LocalDate, weekday } from './time.ts'

/** Where a centre lies decides its public holidays. Alsace-Moselle is the mainland with both switches on. */
export const TERRITORIES = [
  'mainland',
  'guadeloupe',
  'guyane',
  'martinique',
  'mayotte',
  'la-reunion',
  'saint-barthelemy',
  'saint-martin',
  'saint-pierre-et-miquelon',
  'french-polynesia',
  'new-caledonia',
  'wallis-and-futuna',
] as const
export type Territory = (typeof TERRITORIES)[number]

export type WorkingCalendar = {
  territory: Territory
  /** C. trav. L.3134-13: due only where the commune has a Protestant or mixed church, hence a switch and not a zone. */
  goodFriday: boolean
  /** 26 December, same article. */
  boxingDay: boolean
  /** Days on which this centre alone is closed. They win over `workedHolidays`. */
  closedDays: readonly LocalDate[]
  /** Public holidays on which this centre works all the same, as Whit Monday often is. */
  workedHolidays: readonly LocalDate[]
}

export type HolidayKey =
  | 'new-year'
  | 'good-friday'
  | 'easter-monday'
  | 'labour-day'
  | 'victory-1945'
  | 'ascension'
  | 'whit-monday'
  | 'national-day'
  | 'assumption'
  | 'all-saints'
  | 'armistice-1918'
  | 'christmas'
  | 'boxing-day'
  | 'abolition-of-slavery'
  | 'arrival-of-the-gospel'
  | 'autonomy-day'
  | 'matarii'
  | 'citizenship-day'
  | 'saint-pierre-chanel'
  | 'saints-peter-and-paul'
  | 'territory-day'
export type Holiday = { on: LocalDate; key: HolidayKey }

/** Why a day does not count, in the order in which reasons are looked for. */
export type Closure =
  | { kind: 'saturday' }
  | { kind: 'sunday' }
  | { kind: 'holiday'; key: HolidayKey }
  | { kind: 'centre-closed' }

/** C. trav. L.3133-1, those of a fixed date, as `MM-DD`. */
const NATIONAL: readonly [string, HolidayKey][] = [
  ['01-01', 'new-year'],
  ['05-01', 'labour-day'],
  ['05-08', 'victory-1945'],
  ['07-14', 'national-day'],
  ['08-15', 'assumption'],
  ['11-01', 'all-saints'],
  ['11-11', 'armistice-1918'],
  ['12-25', 'christmas'],
]

/** C. trav. L.3133-1, those that follow Easter, in days after Easter Sunday. */
const AFTER_EASTER: readonly [number, HolidayKey][] = [
  [1, 'easter-monday'],
  [39, 'ascension'],
  [50, 'whit-monday'],
]

type LocalHoliday = { monthDay: string; key: HolidayKey; from?: number; until?: number }

/** `from` and `until` are years, both included. What an employer really grants differs: the centre's two lists have the last word. */
const LOCAL: Readonly<Record<Territory, readonly LocalHoliday[]>> = {
  mainland: [],
  guadeloupe: [{ monthDay: '05-27', key: 'abolition-of-slavery' }],
  guyane: [{ monthDay: '06-10', key: 'abolition-of-slavery' }],
  martinique: [{ monthDay: '05-22', key: 'abolition-of-slavery' }],
  mayotte: [{ monthDay: '04-27', key: 'abolition-of-slavery' }],
  'la-reunion': [{ monthDay: '12-20', key: 'abolition-of-slavery' }],
  // Law and decree disagree on the day in these two (27 or 28 May in Saint-Martin); `closedDays` and `workedHolidays` decide.
  'saint-barthelemy': [{ monthDay: '10-09', key: 'abolition-of-slavery' }],
  'saint-martin': [{ monthDay: '05-28', key: 'abolition-of-slavery' }],
  'saint-pierre-et-miquelon': [],
  // Loi du pays of 2025: 20 November replaced 29 June, for everyone from 2026.
  'french-polynesia': [
    { monthDay: '03-05', key: 'arrival-of-the-gospel' },
    { monthDay: '06-29', key: 'autonomy-day', until: 2025 },
    { monthDay: '11-20', key: 'matarii', from: 2026 },
  ],
  'new-caledonia': [{ monthDay: '09-24', key: 'citizenship-day' }],
  'wallis-and-futuna': [
    { monthDay: '04-28', key: 'saint-pierre-chanel' },
    { monthDay: '06-29', key: 'saints-peter-and-paul' },
    { monthDay: '07-29', key: 'territory-day' },
  ],
}

/** Easter Sunday of a Gregorian year (Meeus, Jones and Butcher). */
export function easterSunday(year: number): LocalDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const skew = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - skew + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const days = epact + toSunday - 7 * late + 114
  return dateIn(year, `${two(Math.floor(days / 31))}-${two((days % 31) + 1)}`)
}

/**
 * The public holidays of a year where the centre is, by date, those that it works included. French law moves none that falls on
 * a weekend; two may share a date (Ascension on 8 May), and both are given.
 */
export function publicHolidays(year: number, { territory, goodFriday, boxingDay }: WorkingCalendar): Holiday[] {
  const easter = easterSunday(year)
  const holidays = NATIONAL.map(([monthDay, key]): Holiday => ({ on: dateIn(year, monthDay), key }))
  for (const [days, key] of AFTER_EASTER) holidays.push({ on: addDays(easter, days), key })
  if (goodFriday || territory === 'french-polynesia') holidays.push({ on: addDays(easter, -2), key: 'good-friday' })
  if (boxingDay) holidays.push({ on: dateIn(year, '12-26'), key: 'boxing-day' })
  for (const { monthDay, key, from = year, until = year } of LOCAL[territory])
    if (from <= year && year <= until) holidays.push({ on: dateIn(year, monthDay), key })
  return holidays.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** Why the centre does not work on this date, or null when it does. */
export function closedBecause(date: LocalDate, calendar: WorkingCalendar): Closure | null {
  const day = weekday(date)
  if (day === 6) return { kind: 'saturday' }
  if (day === 7) return { kind: 'sunday' }
  const holiday = publicHolidays(Number(date.slice(0, 4)), calendar).find(({ on }) => on === date)
  if (holiday && !calendar.workedHolidays.includes(date)) return { kind: 'holiday', key: holiday.key }
  return calendar.closedDays.includes(date) ? { kind: 'centre-closed' } : null
}

/** Monday to Friday, no public holiday of the territory (unless the centre works it), no closed day of the centre. */
export function isWorkingDay(date: LocalDate, calendar: WorkingCalendar): boolean {
  return closedBecause(date, calendar) === null
}

function dateIn(year: number, monthDay: string): LocalDate {
  return `${String(year).padStart(4, '0')}-${monthDay}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
