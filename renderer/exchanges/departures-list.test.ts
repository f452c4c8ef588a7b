import { describe, expect, it } from 'vitest'
import type { ExchangeRow } from '../../contract/desk.ts'
import { type Departures, mayHaveChanged, withPage } from './departures-list.ts'

const row = (sequence: number, state: ExchangeRow['state'] = 'applied') => ({ sequence, state }) as ExchangeRow
/** Lines from `first` down to `last`. */
const lines = (first: number, last: number, state?: ExchangeRow['state']) =>
  Array.from({ length: first - last + 1 }, (_, index) => row(first - index, state))
const page = (first: number, last: number, state?: ExchangeRow['state']) => ({
  rows: lines(first, last, state),
  next: last > 1 ? last : null,
})
const sequences = ({ rows }: Departures) => rows.map(({ sequence }) => sequence)
const down = (first: number, last: number) => lines(first, last).map(({ sequence }) => sequence)

describe('the lines of a long register', () => {
  it('follow each other, page after page, to the end', () => {
    let known = withPage(null, page(9, 7), null)
    known = withPage(known, page(6, 4), 7)
    known = withPage(known, page(3, 1), 4)
    expect(sequences(known)).toEqual(down(9, 1))
    expect(known.next).toBeNull()
  })

  it('keep what was read below when the newest are read again, with what was done since', () => {
    const known = withPage(withPage(null, page(9, 7), null), page(6, 4), 7)
    const again = withPage(known, page(11, 9), null)
    expect(sequences(again)).toEqual(down(11, 4))
    expect(again.next).toBe(4)
  })

  it('begin again when more was done than a page holds: no hole is shown', () => {
    const known = withPage(null, page(9, 7), null)
    const again = withPage(known, page(20, 15), null)
    expect(sequences(again)).toEqual(down(20, 15))
    expect(again.next).toBe(15)
  })

  it('leave a line out that no longer has the state asked for', () => {
    const known = withPage(null, { rows: lines(9, 5, 'waiting'), next: 5 }, null)
    const again = withPage(known, { rows: lines(6, 4, 'waiting'), next: 4 }, null)
    expect(sequences(again)).toEqual([6, 5, 4])
    const rest = withPage(known, { rows: [], next: null }, null)
    expect(rest).toEqual({ rows: [], next: null })
  })

  it('take a page of the middle read again, without touching what is around it', () => {
    const known = withPage(withPage(null, page(9, 7), null), page(6, 1, 'sending'), 7)
    const again = withPage(known, page(6, 4, 'applied'), 7)
    expect(sequences(again)).toEqual(down(9, 1))
    expect(again.rows.find(({ sequence }) => sequence === 5)?.state).toBe('applied')
    expect(again.rows.find(({ sequence }) => sequence === 3)?.state).toBe('sending')
    expect(again.next).toBeNull()
  })

  it('may have changed only where HQ has not answered', () => {
    const known = withPage(withPage(null, page(9, 7), null), page(6, 5, 'sending'), 7)
    expect(mayHaveChanged(known, 7)).toBe(true)
    expect(mayHaveChanged(known, 5)).toBe(false)
  })
})
