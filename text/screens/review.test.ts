import { describe, expect, it } from 'vitest'
import type { ReviewRow } from '../../contract/desk.ts'
import { commandNames, isDecision } from '../../domain/commands.ts'
import { reviewHeadline, sayDependent, sayReviewReason, sayStanding } from './review.ts'

type Payment = NonNullable<ReviewRow['payment']>
const payment = (change: Partial<Payment> = {}): Payment => ({
  amount: 10_000,
  credit: 0,
  currency: 'EUR',
  voided: false,
  receiptNumber: null,
  ...change,
})
const standing = (name: string, kind: ReviewRow['kind'], one: Payment | null = null) =>
  sayStanding({ name, kind, payment: one }).replaceAll('\u00a0', ' ')

describe('what stands', () => {
  it.each([
    [{ credit: 0 }, 'Le règlement de 100,00 € reste acquis.'],
    [{ credit: 5000 }, 'Le règlement de 100,00 € reste acquis, dont 50,00 € en avoir.'],
    [{ credit: 10_000 }, 'Le règlement de 100,00 € reste acquis, en avoir.'],
    [{ credit: 10_000, voided: true }, 'Le règlement de 100,00 € a été annulé depuis.'],
    [{ receiptNumber: '2026-B-000001' }, 'Le règlement de 100,00 € reste acquis. Le reçu 2026-B-000001 reste valable.'],
    [
      { voided: true, receiptNumber: '2026-B-000001' },
      'Le règlement de 100,00 € a été annulé depuis. Le reçu 2026-B-000001 a été émis.',
    ],
  ])('of a payment: %o', (change, sentence) => {
    expect(standing('payment.record', 'misfit', payment(change))).toBe(sentence)
  })
  it.each([
    ['review.settle', null, 'Le classement d’un point à revoir est bien enregistré.'],
    ['payment.void', null, 'L’annulation du règlement est bien enregistrée.'],
    ['payment.record', null, 'Le règlement est bien enregistré.'],
    [
      'payment.void',
      payment({ voided: true }),
      'L’annulation du règlement est bien enregistrée. Le règlement de 100,00 € est annulé.',
    ],
    [
      'receipt.issue',
      payment({ receiptNumber: '2026-B-000001' }),
      'Le reçu est bien enregistré. Le règlement de 100,00 € reste acquis. Le reçu 2026-B-000001 a été émis.',
    ],
  ])('of the fact %s: itself first', (name, one, sentence) => {
    expect(standing(name, 'misfit', one)).toBe(sentence)
  })
  it('of a decision: nothing', () => {
    expect(standing('entry.prevalidate', 'refused')).toBe('La décision n’a pas pris effet, rien d’autre n’a changé.')
  })
})

describe('what came with it', () => {
  it.each(commandNames.filter((name) => !isDecision(name)))('the fact %s is kept', (name) => {
    expect(sayDependent({ name, code: 'depends-on-refused' })).toMatch(/ est bien enregistrée?\. L’action dont/)
  })
  it.each(commandNames.filter(isDecision))('the decision %s fell', (name) => {
    expect(sayDependent({ name, code: 'depends-on-refused' })).toMatch(/ n’a pas été acceptée?\. L’action dont/)
  })
  it('agrees with its noun', () => {
    expect(sayDependent({ name: 'entry.confirm', code: 'wrong-status' })).toContain(
      'La validation n’a pas été acceptée.',
    )
    expect(sayDependent({ name: 'entry.refuse', code: 'wrong-status' })).toContain('Le refus n’a pas été accepté.')
  })
  it('of a later version, is not said to have fallen nor to stand', () => {
    expect(sayDependent({ name: 'entry.later', code: 'later' })).toMatch(/^Une action est à vérifier\./)
  })
})

describe('the headline', () => {
  it('says whether it stands or fell', () => {
    expect(reviewHeadline('entry.prevalidate', 'refused')).toBe('La pré-validation n’a pas été acceptée par le siège')
    expect(reviewHeadline('payment.void', 'misfit')).toBe(
      'L’annulation du règlement est bien enregistrée, mais elle est à vérifier',
    )
  })
  it('does not reproach the reader with what another did', () => {
    expect(sayReviewReason({ code: 'role-not-allowed', detail: null })).not.toMatch(/votre/i)
  })
})
