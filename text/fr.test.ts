import { describe, expect, it } from 'vitest'
import { CLICK_REFUSALS, TROUBLE_CODES } from '../contract/refusals.ts'
import { sayRefusal, TROUBLE_SENTENCES } from './fr.ts'

const sentences = [
  ...CLICK_REFUSALS.map((code) => sayRefusal({ code })),
  ...TROUBLE_CODES.flatMap((code) => [TROUBLE_SENTENCES[code].title, TROUBLE_SENTENCES[code].advice]),
]

describe('every refusal and trouble', () => {
  it.each(sentences)('« %s » is plain and well set', (sentence) => {
    expect(sentence).toMatch(/^[A-ZÀ-Ý]/)
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/)
    // No computing terms, no typewriter apostrophe, no breaking space before a double mark.
    expect(sentence).not.toMatch(/sync|serveur|base de données|erreur|\bHTTP\b|token|cache|'| [:;!?»]|« /i)
  })
})

describe('a refusal with its numbers', () => {
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')
  it('tells the seats', () => {
    expect(plain(sayRefusal({ code: 'no-seat-left', detail: { seats: 8, used: 8 } }, { offering: 'EXCEL 2017' }))).toBe(
      'EXCEL 2017 : complet, les 8 places sont prises.',
    )
    expect(plain(sayRefusal({ code: 'seats-below-used', detail: { seats: 3, used: 5 } }))).toBe(
      'Impossible de descendre à 3 : 5 places sont déjà prises.',
    )
  })
  it('tells the money in its currency', () => {
    expect(plain(sayRefusal({ code: 'fee-not-covered', detail: { missing: 5967, currency: 'XPF' } }))).toContain(
      '5\u202f967 F',
    )
  })
  it('names the article that limits cash', () => {
    const detail = { limit: 100_000, total: 120_000, currency: 'EUR' }
    expect(plain(sayRefusal({ code: 'cash-limit', detail }))).toBe(
      'Espèces limitées à 1\u202f000,00 € par payeur (art. D.112-3 du code monétaire et financier) : cela ferait 1\u202f200,00 €.',
    )
  })
  it('of a later version is still a sentence', () => {
    expect(sayRefusal({ code: 'from-the-future' })).toBe('Le siège ne l’a pas accepté.')
  })
})
