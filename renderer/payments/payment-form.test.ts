import { describe, expect, it } from 'vitest'
import { requestRow } from '../../test/helpers/window-rows.ts'
import { allocate, draftsOf, duesOf, entriesCovered, receivedOnText, tickedDues } from './payment-form.ts'

const held = { status: 'prevalidated' } as const
const mine = requestRow({
  id: 'mine',
  organisationId: 'greta',
  entries: [held, { ...held, paid: 2000 }, { status: 'refused' }],
})
const colleague = requestRow({ id: 'colleague', candidateId: 'other', organisationId: 'greta', entries: [held] })
const stranger = requestRow({ id: 'stranger', candidateId: 'third', entries: [held] })
const all = [stranger, colleague, mine]

describe('what a payer owes', () => {
  it('is what their own entries still lack', () => {
    expect(duesOf(mine, all, 'candidate').map(({ entry, due }) => [entry.id, due])).toEqual([
      ['mine-0', 5000],
      ['mine-1', 3000],
    ])
  })
  it('leaves out what HQ may be refusing', () => {
    const torn = requestRow({ id: 'torn', entries: [{ ...held, pending: true, doubtful: true }, held] })
    expect(duesOf(torn, [torn], 'candidate').map(({ entry }) => entry.id)).toEqual(['torn-1'])
    const sent = requestRow({ id: 'sent', entries: [{ ...held, pending: true }] })
    expect(duesOf(sent, [sent], 'candidate').map(({ entry }) => entry.id)).toEqual(['sent-0'])
  })
  it('goes on after the validation: a payment voided since, an organisation on account', () => {
    const later = requestRow({ id: 'later', entries: [{ status: 'confirmed' }, { status: 'confirmed', paid: 5000 }] })
    const dues = duesOf(later, [later], 'candidate')
    expect(dues.map(({ entry }) => entry.id)).toEqual(['later-0'])
    // Already final: the money comes alone.
    expect(entriesCovered(dues, allocate(dues, 5000))).toEqual([])
  })
  it('of an organisation, is that of all whom it pays for, this request first', () => {
    expect(duesOf(mine, all, 'organisation').map(({ entry }) => entry.id)).toEqual(['mine-0', 'mine-1', 'colleague-0'])
  })
})

describe('what nobody touched', () => {
  const ids = (entryIds: string[] | null, meant: readonly string[] | 'all' = [mine.id]) =>
    tickedDues({ entryIds }, duesOf(mine, all, 'organisation'), meant).map(({ entry }) => entry.id)
  it('is all that this request owes, as it is now', () => {
    expect(ids(null)).toEqual(['mine-0', 'mine-1'])
    expect(ids(['colleague-0', 'paid-since'])).toEqual(['colleague-0'])
    expect(ids([])).toEqual([])
  })
  it('of several requests selected is all that they owe, of a payer all of theirs', () => {
    expect(ids(null, ['colleague', 'gone'])).toEqual(['colleague-0'])
    expect(ids(null, 'all')).toEqual(['mine-0', 'mine-1', 'colleague-0'])
    expect(ids([], 'all')).toEqual([])
  })
  it('is the day it is now; what was typed another day is typed again', () => {
    expect(receivedOnText({ receivedOn: null }, '2026-11-23')).toBe('23/11/2026')
    const typed = { receivedOn: { text: '20/11', typedOn: '2026-11-23' } }
    expect(receivedOnText(typed, '2026-11-23')).toBe('20/11')
    expect(receivedOnText(typed, '2026-11-24')).toBe('24/11/2026')
  })
})

describe('an amount', () => {
  const dues = duesOf(mine, all, 'organisation')
  it('is spread in order and makes final only what it completes', () => {
    const allocations = allocate(dues, 9000)
    expect(allocations).toEqual([
      { entryId: 'mine-0', amount: 5000 },
      { entryId: 'mine-1', amount: 3000 },
      { entryId: 'colleague-0', amount: 1000 },
    ])
    expect(entriesCovered(dues, allocations)).toEqual(['mine-0', 'mine-1'])
  })
  it('beyond what is owed is not allocated', () => {
    expect(allocate(dues, 20_000).reduce((sum, { amount }) => sum + amount, 0)).toBe(13_000)
  })
})

describe('one click', () => {
  const payment = {
    sessionId: 'session',
    payer: { kind: 'candidate', id: 'candidate' },
    method: 'cheque',
    amount: 5000,
    currency: 'EUR',
    receivedOn: '2026-11-23',
    reference: null,
    cheque: null,
    allocations: [],
  } as const
  it('sends the money first, and what depends on it after it', () => {
    const drafts = draftsOf({ ...payment, allocations: [] }, ['mine-0'], true)
    expect(drafts.map(({ name, after }) => [name, after])).toEqual([
      ['payment.record', undefined],
      ['entry.confirm', [0]],
      ['receipt.issue', [0]],
    ])
  })
  it('confirms nothing that is not covered', () => {
    expect(draftsOf({ ...payment, allocations: [] }, [], false).map(({ name }) => name)).toEqual(['payment.record'])
  })
})
