import { expect, it } from 'vitest'
import { RequestFilters } from '../../contract/desk-lists.ts'
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
  [{ ...FIRST_FILTERS, state: 'all', exam: 'ASCA-E1', software: 'CIEL', payer: 'candidate', several: true }, true],
  [{ ...FIRST_FILTERS, payer: 'organisation-1', of: 'a later version' }, true],
  [{ ...FIRST_FILTERS, state: 'lost' }, false],
  [{ ...FIRST_FILTERS, exam: 'x'.repeat(201) }, false],
  [{ ...FIRST_FILTERS, software: 1 }, false],
  [{ ...FIRST_FILTERS, payer: '' }, false],
  [{ ...FIRST_FILTERS, payer: 'x'.repeat(65) }, false],
  [{ ...FIRST_FILTERS, several: null }, false],
  [{ ...FIRST_FILTERS, unchecked: undefined }, false],
  ['waiting', false],
  [[], false],
  [null, false],
])('what was kept is believed when the list can be asked for it: %j', (kept, believed) => {
  const taken = RequestFilters.omit({ text: true }).safeParse(kept).success
  expect([isChosenFilters(kept), taken]).toEqual([believed, believed])
})
