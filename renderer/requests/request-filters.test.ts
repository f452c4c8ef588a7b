import { describe, expect, it } from 'vitest'
import { offeringRow, requestRow } from '../../test/helpers/window-rows.ts'
import { seatsOf } from './feasibility.ts'
import { ANY, type Filters, filterRequests, matchesText, nationalNumber } from './request-filters.ts'

const now = '2026-11-23T08:41:00.000Z'
const everything: Filters = { state: 'all', exam: ANY, software: ANY, unchecked: false, text: '' }

describe('searching a candidate', () => {
  const request = requestRow({
    candidate: {
      birthName: 'LEFÈVRE',
      usageName: 'de LA BARRE d’ESTAING',
      firstNames: 'Anne-Cécile',
      nuc: 'CA10482',
      phone: '06 12 34 56 78',
    },
  })
  it.each(['barre', 'DE LA', 'estaing', 'cecile', 'lefev', 'anne cec', 'ca104', '10482', '12 34', '345678', ''])(
    '« %s » finds her',
    (typed) => {
      expect(matchesText(request, typed)).toBe(true)
    },
  )
  it.each(['arre', 'dupont', 'anne dupont', '9999'])('« %s » does not', (typed) => {
    expect(matchesText(request, typed)).toBe(false)
  })
})

describe('searching by telephone or by who pays', () => {
  const request = requestRow({
    candidate: { phone: '06 12 34 56 78' },
    organisation: { id: 'g', name: 'GRETA Est-Bretagne', addressLines: [], onAccount: true },
  })
  it.each(['+33612345678', '+33 6 12 34', '0033 6 12', '+33 (0)6 12 34', '06.12.34', '5678', 'greta', 'bretagne'])(
    '« %s » finds her',
    (typed) => {
      expect(matchesText(request, typed)).toBe(true)
    },
  )
  it.each(['+33 7 12 34', '0044 612', 'afpa'])('« %s » does not', (typed) => {
    expect(matchesText(request, typed)).toBe(false)
  })
  it.each([
    ['+689 87 12 34 56', '87123456'],
    ['00262 692 12 34 56', '0692123456'],
    ['87 12 34 56', '87123456'],
  ])('%s is dialled %s', (phone, dialled) => {
    expect(nationalNumber(phone)).toBe(dialled)
  })
})

describe('the chips', () => {
  const waiting = requestRow({ id: 'waiting', entries: [{ status: 'requested', offeringId: 'o1' }] })
  const due = requestRow({
    id: 'due',
    entries: [{ offeringId: 'o2', status: 'prevalidated', deadlineAt: '2026-11-25T23:00:00.000Z' }],
  })
  const overdue = requestRow({
    id: 'overdue',
    entries: [{ offeringId: null, status: 'prevalidated', deadlineAt: now }],
  })
  const mixed = requestRow({
    id: 'mixed',
    entries: [
      { offeringId: 'o2', status: 'confirmed', paid: 5000 },
      { offeringId: 'o2', status: 'requested', examCode: 'ASCA-E2' },
    ],
  })
  const rows = [waiting, due, overdue, mixed]
  const seats = seatsOf([offeringRow({ id: 'o1', software: ['SAGE 50'] })])
  const shown = (change: Partial<Filters>, held: string[] = []) =>
    filterRequests(rows, { ...everything, ...change }, seats, new Set(held), now).shown.map(({ id }) => id)

  it('count a request under each of its states', () => {
    const { counts } = filterRequests(rows, everything, seats, new Set(), now)
    expect(counts).toEqual({ waiting: 2, due: 1, overdue: 1, confirmed: 1, refused: 0, other: 0, all: 4 })
  })
  it('count a deadline that HQ has not fixed as due, never as overdue', () => {
    const guess = requestRow({ entries: [{ status: 'prevalidated', deadlineAt: now, pending: true }] })
    const { counts } = filterRequests([guess], everything, seats, new Set(), now)
    expect(counts).toMatchObject({ due: 1, overdue: 0 })
  })
  it('count what is validated and not paid under both, and what gave its seat back under the others', () => {
    const unpaid = requestRow({ entries: [{ status: 'confirmed' }] })
    const gone = requestRow({ entries: [{ status: 'withdrawn' }, { status: 'lapsed' }] })
    const { counts } = filterRequests([unpaid, gone], everything, seats, new Set(), now)
    expect(counts).toEqual({ waiting: 0, due: 1, overdue: 0, confirmed: 1, refused: 0, other: 1, all: 2 })
  })
  it('count people with a seat who have not found their data right, and show their requests', () => {
    const said = requestRow({ id: 'said', candidateId: 'said', dataCheckedAt: now, entries: [{ status: 'confirmed' }] })
    const again = requestRow({ id: 'again', entries: [{ status: 'confirmed' }] })
    const rows = [waiting, due, mixed, again, said]
    const filtered = filterRequests(rows, { ...everything, unchecked: true }, seats, new Set(['said']), now)
    expect(filtered.shown.map(({ id }) => id)).toEqual(['due', 'mixed', 'again', 'said'])
    expect([filtered.listed, filtered.counts.all]).toEqual([4, 5])
    expect(filterRequests(rows, everything, seats, new Set(), now).unchecked).toBe(1)
  })
  it('show what they count', () => {
    expect(shown({ state: 'waiting' })).toEqual(['waiting', 'mixed'])
    expect(shown({ state: 'overdue' })).toEqual(['overdue'])
  })
  it('keep in sight what was just decided', () => {
    expect(shown({ state: 'waiting' }, ['due'])).toEqual(['waiting', 'due', 'mixed'])
  })
  it('look for the exam and the software in one entry', () => {
    expect(shown({ exam: 'ASCA-E2' })).toEqual(['mixed'])
    expect(shown({ software: 'SAGE 50' })).toEqual(['waiting'])
    expect(shown({ exam: 'ASCA-E2', software: 'SAGE 50' })).toEqual([])
  })
})
