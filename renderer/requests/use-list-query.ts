import { useMemo, useState } from 'react'
import { useKept } from '../../kit/kept.ts'
import { useOffice } from '../frame/office.tsx'
import type { Filter } from './filter-bar.tsx'
import { type ColumnId, sortOf } from './list-columns.ts'
import {
  type ChosenFilters,
  FIRST_FILTERS,
  isChosenFilters,
  type ListQuery,
  NARROWINGS,
  typedText,
  without,
} from './list-look.ts'
import { FIRST_SORT, isSort, nextSort, type SortBy } from './list-sort.ts'

/** Lists asked for since the window opened. */
let lists = 0

/** What a person asks of the list: filters and order, kept for them; words, which are of the moment. */
export function useListQuery() {
  const { session } = useOffice()
  const [chosen, setChosen] = useKept<ChosenFilters>('requests.filters', FIRST_FILTERS, isChosenFilters)
  const [sort, setSort] = useKept<readonly SortBy[]>('requests.sort', FIRST_SORT, isSort)
  const [typed, setTyped] = useKept('requests.text', '')
  const { text, cut } = useMemo(() => typedText(typed), [typed])
  // Words are looked for in every state, unless one is chosen meanwhile; erased, they give back what was chosen before.
  const searching = text.trim() !== ''
  const [stateSearched, setStateSearched] = useState<Filter>('all')
  if (!searching && stateSearched !== 'all') setStateSearched('all')
  const state = searching ? stateSearched : chosen.state
  const filters = useMemo<ChosenFilters>(() => ({ ...chosen, state }), [chosen, state])
  const words = text.trim()
  const filtered = useMemo(() => {
    lists += 1
    return { list: lists, sessionId: session.id, filters: { ...filters, text: words } }
  }, [session.id, filters, words])
  const query = useMemo<ListQuery>(() => ({ ...filtered, sort: [...sort] }), [filtered, sort])
  const change = useMemo(
    () => ({
      type: setTyped,
      choose: ({ state: chosenState, ...others }: Partial<ChosenFilters>) => {
        if (searching && chosenState) setStateSearched(chosenState)
        setChosen((one) => ({ ...one, ...others, ...(!searching && chosenState ? { state: chosenState } : {}) }))
      },
      /** Ends everything that narrows the list but the state. */
      clear: () => {
        setTyped('')
        setChosen((one) => without(one, NARROWINGS))
      },
      showAll: () => {
        setTyped('')
        setChosen({ ...FIRST_FILTERS, state: 'all' })
      },
      sortBy: (column: ColumnId, add: boolean) => {
        const by = sortOf(column)
        if (by) setSort((one) => nextSort(one, by, add))
      },
    }),
    [searching, setTyped, setChosen, setSort],
  )
  return useMemo(
    () => ({ query, filters, sort, typed, cut, searching, ...change }),
    [query, filters, sort, typed, cut, searching, change],
  )
}
