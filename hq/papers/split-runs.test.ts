import { expect, test } from 'vitest'
import { paperFonts } from './paper-fonts.ts'
import { splitRuns } from './split-runs.ts'

/** Which part of the real font draws what; null: none does. */
const runs = (text: string) =>
  splitRuns(text, paperFonts('regular')).map(({ font, text }) => [font?.name.replace(/-400$/, '') ?? null, text])

test('each letter is drawn by the part of the font that has it, and neighbours by one', () => {
  expect(runs('Łukasz Żółć')).toEqual([
    ['latin-ext', 'Ł'],
    ['latin', 'ukasz '],
    ['latin-ext', 'Ż'],
    ['latin', 'ó'],
    ['latin-ext', 'łć'],
  ])
  expect(runs('Nguyễn Жук Παπάς')).toEqual([
    ['latin', 'Nguy'],
    ['vietnamese', 'ễ'],
    ['latin', 'n '],
    ['cyrillic', 'Жук'],
    ['latin', ' '],
    ['greek', 'Παπάς'],
  ])
})

test('accents typed apart are joined to their letter; no-break spaces are spaces', () => {
  expect(runs('Anai\u0308s')).toEqual([['latin', 'Anaïs']])
  expect(runs('e\u0302\u0303')).toEqual([['vietnamese', 'ễ']])
  expect(runs('1\u202f234\u00a0€')).toEqual([['latin', '1 234 €']])
})

test('what no part has is a run of its own, a letter at a time; what is invisible by nature is left out', () => {
  expect(runs('Li 王小')).toEqual([
    ['latin', 'Li '],
    [null, '王'],
    [null, '小'],
  ])
  expect(runs('a\u200db\u00ad\u0007')).toEqual([['latin', 'ab']])
})

test('nothing of a text is lost, whatever its script', () => {
  const text = 'Æøß Ðþ Ő İı Ⴀ ა עברית عربي हिन्दी ไทย 한국 👩‍🚀 ﬁ ǅ'
  const joined = splitRuns(text, paperFonts('bold')).map((run) => run.text)
  expect(joined.join('')).toBe(text.normalize('NFC').replace(/\u200d/g, ''))
})
