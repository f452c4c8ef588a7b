import { expect, it } from 'vitest'
import { FIRST_SORT, isSort, MOST_SORTS, nextSort, type SortBy } from './list-sort.ts'

const up = (by: SortBy['by']): SortBy => ({ by, desc: false })
const down = (by: SortBy['by']): SortBy => ({ by, desc: true })

it.each<[string, SortBy[], SortBy['by'], boolean, SortBy[]]>([
  ['another column takes its place', [up('receivedAt')], 'town', false, [up('town')]],
  ['the same one turns round', [up('town')], 'town', false, [down('town')]],
  ['and round again', [down('town')], 'town', false, [up('town')]],
  ['one of several becomes the only one, as at first', [up('town'), down('due')], 'due', false, [up('due')]],
  ['added, it comes last', [up('town')], 'due', true, [up('town'), up('due')]],
  ['added again, it turns round', [up('town'), up('due')], 'due', true, [up('town'), down('due')]],
  ['a third time, it goes', [up('town'), down('due')], 'due', true, [up('town')]],
  ['the only one never goes', [down('town')], 'town', true, [up('town')]],
])('%s', (_, before, by, add, after) => {
  expect(nextSort(before, by, add)).toEqual(after)
})

it('takes no more criteria than the contract does', () => {
  const full = [up('town'), up('due'), up('nuc'), up('state')]
  expect(full).toHaveLength(MOST_SORTS)
  expect(nextSort(full, 'payer', true)).toBe(full)
})

it.each([
  ['the first one', FIRST_SORT, true],
  ['none', [], false],
  ['a column twice', [up('town'), down('town')], false],
  ['a column of another version', [{ by: 'shoe-size', desc: false }], false],
  ['anything', 'town', false],
])('what was kept is believed when it can be: %s', (_, kept, believed) => {
  expect(isSort(kept)).toBe(believed)
})
