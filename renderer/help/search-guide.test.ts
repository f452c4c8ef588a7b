import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readGuide } from '../../scripts/tools/guide.ts'
import { foldLetters, makeSearchable, searchGuide } from './search-guide.ts'

const guide = makeSearchable(readGuide(path.join(import.meta.dirname, '../../docs/guide')))
const found = (query: string) => searchGuide(guide, query)
const firstOf = (query: string) => found(query)[0]?.page.slug

describe('searching the guide', () => {
  test.each([
    ['72 heures', 'delai-de-reglement'],
    ['delai', 'delai-de-reglement'],
    ['DÉLAIS', 'delai-de-reglement'],
    ['chèque', 'cheques'],
    ['cheques', 'cheques'],
    ['avoir reçu', 'recus-et-avoirs'],
    ['duplicata', 'recus-et-avoirs'],
    ['tva', 'textes-du-centre'],
    ['especes', 'encaisser'],
    ['pas de réseau', 'hors-connexion'],
    ['cle usb', 'fichier-de-secours'],
    ['liberer', 'prolonger-ou-liberer'],
    ['raccourcis', 'raccourcis'],
    ['jour férié', 'jours-fermes'],
    ['adresse mail', 'corriger-un-dossier'],
    ['ics', 'sessions-et-seances'],
  ])('%s opens on %s', (query, page) => {
    expect(firstOf(query)).toBe(page)
  })

  test('an unfinished word is enough, and each letter narrows', () => {
    expect(firstOf('prolo')).toBe('prolonger-ou-liberer')
    expect(found('déla').length).toBeGreaterThanOrEqual(found('délai de').length)
  })

  test('leads to the part that speaks of it, and shows the words around', () => {
    const [first] = found('mention de TVA')
    expect(first?.section.id).toBe('la-mention-de-tva')
    const [cash] = found('espèces')
    expect(cash?.section.title).toBe('Espèces')
    const [days] = found('72 heures')
    expect(days?.excerpt.filter((piece) => piece.found).map((piece) => piece.text)).toEqual(
      expect.arrayContaining(['72', 'heures']),
    )
    expect(days?.excerpt.map(({ text }) => text).join('')).toContain('72 heures')
  })

  test('leaves out what every page says, and the contents, which say nothing of anything', () => {
    expect(found('que faire pour le délai').map(({ page }) => page.slug)).toEqual(
      found('faire délai').map(({ page }) => page.slug),
    )
    expect(found('guide').map(({ page }) => page.slug)).not.toContain('index')
    expect(found('de').length).toBeGreaterThan(0)
  })

  test('finds nothing without a word, or when one of the words is nowhere', () => {
    expect(found('')).toEqual([])
    expect(found(' ?! ')).toEqual([])
    expect(found('délai abracadabra')).toEqual([])
    expect(found('(')).toEqual([])
    expect(found('a'.repeat(10_000))).toEqual([])
  })
})

test('letters are folded one for one', () => {
  const text = 'L’Échéance\u00a0: œuvre, İ, 👍 ça'
  expect(foldLetters(text)).toHaveLength(text.length)
  expect(foldLetters('Échéance\u00a0ÇA')).toBe('echeance ca')
})
