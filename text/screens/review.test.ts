import { describe, expect, it } from 'vitest'
import type { ReviewPayment, ReviewRow } from '../../contract/desk.ts'
import { commandNames, isDecision } from '../../domain/commands.ts'
import { SETTLEMENT_CHOICES } from '../../domain/review.ts'
import { REVIEW, reviewHeadline, sayDependent, sayNoteHint, sayReviewReason, sayStanding } from './review.ts'

const payment = (change: Partial<ReviewPayment> = {}): ReviewPayment => ({
  amount: 10_000,
  credit: 0,
  currency: 'EUR',
  voided: false,
  receiptNumber: null,
  ...change,
})
const standing = (
  name: string,
  kind: ReviewRow['kind'],
  one: ReviewPayment | null = null,
  moneyTaken: ReviewPayment[] = [],
) => sayStanding({ name, kind, code: 'any', payment: one, moneyTaken, detail: null }).replaceAll('\u00a0', ' ')

describe('what stands', () => {
  it.each([
    [{ credit: 0 }, 'Le règlement de 100,00 € reste acquis.'],
    [{ credit: 5000 }, 'Le règlement de 100,00 € reste acquis, dont 50,00 € de trop-perçu.'],
    [{ credit: 10_000 }, 'Le règlement de 100,00 € reste acquis : c’est un trop-perçu, à rendre ou à utiliser.'],
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
  it('of a decision for which money was taken: the money and its receipt', () => {
    const taken = [payment({ receiptNumber: '2026-B-000001' }), payment({ amount: 5000, credit: 5000 })]
    expect(standing('entry.prevalidate', 'refused', null, taken)).toBe(
      'La décision n’a pas pris effet. Le règlement de 100,00 € reste acquis. Le reçu 2026-B-000001 reste valable. Le règlement de 50,00 € reste acquis : c’est un trop-perçu, à rendre ou à utiliser.',
    )
  })
})

describe('what came with it', () => {
  it.each(commandNames.filter((name) => !isDecision(name)))('the fact %s is kept', (name) => {
    expect(sayDependent({ name, code: 'depends-on-refused' }, 'entry.prevalidate')).toMatch(
      / est bien enregistrée?, mais la pré-validation n’a pas été acceptée\.$/,
    )
  })
  it.each(commandNames.filter(isDecision))('the decision %s fell', (name) => {
    expect(sayDependent({ name, code: 'depends-on-refused' }, 'entry.prevalidate')).toMatch(
      / n’a pas été acceptée?, parce que la pré-validation ne l’a pas été\.$/,
    )
  })
  it('agrees with its noun', () => {
    expect(sayDependent({ name: 'entry.confirm', code: 'wrong-status' }, 'entry.prevalidate')).toContain(
      'La validation n’a pas été acceptée.',
    )
    expect(sayDependent({ name: 'entry.refuse', code: 'wrong-status' }, 'entry.prevalidate')).toContain(
      'Le refus n’a pas été accepté.',
    )
  })
  it('of a later version, is not said to have fallen nor to stand', () => {
    expect(sayDependent({ name: 'entry.later', code: 'later' }, 'entry.prevalidate')).toMatch(
      /^Une action est à vérifier\./,
    )
  })
})

describe('the headline', () => {
  const headline = (name: string, kind: ReviewRow['kind'], code = 'no-seat-left', detail: ReviewRow['detail'] = null) =>
    reviewHeadline({ name, kind, code, detail, deviceName: 'ACCUEIL' })
  it('says whether it stands or fell', () => {
    expect(headline('entry.prevalidate', 'refused')).toBe('La pré-validation n’a pas été acceptée par le siège')
    expect(headline('payment.void', 'misfit')).toBe(
      'L’annulation du règlement est bien enregistrée, mais elle est à vérifier',
    )
  })
  it('of what HQ found out names the PC, and by its series, as a copy bears the same name', () => {
    expect(headline('device.renew', 'notice', 'identity-forked')).toBe(
      'Le poste ACCUEIL travaillait sur une copie ancienne de ses données',
    )
    expect(headline('device.renew', 'notice', 'identity-forked', { newSeries: 'C' })).toMatch(
      /^Le poste ACCUEIL \(désormais série C\) travaillait/,
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
    const about = { kind: 'notice' as const, name: 'device.renew', payment: null, moneyTaken: [] }
    const detail = { oldSeries: 'A', newSeries: 'D', lastNumber: '2026-A-000123' }
    const notice = (code: string, lastNumber: string) =>
      sayStanding({ ...about, code, detail: { ...detail, lastNumber } })
    const said = notice('identity-forked', detail.lastNumber)
    expect(said).toMatch(/Vérifiez que l’autre copie/)
    // Restored by Pupitre, it is the same PC and the same disk.
    expect(notice('identity-restored', detail.lastNumber)).not.toMatch(/copie/)
    expect(notice('identity-forked', '')).toMatch(/La série A s’arrête\u00a0: le siège n’en connaît aucun reçu\./)
    expect(said).toMatch(/nouvelle série de reçus, D\. La série A s’arrête au n°\u00a02026-A-000123\./)
  })
})

describe('a pre-validation mail that was given up', () => {
  const notice = { kind: 'notice' as const, name: 'mail', code: 'mail-undelivered', detail: null }
  it('says what to do, and never names a PC', () => {
    expect(reviewHeadline({ ...notice, deviceName: '' })).toBe('Un mail de pré-validation n’a pas pu être remis')
    expect(sayReviewReason(notice)).toMatch(/Appelez la personne\u00a0: elle ne sait pas jusqu’à quand régler\./)
    expect(sayStanding({ ...notice, payment: null, moneyTaken: [] })).toMatch(/^La place reste réservée/)
    expect(sayNoteHint({ ...notice, candidateNames: ['DELAUNAY Solène'] })).toMatch(/personne appelée/)
  })
  it('keeps its seat until somebody has called, or it has left after all', () => {
    expect(sayReviewReason({ code: 'mail-not-sent', detail: { mail: 'failed' } })).toMatch(/Appelez la personne/)
    expect(sayReviewReason({ code: 'mail-not-sent', detail: { mail: 'waiting' } })).toMatch(/n’est pas encore parti/)
  })
})

describe('a change of address that did not come about', () => {
  const change = { kind: 'refused' as const, name: 'candidate.change-address', detail: null, deviceName: 'ACCUEIL' }
  it.each([
    ['address-change-stopped', 'Le changement d’adresse mail a été arrêté'],
    ['address-not-confirmed', 'Le changement d’adresse mail n’a pas eu lieu'],
    ['address-taken', 'Le changement d’adresse mail n’a pas eu lieu'],
    ['value-changed', 'Le changement d’adresse mail n’a pas été accepté par le siège'],
  ])('%s is not told as a refusal of HQ unless it is one', (code, title) => {
    expect(reviewHeadline({ ...change, code })).toBe(title)
  })
  it('leaves the address as it was', () => {
    const stopped = { ...change, code: 'address-change-stopped', payment: null, moneyTaken: [] }
    expect(sayStanding(stopped)).toBe('L’adresse mail reste celle d’avant, rien d’autre n’a changé.')
  })
})

describe('the hint beside what one writes', () => {
  it.each([
    ['refused', 'no-seat-left', ['DELAUNAY Solène'], /candidat prévenu/],
    ['misfit', 'receipt-number-clash', [], /^Facultatif\.$/],
    ['notice', 'identity-forked', [], /ancien disque/],
    ['notice', 'identity-restored', [], /^Facultatif\.$/],
  ] as const)('of a %s %s', (kind, code, candidateNames, hint) => {
    expect(sayNoteHint({ kind, code, candidateNames: [...candidateNames] })).toMatch(hint)
  })
})

describe('what a person chose', () => {
  it.each(SETTLEMENT_CHOICES)('%s is said', (choice) => {
    expect(REVIEW.settledBy(choice, 'Annick', 'lun. 23 nov. 14 h 02')).toMatch(/^[A-Z].*, par Annick, lun\./)
  })
})
