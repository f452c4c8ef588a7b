/**
 * Instants and local dates. Stored times are UTC instants; what people read and count are dates in the centre's zone.
 * A malformed argument or an unknown zone is a bug: every function throws a RangeError on it.
 */

/** UTC, always 24 characters with milliseconds, so that text order is time order: `2026-11-23T08:41:00.000Z`. */
export type Instant = string
/** A day on the wall calendar of some zone: `2026-11-23`. */
export type LocalDate = string
/** The only source of the present; everything else is handed an instant. */
export type Clock = { now(): Instant }

const SECOND = 1000
const DAY = 86_400 * SECOND

const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** A first sync asks this half a million times: the calendar is only asked about the days that some months do not have. */
export function isInstant(text: string): boolean {
  if (!INSTANT.test(text)) return false
  return text.slice(8, 10) <= '28' || new Date(Date.parse(text)).toISOString() === text
}

/** Whether the text is a day that exists: `2026-02-30` is not one. */
export function isLocalDate(text: string): boolean {
  return text.length === 10 && isInstant(`${text}T00:00:00.000Z`)
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  return toInstant(epochOf(instant) + seconds * SECOND)
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(epochOfDate(date) + days * DAY)
}

/** ISO day of the week: 1 is Monday, 7 is Sunday. */
export function weekday(date: LocalDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (new Date(epochOfDate(date)).getUTCDay() || 7) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}

export function toLocalDate(instant: Instant, timeZone: string): LocalDate {
  return dateOf(wallAt(epochOf(instant), timeZone))
}

/** `HH:MM`, seconds cut off. */
export function toLocalTime(instant: Instant, timeZone: string): string {
  return toLocalTimeOfDay(instant, timeZone).slice(0, 5)
}

/** `HH:MM:SS.mmm`, what `atLocal` takes. */
export function toLocalTimeOfDay(instant: Instant, timeZone: string): string {
  return toInstant(wallAt(epochOf(instant), timeZone)).slice(11, 23)
}

/**
 * The instant at which clocks of the zone show this date and time (`HH:MM` or `HH:MM:SS.mmm`).
 * A time that the clocks jump over is moved forward by the jump; of a time shown twice, the first is meant.
 */
export function atLocal(date: LocalDate, time: string, timeZone: string): Instant {
  const wall = epochOf(`${date}T${time.length === 5 ? `${time}:00.000` : time}Z`)
  const [before] = offsetsAround(wall, timeZone)
  return toInstant(firstShowing(wall, timeZone) ?? wall - before)
}

/**
 * The first instant of a date, midnight or not: some zones change clocks at midnight and their day begins at 01:00.
 * A date that the zone skipped altogether (Apia, 2011-12-30) begins where the next one does.
 */
export function startOfDay(date: LocalDate, timeZone: string): Instant {
  const midnight = epochOfDate(date)
  return toInstant(firstShowing(midnight, timeZone) ?? endOfJump(midnight, timeZone))
}

function epochOf(instant: Instant): number {
  if (!isInstant(instant)) throw new RangeError(`Not an instant: ${instant}`)
  return Date.parse(instant)
}

function epochOfDate(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`Not a local date: ${date}`)
  return Date.parse(`${date}T00:00:00.000Z`)
}

function toInstant(epoch: number): Instant {
  return new Date(epoch).toISOString()
}

function dateOf(wall: number): LocalDate {
  return toInstant(wall).slice(0, 10)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  // Only the digits of the named parts are read, so the locale's order and punctuation do not matter.
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, format)
  return format
}

/** What the clocks of the zone show, as the epoch at which UTC shows the same. Their difference is the zone's offset. */
function wallAt(epoch: number, timeZone: string): number {
  const parts = formatFor(timeZone).formatToParts(epoch)
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value)
  const seconds = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'))
  return seconds + (((epoch % SECOND) + SECOND) % SECOND)
}

function offsetAt(epoch: number, timeZone: string): number {
  return wallAt(epoch, timeZone) - epoch
}

/** The offsets a day before and a day after: no zone changes its clocks twice in two days. */
function offsetsAround(wall: number, timeZone: string): [before: number, after: number] {
  return [offsetAt(wall - DAY, timeZone), offsetAt(wall + DAY, timeZone)]
}

/** The first instant at which the zone's clocks show `wall`, or null when they jump over it. */
function firstShowing(wall: number, timeZone: string): number | null {
  const [before, after] = offsetsAround(wall, timeZone)
  const candidates = [wall - Math.max(before, after), wall - Math.min(before, after)]
  return candidates.find((epoch) => wallAt(epoch, timeZone) === wall) ?? null
}

/** The instant at which the clocks jump over `wall`, found by halving: the jump may begin before midnight. */
function endOfJump(wall: number, timeZone: string): number {
  const [before, after] = offsetsAround(wall, timeZone)
  let early = wall - after
  let late = wall - before
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2)
    if (offsetAt(middle, timeZone) === before) early = middle
    else late = middle
  }
  return late
}

/** A wall-clock time (`HH:MM`) some minutes later, as clocks show it: exams do not run across a clock change. */
export function addMinutes(time: string, minutes: number): string {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes
  return `${String(Math.floor(total / 60) % 24).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}
