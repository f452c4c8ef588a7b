import { describe, expect, it } from 'vitest'
import type { ReviewRow } from '../../contract/desk.ts'
import { commandNames, isDecision } from '../../domain/commands.ts'
import { SETTLEMENT_CHOICES } from '../../domain/review.ts'
import { REVIEW, reviewHeadline, sayDependent, sayReviewReason, sayStanding } from './review.ts'

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
  sayStanding({ name, kind, payment: one, detail: null }).replaceAll('\u00a0', ' ')

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
  const headline = (name: string, kind: ReviewRow['kind'], code = 'no-seat-left') =>
    reviewHeadline({ name, kind, code, deviceName: 'ACCUEIL' })
  it('says whether it stands or fell', () => {
    expect(headline('entry.prevalidate', 'refused')).toBe('La pré-validation n’a pas été acceptée par le siège')
    expect(headline('payment.void', 'misfit')).toBe(
      'L’annulation du règlement est bien enregistrée, mais elle est à vérifier',
    )
  })
  it('of what HQ found out names the PC', () => {
    expect(headline('device.renew', 'notice', 'identity-forked')).toBe(
      'Le poste ACCUEIL travaillait sur une copie ancienne de ses données',
    )
    expect(headline('device.renew', 'notice', 'identity-restored')).toBe('Le poste ACCUEIL a repris une sauvegarde')
  })
})

describe('why', () => {
  const why = (detail: ReviewRow['detail']) =>
    sayReviewReason(
      { code: 'no-seat-left', detail },
      { offering: 'ASCA-E1 (CIEL COMPTABILITE)', when: () => 'à 14 h 02' },
    )
  it('does not reproach the reader with what another did', () => {
    expect(sayReviewReason({ code: 'role-not-allowed', detail: null })).not.toMatch(/votre/i)
  })
  it('names who took the last seat, and when, as far as HQ says so', () => {
    const takenAt = '2026-11-23T13:02:00.000Z'
    expect(why({ seats: 8, used: 8, takenAt, takenBy: 'ACCUEIL' })).toBe(
      'La dernière place en ASCA-E1 (CIEL COMPTABILITE) a été prise à 14 h 02 depuis le poste ACCUEIL.',
    )
    expect(why({ seats: 8, used: 8, takenAt })).toBe(
      'La dernière place en ASCA-E1 (CIEL COMPTABILITE) a été prise à 14 h 02.',
    )
    expect(why({ seats: 8, used: 8 })).toMatch(/les 8 places sont prises/)
  })
  it('of a PC under another series tells where the old one ends', () => {
    const detail = { oldSeries: 'A', newSeries: 'D', lastNumber: '2026-A-000123' }
    const said = sayStanding({ kind: 'notice', name: 'device.renew', payment: null, detail })
    expect(said).toMatch(/nouvelle série de reçus, D\. La série A s’arrête au n°\u00a02026-A-000123\./)
  })
})

describe('what a person chose', () => {
  it.each(SETTLEMENT_CHOICES)('%s is said', (choice) => {
    expect(REVIEW.settledBy(choice, 'Annick', 'lun. 23 nov. 14 h 02')).toMatch(/^[A-Z].*, par Annick, lun\./)
  })
})
