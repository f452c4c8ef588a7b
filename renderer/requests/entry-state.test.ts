import { describe, expect, it } from 'vitest'
import { entryRow } from '../../test/helpers/window-rows.ts'
import { requestStates } from './entry-state.ts'

const now = '2026-11-23T08:41:00.000Z'
const words = (...entries: Parameters<typeof entryRow>[0][]) =>
  requestStates(
    entries.map((entry) => entryRow(entry)),
    now,
  ).map(({ word }) => word)

describe('the state of a request', () => {
  it('is one word when its exams agree, with all the money', () => {
    expect(words({ status: 'requested' }, { status: 'requested' })).toEqual(['En attente'])
    expect(words({ status: 'confirmed', paid: 5000 }, { status: 'confirmed', paid: 5000 })).toEqual([
      'Validée · 100,00\u00a0€',
    ])
  })
  it('says what HQ has not heard yet', () => {
    expect(words({ status: 'prevalidated', pending: true })).toEqual(['Pré-validée · à transmettre'])
    expect(words({ status: 'refused', pending: true })).toEqual(['Refusée · à transmettre'])
  })
  it('turns at the very instant of the deadline', () => {
    expect(words({ status: 'prevalidated', deadlineAt: '2026-11-23T08:41:00.001Z' })).toEqual(['À régler'])
    expect(words({ status: 'prevalidated', deadlineAt: now })).toEqual(['Délai dépassé'])
  })
  it('is told exam by exam when they differ', () => {
    expect(words({ status: 'confirmed', paid: 5000 }, { status: 'requested' })).toEqual(['Validée', 'En attente'])
  })
})
