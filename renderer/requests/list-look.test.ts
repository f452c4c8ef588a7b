import { expect, it } from 'vitest'
import { FIRST_FILTERS, isChosenFilters, LONGEST_TEXT, narrowingsOf, typedText, without } from './list-look.ts'

it('a paste of several lines is one, and one gone wrong is cut, which is told', () => {
  expect(typedText('  MARTIN\n\tÉloïse ')).toEqual({ text: 'MARTIN Éloïse ', cut: false })
  expect(typedText('06 12 34 56 78')).toEqual({ text: '06 12 34 56 78', cut: false })
  const { text, cut } = typedText('a'.repeat(10_000))
  expect([text.length, cut]).toEqual([LONGEST_TEXT, true])
  // Cut within a character that takes two places, it must still be text that can be sent.
  expect(typedText(`${'a'.repeat(LONGEST_TEXT - 1)}😀`).text.isWellFormed()).toBe(true)
})

it('filters at rest narrow nothing, and each can end alone', () => {
  const filters = { ...FIRST_FILTERS, exam: 'ASCA-E1', deadline: 'today' as const, unchecked: true }
  expect(narrowingsOf(FIRST_FILTERS)).toEqual([])
  expect(narrowingsOf(filters)).toEqual(['exam', 'deadline', 'unchecked'])
  expect(without(filters, ['deadline'])).toEqual({ ...filters, deadline: 'any' })
  expect(without(filters, narrowingsOf(filters))).toEqual(FIRST_FILTERS)
})

it.each([
  [FIRST_FILTERS, true],
  [{ ...FIRST_FILTERS, deadline: 'yesterday' }, false],
  [{ state: 'waiting' }, false],
  ['waiting', false],
])('what was kept is believed when it can be: %j', (kept, believed) => {
  expect(isChosenFilters(kept)).toBe(believed)
})
