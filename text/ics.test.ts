import { expect, test } from 'vitest'
import { readIcs } from '../test/helpers/read-ics.ts'
import { type IcsCalendar, writeIcs } from './ics.ts'

const calendar = (change: Partial<IcsCalendar> = {}): IcsCalendar => ({
  name: 'Session',
  product: '-//Pupitre//Essai//FR',
  writtenAt: '2026-11-23T08:41:00.000Z',
  events: [],
  ...change,
})
const days = (from: string, to: string) => ({ kind: 'days', from, to }) as const

test('what is written is read back, whatever the text', () => {
  const summary = 'Épreuve ; « salle A, B » \\ fin'
  const description = `première ligne\nseconde, ${'é'.repeat(120)} 🎓`
  const text = writeIcs(
    calendar({
      name: 'Session, janvier',
      events: [
        { uid: 'a@b', summary, description, location: 'Rennes; 1er étage', when: days('2027-01-18', '2027-01-22') },
      ],
    }),
  )
  const [event] = readIcs(text).events
  expect(event).toMatchObject({ uid: 'a@b', summary, description, location: 'Rennes; 1er étage' })
  expect(readIcs(text).name).toBe('Session, janvier')
})

test('lines end in CRLF, are 75 octets at most, and cut no character', () => {
  const text = writeIcs(
    calendar({ events: [{ uid: 'u', summary: '🎓é€a'.repeat(60), when: days('2027-01-18', '2027-01-18') }] }),
  )
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const sizes = text.split('\r\n').map((line) => Buffer.byteLength(line))
  expect(Math.max(...sizes)).toBeLessThanOrEqual(75)
  // Folded no more than needed: 4 octets are the largest character.
  expect(sizes.filter((size) => size > 71).length).toBeGreaterThan(5)
  expect(text).not.toContain('\uFFFD')
  expect(readIcs(text).events[0]?.summary).toBe('🎓é€a'.repeat(60))
})

test('whole days end on the day after the last; hours are instants of UTC', () => {
  const text = writeIcs(
    calendar({
      events: [
        { uid: 'days', summary: 'Jours', when: days('2026-12-31', '2026-12-31') },
        {
          uid: 'hours',
          summary: 'Heures',
          when: { kind: 'hours', startsAt: '2027-01-18T08:00:00.000Z', endsAt: '2027-01-18T10:00:00.000Z' },
        },
      ],
    }),
  )
  expect(text).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
  expect(text).toContain('DTSTART:20270118T080000Z\r\nDTEND:20270118T100000Z\r\n')
  expect(text).toContain('DTSTAMP:20261123T084100Z\r\n')
})

test('a control character that somebody pasted does not break the file', () => {
  const text = writeIcs(
    calendar({ events: [{ uid: 'u', summary: 'a\u0000b\u0007c\td', when: days('2027-01-18', '2027-01-18') }] }),
  )
  expect(readIcs(text).events[0]?.summary).toBe('abc\td')
})
