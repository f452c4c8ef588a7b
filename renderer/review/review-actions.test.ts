import { describe, expect, it } from 'vitest'
import type { PaymentRow, RequestRow } from '../../contract/desk.ts'
import { offeringRow, requestRow } from '../../test/helpers/window-rows.ts'
import type { ReadyDesk } from '../frame/office.tsx'
import { seatsOf } from '../requests/feasibility.ts'
import { actionsFor, choiceWhenHandled } from './review-actions.ts'

type Role = ReadyDesk['operator']['role']
const deskOf = (role: Role, firstSync: object | null = null) =>
  ({
    now: '2026-11-23T08:41:00.000Z',
    operator: { id: 'op', name: 'Annick', role, active: true },
    operators: [],
    freshness: { firstSync },
    centre: {
      id: 'c',
      department: '35',
      inseeCommune: '35238',
      territory: 'mainland',
      timeZone: 'Europe/Paris',
      currency: 'EUR',
      accreditationEndsOn: '2028-12-31',
    },
    settings: { deadlineReading: 'B', goodFriday: false, boxingDay: false, closedDays: [], workedHolidays: [] },
  }) as unknown as ReadyDesk
const secretary = deskOf('secretary')

const request = requestRow({ id: 'r' })
const lost = {
  kind: 'refused',
  name: 'entry.prevalidate',
  code: 'no-seat-left',
  detail: { offeringId: 'o1', seats: 12, used: 12 },
  entryIds: ['r-0'],
  dependents: [],
} as const
const subject = (used: number, change: Partial<RequestRow> = {}, seats = 12) => ({
  request: { ...request, ...change },
  payment: null,
  seats: seatsOf([offeringRow({ used, seats })]),
})
const said = (...args: Parameters<typeof actionsFor>) =>
  actionsFor(...args).map(({ kind, reason }) => [kind, reason?.replaceAll('\u00a0', ' ') ?? null])

describe('a pre-validation that lost the last seat', () => {
  it('can be done again as soon as a seat is free', () => {
    expect(said(lost, subject(11), secretary)).toEqual([
      ['prevalidate', null],
      ['refuse', null],
    ])
  })
  it('cannot while the offering is full; a manager may add seats, others read why not', () => {
    expect(said(lost, subject(12), deskOf('manager'))).toEqual([
      ['prevalidate', 'CIEL COMPTABILITE : complet, les 12 places sont prises.'],
      ['raise-seats', null],
      ['refuse', null],
    ])
    expect(said(lost, subject(12), secretary)[1]?.[1]).toMatch(/responsable/)
  })
  it('waits for HQ when it was decided again meanwhile', () => {
    const pending = { entries: request.entries.map((entry) => ({ ...entry, pending: true })) }
    for (const [, reason] of said(lost, subject(11, pending), secretary)) expect(reason).toMatch(/à transmettre/)
  })
  it('leaves nothing to decide once it was answered, or when the request is not here', () => {
    const confirmed = { entries: request.entries.map((entry) => ({ ...entry, status: 'confirmed' as const })) }
    expect(said(lost, subject(11, confirmed), secretary)).toEqual([])
    expect(said(lost, { ...subject(11), request: null }, secretary)).toEqual([])
  })
  it('only concerns its own entries', () => {
    expect(said({ ...lost, entryIds: ['another'] }, subject(11), secretary)).toEqual([])
  })
  it('is looked at, not decided, by a reader or during the first exchange', () => {
    for (const [, reason] of said(lost, subject(11), deskOf('reader'))) expect(reason).toMatch(/consulter/)
    const early = deskOf('manager', { done: 1, total: 2, readable: true })
    for (const [, reason] of said(lost, subject(11), early)) expect(reason).toMatch(/arrivent encore/)
  })
})

