import { expect, test } from 'vitest'
import { byDay, isOfSort } from './timeline-days.ts'

test.each([
  ['call.note', ['all', 'calls']],
  ['reminder.sent', ['all', 'calls']],
  ['payment.record', ['all', 'money']],
  ['payment.void', ['all', 'money']],
  ['receipt.issue', ['all', 'money']],
  ['credit-note.issue', ['all', 'money']],
  ['cheque.end', ['all', 'money']],
  ['entry.prevalidate', ['all', 'decisions']],
  ['candidate.correct', ['all', 'decisions']],
  ['review.refused', ['all', 'decisions']],
  ['review.settle', ['all', 'decisions']],
  ['request.received', ['all']],
  ['data.checked', ['all']],
])('%s is shown under %j', (kind, filters) => {
  expect((['all', 'calls', 'money', 'decisions'] as const).filter((filter) => isOfSort({ kind }, filter))).toEqual(
    filters,
  )
})

test('days are those of the centre, lines keep their order', () => {
  const lines = ['2026-11-23T10:30:00.000Z', '2026-11-23T09:59:00.000Z', '2026-11-22T08:00:00.000Z'].map((at) => ({
    at,
  }))
  const days = (zone: string) => byDay(lines, zone).map(([day, ofDay]) => [day, ofDay.length])
  expect(days('Europe/Paris')).toEqual([
    ['2026-11-23', 2],
    ['2026-11-22', 1],
  ])
  // In Papeete it was still Sunday at 23:59 when Paris read 10:59 on Monday.
  expect(days('Pacific/Tahiti')).toEqual([
    ['2026-11-23', 1],
    ['2026-11-22', 1],
    ['2026-11-21', 1],
  ])
})
