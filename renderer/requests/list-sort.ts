import { REQUEST_SORTS, type RequestSort } from '../../contract/choices.ts'
import { isListOf, isOneOf, isShaped, isYesNo } from '../../kit/accepts.ts'

/** One criterion of the order of the list. */
export type SortBy = { by: RequestSort; desc: boolean }

/** As many as the contract takes. */
export const MOST_SORTS = 4
export const FIRST_SORT: readonly SortBy[] = [{ by: 'receivedAt', desc: false }]

const isSorts = isListOf(isShaped({ by: isOneOf(...REQUEST_SORTS), desc: isYesNo }))
export const isSort = (value: unknown): value is readonly SortBy[] =>
  isSorts(value) &&
  value.length > 0 &&
  value.length <= MOST_SORTS &&
  new Set(value.map(({ by }) => by)).size === value.length

/**
 * The order after a click on a head: by that column, turned round when it was the only one. Added to the others (Maj), it comes last;
 * a second time it turns round, a third time it goes.
 */
export function nextSort(sort: readonly SortBy[], by: RequestSort, add: boolean): readonly SortBy[] {
  const known = sort.find((one) => one.by === by)
  if (!add) return [{ by, desc: known !== undefined && sort.length === 1 ? !known.desc : false }]
  if (!known) return sort.length < MOST_SORTS ? [...sort, { by, desc: false }] : sort
  if (!known.desc) return sort.map((one) => (one === known ? { by, desc: true } : one))
  return sort.length > 1 ? sort.filter((one) => one !== known) : [{ by, desc: false }]
}
