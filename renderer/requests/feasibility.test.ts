import { describe, expect, it } from 'vitest'
import { aReadyDesk } from '../../test/helpers/ready-desk.ts'
import { offeringRow, requestRow } from '../../test/helpers/window-rows.ts'
import { alternativesTo, judgePrevalidation, judgeSelection, seatsOf } from './feasibility.ts'

const desk = aReadyDesk()

const monday = requestRow({ id: 'monday', receivedAt: '2026-11-16T08:00:00.000Z' })
const tuesday = requestRow({ id: 'tuesday', receivedAt: '2026-11-17T08:00:00.000Z' })
const decided = requestRow({ id: 'decided', entries: [{ status: 'confirmed' }] })

describe('several requests that compete for the last seat', () => {
  const seats = seatsOf([offeringRow({ seats: 5, used: 4 })])

  it('each could have it alone', () => {
    for (const one of [monday, tuesday]) expect(judgePrevalidation(desk, seats, one.entries).ok).toBe(true)
  })
  it('what waits for HQ asks for no second seat', () => {
    const doubtful = requestRow({ id: 'doubtful', entries: [{ pending: true, doubtful: true }] })
    const { possible, not } = judgeSelection(desk, seats, [doubtful, tuesday])
    expect(possible.map(({ id }) => id)).toEqual(['tuesday'])
    expect(not.map(({ request, refusal }) => [request.id, refusal.code])).toEqual([['doubtful', 'wrong-status']])
  })
  it('together it goes to the first received, whatever order they were ticked in', () => {
    const { possible, not } = judgeSelection(desk, seats, [tuesday, decided, monday])
    expect(possible.map(({ id }) => id)).toEqual(['monday'])
    expect(not.map(({ request, refusal }) => [request.id, refusal.code])).toEqual([
      ['decided', 'wrong-status'],
      ['tuesday', 'no-seat-left'],
    ])
  })
  it('for one exam alone, the others of a request neither hold it back nor take a seat', () => {
    const both = (id: string, receivedAt: string) =>
      requestRow({ id, receivedAt, entries: [{}, { examCode: 'ASCA-E2', offeringId: 'full' }] })
    const first = both('first', '2026-11-15T08:00:00.000Z')
    const full = offeringRow({ id: 'full', examCode: 'ASCA-E2', seats: 1, used: 1 })
    const crowded = seatsOf([offeringRow({ seats: 5, used: 4 }), full])
    expect(judgeSelection(desk, crowded, [first]).possible).toEqual([])
    expect(judgeSelection(desk, crowded, [monday, first], 'ASCA-E1').possible).toEqual([first])
    expect(judgeSelection(desk, crowded, [monday], 'ASCA-E2').not[0]?.refusal.code).toBe('wrong-status')
  })
})

describe('why not', () => {
  it('names the offering that is full, and where a seat of the same exam is left', () => {
    const full = offeringRow({ seats: 4, used: 4 })
    const other = offeringRow({ id: 'o2', software: ['SAGE 50'], seats: 8, used: 2 })
    const elsewhere = offeringRow({ id: 'o3', examId: 'exam-2', seats: 8 })
    const closed = offeringRow({ id: 'o4', open: false })
    const seats = seatsOf([full, other, elsewhere, closed])
    expect(judgePrevalidation(desk, seats, monday.entries)).toMatchObject({
      ok: false,
      refusal: { code: 'no-seat-left', detail: { seats: 4, used: 4 } },
      offering: { id: 'o1' },
      examCode: 'ASCA-E1',
    })
    expect(alternativesTo(full, seats)).toEqual([{ software: 'SAGE 50', free: 6 }])
  })
  it('is all or nothing within a request', () => {
    const two = requestRow({ entries: [{}, { offeringId: null, examCode: 'ASCA-E2' }] })
    const seats = seatsOf([offeringRow()])
    expect(judgePrevalidation(desk, seats, two.entries)).toMatchObject({
      ok: false,
      refusal: { code: 'no-offering' },
      examCode: 'ASCA-E2',
    })
    expect(judgePrevalidation(desk, seats, two.entries.slice(0, 1)).ok).toBe(true)
  })
})
