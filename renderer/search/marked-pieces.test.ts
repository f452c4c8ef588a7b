import { expect, test } from 'vitest'
import { piecesOf } from './marked-pieces.ts'

const marked = (text: string, typed: string) =>
  piecesOf(text, typed)
    .map(({ part, found }) => (found ? `[${part}]` : part))
    .join('')

test.each([
  ['LEFÈVRE Éloïse', 'lef', '[LEF]ÈVRE Éloïse'],
  ['LEFÈVRE Éloïse', 'elo lefe', '[LEFÈ]VRE [Élo]ïse'],
  ['BOULANGER-LEFÈVRE Anne', 'lef', 'BOULANGER-[LEF]ÈVRE Anne'],
  ['de LA BARRE d’ESTAING', 'est', 'de LA BARRE d’[EST]AING'],
  ['GALLET Albert', 'all', 'GALLET Albert'],
  ['CA21189 · 06 39 98 72 59', '987', 'CA21189 · 06 39 [98 7]2 59'],
  ['CA21189 · 06 39 98 72 59', '06 39 98 72 59', 'CA21189 · [06 39 98 72 59]'],
  ['CA21189 · 06 39 98 72 59', 'ca21189', '[CA21189] · 06 39 98 72 59'],
  ['anne.le-goff@example.org', 'goff@ex', 'anne.le-[goff@ex]ample.org'],
  ['NGUYỄN Thị Minh', 'thi', 'NGUYỄN [Thị] Minh'],
  ['O’CONNOR', '', 'O’CONNOR'],
])('in « %s », « %s » marks %s', (text, typed, expected) => {
  expect(marked(text.normalize('NFC'), typed)).toBe(expected.normalize('NFC'))
})

test('whatever is typed, the pieces put together are the text', () => {
  for (const typed of ['%', '"', '\\', '(', 'a'.repeat(200), '1/2/1990', '🙂', '+33 6'])
    for (const text of ['Zoë 🙂 ŒUVRARD', '', '1/2/1990 %_'])
      expect(
        piecesOf(text, typed)
          .map(({ part }) => part)
          .join(''),
      ).toBe(text)
})
