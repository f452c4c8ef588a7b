import { describe, expect, it } from 'vitest'
import { dueOf, groupsOf } from '../../domain/entry-groups.ts'
import { entryRow } from '../../test/helpers/window-rows.ts'
import { isProvisional, requestStates } from './entry-state.ts'
import { sayPending } from './say-pending.ts'

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
  it('is not late while HQ has not fixed the deadline', () => {
    const guess = entryRow({ status: 'prevalidated', deadlineAt: '2026-11-20T23:00:00.000Z', pending: true })
    expect(words(guess)).toEqual(['Pré-validée · à transmettre'])
    expect([groupsOf(guess, now), isProvisional(guess)]).toEqual([['due'], true])
    const fixed = { ...guess, pending: false }
    expect([groupsOf(fixed, now), isProvisional(fixed)]).toEqual([['overdue'], false])
  })
  it('says that HQ decides when what was decided no longer holds here', () => {
    const doubtful = { pending: true, doubtful: true }
    expect(words(doubtful)).toEqual(['En attente · le siège tranche'])
    expect(words({ ...doubtful, status: 'withdrawn' })).toEqual(['Retirée · le siège tranche'])
    // The row is HQ's, and its deadline with it.
    expect(isProvisional(entryRow({ ...doubtful, status: 'prevalidated' }))).toBe(false)
  })
  it('tells a doubtful exam from one that waits', () => {
    expect(words({}, { pending: true, doubtful: true })).toEqual(['En attente', 'En attente · le siège tranche'])
  })
  it('says what is still to be paid, also once validated', () => {
    const unpaid = entryRow({ status: 'confirmed' })
    expect(requestStates([unpaid], now)).toMatchObject([{ tone: 'due', word: 'Validée · reste 50,00\u00a0€' }])
    expect(groupsOf(unpaid, now)).toEqual(['confirmed', 'due'])
    expect(words({ status: 'confirmed', paid: 4000 })).toEqual(['Validée · reste 10,00\u00a0€'])
    expect(words({ status: 'prevalidated', paid: 4000 })).toEqual(['À régler · reste 10,00\u00a0€'])
    expect(words({ status: 'prevalidated', paid: 5000 })).toEqual(['Réglée, à valider'])
    expect(words({ status: 'prevalidated', paid: 5000, pending: true })).toEqual([
      'Pré-validée, réglée · à transmettre',
    ])
    expect(words({ status: 'confirmed', pending: true })).toEqual(['Validée · reste 50,00\u00a0€ · à transmettre'])
  })
  it('awaits no money where no seat is held', () => {
    expect((['requested', 'withdrawn', 'refused'] as const).map((status) => dueOf(entryRow({ status })))).toEqual([
      0, 0, 0,
    ])
  })
  it('is told exam by exam when they differ, paid or not too', () => {
    expect(words({ status: 'confirmed', paid: 5000 }, { status: 'confirmed' })).toEqual([
      'Validée',
      'Validée · reste 50,00\u00a0€',
    ])
    expect(words({ status: 'withdrawn' }, { status: 'lapsed' })).toEqual(['Retirée', 'Place libérée'])
  })
  it('is told exam by exam when they differ', () => {
    expect(words({ status: 'confirmed', paid: 5000 }, { status: 'requested' })).toEqual(['Validée', 'En attente'])
  })
})

describe('why nothing more can be decided', () => {
  it('is silent when nothing is pending', () => {
    expect(sayPending(entryRow())).toBeNull()
  })
  it('tells a decision that waits to leave from one that no longer holds here', () => {
    expect(sayPending(entryRow({ pending: true }))).toMatch(/^Votre décision .* le siège doit d’abord la recevoir/)
    expect(sayPending(entryRow({ pending: true, doubtful: true }))).toMatch(/la situation a changé depuis/)
  })
})
