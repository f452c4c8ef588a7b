import { expect, test } from 'vitest'
import { offeringRow, requestRow } from '../../test/helpers/window-rows.ts'
import { seatsOf } from './feasibility.ts'
import { seatsAsked, softwareAsked } from './refusal-seats.ts'

const seats = seatsOf([
  offeringRow({ id: 'ciel', seats: 40, used: 25 }),
  offeringRow({ id: 'sage', software: ['SAGE 50'], seats: 8, used: 8 }),
  offeringRow({ id: 'ebp', software: ['EBP'], seats: 8, used: 1, open: false }),
])
const asking = (...offeringIds: string[]) =>
  offeringIds.map((offeringId) => {
    const request = requestRow({ id: offeringId, entries: [{ offeringId }] })
    return { request, entryIds: request.entries.map(({ id }) => id) }
  })

test('what is asked for and what else is free, once an offering; what is closed is neither', () => {
  expect(seatsAsked(asking('sage', 'ciel', 'sage', 'ebp'), seats)).toMatchObject([
    { software: 'SAGE 50', free: 0, others: [{ software: 'CIEL COMPTABILITE', free: 15 }], names: { length: 2 } },
    { software: 'CIEL COMPTABILITE', free: 15, others: [], names: { length: 1 } },
    { software: 'EBP', open: false, free: 0, others: [{ software: 'CIEL COMPTABILITE', free: 15 }] },
  ])
})

test('the software is named when all of them asked for the same', () => {
  const entries = (...ids: string[]) => asking(...ids).flatMap(({ request }) => request.entries)
  expect(softwareAsked(entries('sage', 'sage'), seats)).toEqual(['SAGE 50'])
  expect(softwareAsked(entries('sage', 'ciel'), seats)).toEqual([])
})
