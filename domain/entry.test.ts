import { describe, expect, test } from 'vitest'
import { anEntry, anOffering, MONDAY } from '../test/helpers/rows.ts'
import { mayCarryOver } from './attendance.ts'
import { decideRefuse } from './commands/refuse.ts'
import { decideSetSeats } from './commands/set-seats.ts'
import { commands, mayRun } from './commands.ts'
import { canMove, ENTRY_STATUSES, type EntryStatus, isOverdue, isToPay, MOVES, type Move } from './entry.ts'

const now = { at: MONDAY, operatorName: 'Anne', role: 'secretary' as const }

/** The drawing of the state machine, move by move: what is not listed is refused. */
const drawn: Record<Move, string[]> = {
  prevalidate: ['requested'],
  refuse: ['requested'],
  propose: ['requested'],
  withdraw: ['requested', 'prevalidated'],
  remove: ['requested', 'prevalidated'],
  extend: ['prevalidated'],
  release: ['prevalidated'],
  reinstate: ['lapsed'],
  confirm: ['prevalidated'],
  carryOver: ['confirmed'],
}

describe('the states of an entry', () => {
  test.each(Object.keys(MOVES) as Move[])('%s starts only where it is drawn', (move) => {
    const may = (status: EntryStatus) =>
      move === 'carryOver' ? mayCarryOver({ status }, []) : canMove({ status, deadlineAt: MONDAY }, move, MONDAY)
    expect(ENTRY_STATUSES.filter(may)).toEqual(drawn[move])
  })

  test('a seat is released only once the deadline is over, to the millisecond', () => {
    const entry = anEntry({ status: 'prevalidated', deadlineAt: '2026-11-26T23:00:00.000Z' })
    expect(canMove(entry, 'release', '2026-11-26T22:59:59.999Z')).toBe(false)
    expect(canMove(entry, 'release', '2026-11-26T23:00:00.000Z')).toBe(true)
    expect(isOverdue(entry, '2026-11-26T22:59:59.999Z')).toBe(false)
    expect(isOverdue(entry, '2026-11-26T23:00:00.000Z')).toBe(true)
    expect(isOverdue({ ...entry, status: 'confirmed' }, '2027-01-01T00:00:00.000Z')).toBe(false)
  })
})

describe('a refusal', () => {
  test('keeps its reason; « other » needs words', () => {
    const args = { requestId: 'request-1', entryIds: ['entry-1'], text: null }
    expect(decideRefuse({ ...args, reason: 'full' }, { entries: [anEntry()] }, now)).toMatchObject({
      ok: true,
      writes: [{ value: { status: 'refused', refusal: { reason: 'full', text: null } } }],
    })
    expect(decideRefuse({ ...args, reason: 'other', text: '  ' }, { entries: [anEntry()] }, now)).toMatchObject({
      ok: false,
      refusal: { code: 'not-valid' },
    })
  })

  test('is for entries that wait, not for those that hold a seat', () => {
    const args = { requestId: 'request-1', entryIds: ['entry-1'], reason: 'full' as const, text: null }
    expect(decideRefuse(args, { entries: [anEntry({ status: 'prevalidated' })] }, now)).toMatchObject({
      refusal: { code: 'wrong-status' },
    })
  })
})

describe('seats', () => {
  test('go down to what is used and no lower', () => {
    const offering = anOffering({ seats: 12 })
    expect(decideSetSeats({ offeringId: offering.id, seats: 8 }, { offering, used: 8 })).toMatchObject({
      ok: true,
      writes: [{ value: { seats: 8 } }],
    })
    expect(decideSetSeats({ offeringId: offering.id, seats: 7 }, { offering, used: 8 })).toMatchObject({
      refusal: { code: 'seats-below-used', detail: { seats: 7, used: 8 } },
    })
  })

  test('are a manager’s; a reader changes nothing', () => {
    expect(mayRun('offering.set-seats', 'secretary')).toBe(false)
    expect(mayRun('offering.set-seats', 'manager')).toBe(true)
    expect((Object.keys(commands) as (keyof typeof commands)[]).filter((name) => mayRun(name, 'reader'))).toEqual([])
  })
})

test('money is waited for while a seat is kept and not all of the fee has come', () => {
  const waits = (paidAmount: number) =>
    ENTRY_STATUSES.filter((status) => isToPay({ status, feeAmount: 5000, paidAmount }))
  expect([waits(0), waits(4999), waits(5000)]).toEqual([['prevalidated'], ['prevalidated'], []])
})
