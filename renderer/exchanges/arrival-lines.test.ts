import { expect, test } from 'vitest'
import type { ArrivalEventRow, ArrivalRow } from '../../contract/desk.ts'
import { sayArrivalTitle, sayFrom } from '../../text/screens/exchanges.ts'
import { arrivalLines } from './arrival-lines.ts'

const event = (kind: string, by: ArrivalEventRow['by']): ArrivalEventRow => ({
  ...{ kind, by, candidates: [], payerName: null, examCodes: [] },
  ...{ reference: null, creditNote: null, seats: null, counts: null },
})
const MAELLE = { name: 'Maëlle CORVAISIER', here: false, refused: false }
const rows: ArrivalRow[] = [
  {
    ...{ id: 'b', at: '2026-11-23T08:50:00.000Z', source: 'network', counts: { entry: 2 } },
    events: [event('request.received', null), event('entry.prevalidate', MAELLE)],
  },
  { id: 'a', at: '2026-11-23T08:41:00.000Z', source: 'first-sync', counts: { request: 60 }, events: [] },
]
const told = (filter: Parameters<typeof arrivalLines>[1]) =>
  arrivalLines(rows, filter).map((line) => line.event?.kind ?? 'counts')

test('one line for each thing that happened, the latest first; what is only counted stays one line', () => {
  expect(told('all')).toEqual(['entry.prevalidate', 'request.received', 'counts'])
  expect(new Set(arrivalLines(rows, 'all').map(({ key }) => key)).size).toBe(3)
})

test('by whom: colleagues elsewhere, candidates and HQ, this PC', () => {
  expect(told('others')).toEqual(['entry.prevalidate'])
  expect(told('people')).toEqual(['request.received', 'counts'])
  expect(told('here')).toEqual([])
})

test('who and what in words', () => {
  expect(sayArrivalTitle('entry.prevalidate')).toBe('Pré-validation')
  expect(sayArrivalTitle('request.received')).toBe('Nouvelle demande')
  expect(sayArrivalTitle('other')).toBeNull()
  expect(sayFrom(event('entry.prevalidate', MAELLE))).toBe('Maëlle CORVAISIER')
  expect(sayFrom(event('entry.prevalidate', { ...MAELLE, here: true }))).toBe('Maëlle CORVAISIER, sur ce poste')
  expect(sayFrom(event('entry.withdrawn', null))).toBe('la personne candidate')
  expect(sayFrom(event('review.asked', null))).toBe('le siège')
})
