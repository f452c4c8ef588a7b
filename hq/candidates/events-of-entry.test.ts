import { expect, test } from 'vitest'
import { eventsOf } from './events-of-entry.ts'

const at = (hour: number) => `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`
const change = { before: null, after: 'x' } as const

test('what was modified stands among what happened: of an exam its own software, and what concerns all of the request', () => {
  const changes = [
    { ...change, version: 2, at: at(9), what: 'software', examId: 'E1' },
    { ...change, version: 2, at: at(9), what: 'phone', examId: null },
    { ...change, version: 3, at: at(11), what: 'software', examId: 'E2' },
  ] as const
  const ends = [{ entryId: 'one', status: 'withdrawn', endedAt: at(12) }]
  const happened = { receivedAt: at(8), changes, ends }
  const entry = { examId: 'E1', prevalidatedAt: at(10), confirmedAt: null }
  expect(eventsOf(entry, happened)).toEqual([
    { at: at(8), what: 'requested' },
    { at: at(9), what: 'modified', changed: ['software', 'phone'] },
    { at: at(10), what: 'prevalidated' },
    { at: at(12), what: 'withdrawn' },
  ])
  const other = { examId: 'E2', prevalidatedAt: null, confirmedAt: null }
  expect(eventsOf(other, { ...happened, ends: [] }).slice(1)).toEqual([
    { at: at(9), what: 'modified', changed: ['phone'] },
    { at: at(11), what: 'modified', changed: ['software'] },
  ])
})
