import { addDays, type Instant, type LocalDate } from '../domain/time.ts'

/**
 * A calendar as RFC 5545 has it, written by hand: its grammar is small, and a wrong byte loses somebody's dates without a word. Lines
 * end in CRLF and are folded at 75 octets, texts are escaped, and whole days have an end that is not part of them.
 */
export type IcsEvent = {
  /** The same for the same thing at each writing, so that a calendar that reads it twice has it once. */
  uid: string
  summary: string
  description?: string
  location?: string
  /** Called off: calendars that had it take it out. */
  cancelled?: boolean
  when:
    | { kind: 'days'; from: LocalDate /** The last day, included. */; to: LocalDate }
    | { kind: 'hours'; startsAt: Instant; endsAt: Instant }
}

export type IcsCalendar = { name: string; product: string; writtenAt: Instant; events: readonly IcsEvent[] }

/** @returns the whole file, for UTF-8 */
export function writeIcs({ name, product, writtenAt, events }: IcsCalendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${escapeText(product)}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // No standard name for it, and every calendar knows this one.
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => linesOf(event, writtenAt)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function linesOf({ uid, summary, description, location, cancelled, when }: IcsEvent, writtenAt: Instant): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${instantText(writtenAt)}`,
    ...(when.kind === 'days'
      ? [`DTSTART;VALUE=DATE:${dateText(when.from)}`, `DTEND;VALUE=DATE:${dateText(addDays(when.to, 1))}`]
      : [`DTSTART:${instantText(when.startsAt)}`, `DTEND:${instantText(when.endsAt)}`]),
    `SUMMARY:${escapeText(summary)}`,
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    ...(location ? [`LOCATION:${escapeText(location)}`] : []),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // A whole day says what happens that day, not that nobody is free.
    `TRANSP:${when.kind === 'days' || cancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ]
}

/** `20270118T080000Z`: in UTC nobody has to know the rules of a zone. */
function instantText(instant: Instant): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`
}

function dateText(date: LocalDate): string {
  return date.replaceAll('-', '')
}

/** RFC 5545 §3.3.11. Other control characters have no place in a text. */
function escapeText(text: string): string {
  const escaped = text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be left.
  return escaped.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
}

const LONGEST = 75

/** §3.1: no line is longer than 75 octets; what follows begins with a space. No character is cut in two. */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LONGEST) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