describe('a pre-validation that took the validation of what was paid along', () => {
  const lostBoth = { ...lost, dependents: [{ name: 'payment.record' }, { name: 'entry.confirm' }] }
  const fee = request.entries[0]?.feeAmount ?? 0
  const as = (change: object) => ({ entries: request.entries.map((entry) => ({ ...entry, ...change })) })
  const confirmIds = (...args: Parameters<typeof actionsFor>) =>
    actionsFor(...args).flatMap((action) => (action.kind === 'prevalidate' ? [action.confirmIds] : []))
  it('is validated with it, while the money covers the fee', () => {
    expect(confirmIds(lostBoth, subject(11, as({ paid: fee })), secretary)).toEqual([['r-0']])
    expect(confirmIds(lostBoth, subject(11, as({ paid: fee - 1 })), secretary)).toEqual([[]])
    expect(confirmIds(lost, subject(11, as({ paid: fee })), secretary)).toEqual([[]])
  })
  it('is still to be validated once it was pre-validated again from its file', () => {
    const held = as({ status: 'prevalidated', paid: fee })
    expect(said(lostBoth, subject(11, held), secretary)).toEqual([['confirm', null]])
    const pending = as({ status: 'prevalidated', paid: fee, pending: true })
    expect(said(lostBoth, subject(11, pending), secretary)).toEqual([['confirm', null]])
    const doubtful = as({ status: 'prevalidated', paid: fee, pending: true, doubtful: true })
    expect(said(lostBoth, subject(11, doubtful), secretary)[0]?.[1]).toMatch(/à transmettre/)
    expect(said(lost, subject(11, held), secretary)).toEqual([])
  })
})

describe('a validation that fell', () => {
  const fell = { ...lost, name: 'entry.confirm', code: 'depends-on-refused', detail: null } as const
  const held = (paid: number) => ({
    entries: request.entries.map((entry) => ({ ...entry, status: 'prevalidated' as const, paid })),
  })
  it('can be done again once the fee is covered', () => {
    const fee = request.entries[0]?.feeAmount ?? 0
    expect(said(fell, subject(5, held(fee)), secretary)).toEqual([['confirm', null]])
    expect(said(fell, subject(5, held(0)), secretary)[0]?.[1]).toMatch(/Il manque/)
  })
})

describe('money that fits nothing any more', () => {
  const misfit = {
    kind: 'misfit',
    name: 'payment.record',
    code: 'entry-not-live',
    detail: null,
    entryIds: [],
    dependents: [],
  } as const
  const payment = (change: object = {}) =>
    ({ id: 'p', voided: null, receipt: null, returns: [], ...change }) as unknown as PaymentRow
  it('can be taken back while no receipt was given', () => {
    expect(said(misfit, { ...subject(5), payment: payment() }, secretary)).toEqual([['void', null]])
    const receipted = payment({ receipt: { id: 'x', number: '2026-A-000007' } })
    expect(said(misfit, { ...subject(5), payment: receipted }, deskOf('manager'))).toEqual([
      ['void', expect.stringMatching(/2026-A-000007 a été remis/)],
      ['correct-receipt', null],
    ])
    expect(said(misfit, { ...subject(5), payment: payment({ voided: {} }) }, secretary)).toEqual([])
  })
})

describe('a receipt whose number was taken', () => {
  const clash = {
    kind: 'misfit',
    name: 'receipt.issue',
    code: 'receipt-number-clash',
    detail: null,
    entryIds: [],
    dependents: [],
  } as const
  const payment = (receipt: object | null) => ({ id: 'p', voided: null, receipt }) as unknown as PaymentRow
  const given = { ...subject(5), payment: payment({ id: 'x', number: '2026-A-000007' }) }
  it('is corrected by a manager; others read why not', () => {
    expect(said(clash, given, deskOf('manager'))).toEqual([['correct-receipt', null]])
    expect(said(clash, given, secretary)[0]?.[1]).toMatch(/responsable/)
  })
  it('leaves nothing to do once it was corrected', () => {
    expect(said(clash, { ...subject(5), payment: payment(null) }, deskOf('manager'))).toEqual([])
  })
})

describe('what « C’est traité » keeps', () => {
  it('is that seats were added, when they were', () => {
    expect(choiceWhenHandled(lost, subject(12, {}, 13).seats)).toBe('seats-raised')
    expect(choiceWhenHandled(lost, subject(12).seats)).toBe('handled')
    expect(choiceWhenHandled({ code: 'offering-closed', detail: null }, subject(1, {}, 13).seats)).toBe('handled')
  })
})

describe('an offering or a sitting that HQ did not accept', () => {
  const refusedOf = (name: string) => ({ ...lost, name, code: 'value-changed', detail: null, entryIds: [] })
  it('is looked at where it can be done again', () => {
    const screens = (name: string) =>
      actionsFor(refusedOf(name), subject(0), secretary).map((action) => action.kind === 'see' && action.screen)
    expect(['offering.open', 'offering.close', 'sitting.set', 'sitting.cancel'].map(screens)).toEqual([
      ['seats'],
      ['seats'],
      ['session'],
      ['session'],
    ])
  })
})
