/** One event as a strict reader of RFC 5545 finds it. Dates as they are written: `20270118`, `20270118T080000Z`. */
export type ReadEvent = {
  uid: string
  summary: string
  description: string | null
  location: string | null
  status: string
  wholeDays: boolean
  startsAt: string
  endsAt: string
}

const NAME = /^([A-Z0-9-]+)((?:;[A-Z-]+=[^;:"]*)*):(.*)$/s
const DATE = /^\d{8}$/
const INSTANT = /^\d{8}T\d{6}Z$/

/**
 * Reads a calendar as RFC 5545 wants it and nothing looser: CRLF, lines of 75 octets, known properties once each, balanced components,
 * escaped texts. Written from the RFC, apart from what writes them.
 * @throws Error with the line that is wrong
 */
export function readIcs(text: string): { name: string; events: ReadEvent[] } {
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end')
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`a bare CR or LF: ${line}`)
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 octets: ${line}`)
    if (line === '') throw new Error('an empty line')
  }
  const lines = physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n')
  const properties = lines.map((line) => {
    const [, name, parameters, value] = NAME.exec(line) ?? []
    if (name === undefined || value === undefined) throw new Error(`not a property: ${line}`)
    return { name, parameters: parameters ?? '', value }
  })
  const [first, version, product] = properties
  if (first?.name !== 'BEGIN' || first.value !== 'VCALENDAR') throw new Error('does not begin a calendar')
  if (version?.name !== 'VERSION' || version.value !== '2.0') throw new Error('no version 2.0')
  if (product?.name !== 'PRODID') throw new Error('no PRODID')
  const last = properties.at(-1)
  if (last?.name !== 'END' || last.value !== 'VCALENDAR') throw new Error('does not end the calendar')

  const events: ReadEvent[] = []
  let open: Map<string, { parameters: string; value: string }> | null = null
  for (const { name, parameters, value } of properties.slice(1, -1)) {
    if (name === 'BEGIN') {
      if (open || value !== 'VEVENT') throw new Error(`begins within another: ${value}`)
      open = new Map()
    } else if (name === 'END') {
      if (!open || value !== 'VEVENT') throw new Error(`ends what did not begin: ${value}`)
      events.push(readEvent(open))
      open = null
    } else if (open) {
      if (open.has(name)) throw new Error(`twice in one event: ${name}`)
      open.set(name, { parameters, value })
    }
  }
  if (open) throw new Error('an event without an end')
  const uids = events.map(({ uid }) => uid)
  if (new Set(uids).size < uids.length) throw new Error('two events with one UID')
  return { name: readText(properties.find(({ name }) => name === 'X-WR-CALNAME')?.value ?? ''), events }
}

function readEvent(event: ReadonlyMap<string, { parameters: string; value: string }>): ReadEvent {
  const need = (name: string) => {
    const found = event.get(name)
    if (!found) throw new Error(`an event without ${name}`)
    return found
  }
  const start = need('DTSTART')
  const end = need('DTEND')
  const wholeDays = start.parameters === ';VALUE=DATE'
  if (end.parameters !== start.parameters) throw new Error('DTSTART and DTEND of two kinds')
  const shape = wholeDays ? DATE : INSTANT
  for (const { value } of [start, end]) if (!shape.test(value)) throw new Error(`not a date: ${value}`)
  if (!INSTANT.test(need('DTSTAMP').value)) throw new Error('DTSTAMP is not in UTC')
  // §3.6.1: the end is after the start, and is no part of it.
  if (end.value <= start.value) throw new Error('ends before it begins')
  const text = (name: string) => {
    const found = event.get(name)
    return found ? readText(found.value) : null
  }
  return {
    uid: readText(need('UID').value),
    summary: readText(need('SUMMARY').value),
    description: text('DESCRIPTION'),
    location: text('LOCATION'),
    status: need('STATUS').value,
    wholeDays,
    startsAt: start.value,
    endsAt: end.value,
  }
}

/** §3.3.11 */
function readText(value: string): string {
  if (/(^|[^\\])(\\\\)*[;,]/.test(value)) throw new Error(`not escaped: ${value}`)
  return value.replace(/\\(.)/gs, (_, character: string) => {
    if (character === 'n' || character === 'N') return '\n'
    if (!'\\;,'.includes(character)) throw new Error(`escapes what needs none: ${character}`)
    return character
  })
}
