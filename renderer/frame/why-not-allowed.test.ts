import { describe, expect, it } from 'vitest'
import type { ReadyDesk } from './office.tsx'
import { whatReceiptAwaits, whyNoCorrection, whyNoReceipt, whyNotAllowed } from './why-not-allowed.ts'

type Role = ReadyDesk['operator']['role']
const desk = (role: Role, change: object = {}, vatWording: string | null = 'TVA non applicable') =>
  ({
    operator: { id: 'op', name: 'Annick', role, active: true },
    operators: [
      { id: 'op', name: 'Annick', role, active: true },
      { id: 'm', name: 'Gwenola LE GOFF', role: 'manager', active: true },
      { id: 'n', name: 'Paol LE BRAS', role: 'manager', active: false },
    ],
    settings: { vatWording },
    freshness: { firstSync: null, seriesAwaited: false, ...change },
  }) as unknown as ReadyDesk
const firstSync = { done: 1, total: 2, readable: true }

describe('who may act', () => {
  it('depends on the role', () => {
    expect(whyNotAllowed(desk('secretary'), 'entry.prevalidate')).toBeNull()
    expect(whyNotAllowed(desk('reader'), 'entry.prevalidate')).toMatch(/consulter/)
    expect(whyNotAllowed(desk('secretary'), 'offering.set-seats')).toMatch(/responsable/)
  })
  it('is said by name: whom to ask, of those who are still there', () => {
    for (const name of ['offering.set-seats', 'sitting.set', 'centre.set-texts'] as const)
      expect(whyNotAllowed(desk('secretary'), name)).toContain('un responsable du centre (Gwenola LE GOFF)')
    expect(whyNoCorrection(desk('secretary'))).toContain('(Gwenola LE GOFF)')
  })
  it('is nobody while the first exchange is under way', () => {
    expect(whyNotAllowed(desk('manager', { firstSync }), 'payment.record')).toMatch(/arrivent encore/)
  })
})

describe('a receipt', () => {
  it('waits for the wording, the new series, and the end of the first exchange', () => {
    expect(whyNoReceipt(desk('secretary'))).toBeNull()
    expect(whyNoReceipt(desk('secretary', {}, ' '))).toMatch(/TVA/)
    expect(whyNoReceipt(desk('secretary', { seriesAwaited: true }))).toMatch(/nouvelle série/)
    expect(whyNoReceipt(desk('secretary', { firstSync }))).toMatch(/arrivent encore/)
    expect(whyNoReceipt(desk('reader'))).toMatch(/consulter/)
  })
  it('says in short what it waits for, in the same order', () => {
    expect(whatReceiptAwaits(desk('secretary'))).toBeNull()
    expect(whatReceiptAwaits(desk('secretary', { seriesAwaited: true }))).toMatch(/série/)
    expect(whatReceiptAwaits(desk('secretary', { seriesAwaited: true }, ' '))).toMatch(/TVA/)
  })
  it('that was given is corrected by a manager, to whom a secretary is sent', () => {
    expect(whyNoCorrection(desk('manager'))).toBeNull()
    expect(whyNoCorrection(desk('secretary'))).toMatch(/responsable/)
    expect(whyNoCorrection(desk('reader'))).toMatch(/consulter/)
    expect(whyNoCorrection(desk('manager', { firstSync }))).toMatch(/arrivent encore/)
    expect(whyNoCorrection(desk('secretary', { firstSync }))).toMatch(/arrivent encore/)
  })
  it('waits alone: the money is recorded', () => {
    expect(whyNotAllowed(desk('secretary', { seriesAwaited: true }), 'payment.record')).toBeNull()
  })
})
