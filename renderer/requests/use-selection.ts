import { type SetStateAction, useCallback, useRef } from 'react'
import { MOST_ROWS } from '../../contract/limits.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { api } from '../api.ts'
import { useToast } from '../ui/toast.tsx'
import type { InSight, RequestPages } from './use-request-pages.ts'
import { asAsked } from './use-request-pages.ts'

export type Selected = Readonly<Record<string, true>>
export const NOBODY: Selected = {}

export type Selection = {
  selected: Selected
  toggle: (index: number) => void
  /** From the row last ticked, or walked from, to this one. */
  extendTo: (index: number, from: number) => void
  all: () => void
  none: () => void
}

/** Where a range begins, and what was selected beside it. */
type Anchor = { index: number; id: string | undefined; beside: Selected }

/** Which requests are selected: ticked one by one, by ranges, all at once; those that are not read yet too. */
export function useSelection(
  pages: RequestPages,
  inSight: React.RefObject<InSight>,
  selected: Selected,
  setSelected: (action: SetStateAction<Selected>) => void,
): Selection {
  const say = useToast()
  const anchor = useRef<Anchor | null>(null)
  const { query, rowAt } = pages
  const last = useRef(0)

  const selectOnly = useCallback(
    (ids: readonly string[], beside: Selected, whole: number) => {
      const next: Record<string, true> = { ...beside }
      for (const id of ids) if (Object.keys(next).length < MOST_ROWS) next[id] = true
      setSelected(next)
      if (whole > MOST_ROWS) say(REQUESTS.selectedMost(MOST_ROWS, whole))
    },
    [setSelected, say],
  )
  const toggle = (index: number) => {
    const id = rowAt(index)?.id
    if (id === undefined) return
    const { [id]: was, ...others } = selected
    if (!was && Object.keys(selected).length >= MOST_ROWS) return say(REQUESTS.tooMany(MOST_ROWS))
    const next: Selected = was ? others : { ...selected, [id]: true }
    anchor.current = { index, id, beside: next }
    setSelected(next)
  }
  const extendTo = (index: number, from: number) => {
    const here = anchor.current
    const start =
      here && rowAt(here.index)?.id === here.id ? here : { index: from, id: rowAt(from)?.id, beside: selected }
    anchor.current = start
    const [low, high] = [Math.min(start.index, index), Math.max(start.index, index)]
    const rows = Array.from({ length: Math.min(high - low + 1, MOST_ROWS) }, (_, offset) => rowAt(low + offset)?.id)
    const ids = rows.flatMap((id) => id ?? [])
    last.current += 1
    if (ids.length === rows.length) return selectOnly(ids, start.beside, high - low + 1)
    // Some were never read: the range is asked for, unless another one is made meanwhile.
    const turn = last.current
    const asked = { ...asAsked(query, inSight.current), from: low, count: rows.length }
    api
      .call('request.page', asked)
      .then(
        (page) =>
          turn === last.current &&
          selectOnly(
            page.rows.map(({ id }) => id),
            start.beside,
            high - low + 1,
          ),
      )
      .catch(() => say(REQUESTS.notSelected))
  }
  const all = () => {
    anchor.current = null
    last.current += 1
    const turn = last.current
    api
      .call('request.ids', asAsked(query, inSight.current))
      .then(({ ids, total }) => turn === last.current && selectOnly(ids, NOBODY, total))
      .catch(() => say(REQUESTS.notSelected))
  }
  const none = () => {
    anchor.current = null
    last.current += 1
    setSelected(NOBODY)
  }
  return { selected, toggle, extendTo, all, none }
}
