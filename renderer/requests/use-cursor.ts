import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { api } from '../api.ts'
import { asAsked, type InSight, type RequestPages } from './use-request-pages.ts'

/** Where the row stands that has the keyboard, and whose it is once it was read. */
type Place = { index: number; id: string | null }

export type Cursor = ReturnType<typeof useCursor>

type CursorOptions = {
  pages: RequestPages
  inSight: RefObject<InSight>
  total: number
  table: RefObject<HTMLTableElement | null>
  /** The request whose file is open, perhaps from another screen: the cursor goes to it. */
  openId: string | null
}

/**
 * The row that has the keyboard. It is a request, not a place: when a sync moves it the cursor moves with it, and the focus, wherever
 * its row was drawn again.
 */
export function useCursor({ pages, inSight, total, table, openId }: CursorOptions) {
  const { query, rowAt, indexOf } = pages
  const [cursor, setCursor] = useState<Place>({ index: 0, id: null })
  const reveal = useRef<'focus' | 'scroll' | null>(null)
  const hasFocus = useRef(false)
  const cursorId = useRef(cursor.id)
  useEffect(() => {
    cursorId.current = cursor.id
  })
  // Where its row stands now, at once: a key pressed before the cursor has followed must not fall on whoever took its place.
  const known = cursor.id === null ? undefined : indexOf(cursor.id)
  const active = Math.min(known ?? cursor.index, Math.max(0, total - 1))

  const find = useCallback(
    async (id: string): Promise<number | null> => {
      const known = indexOf(id)
      if (known !== undefined) return known
      const asked = { query: asAsked(query, inSight.current), requestId: id }
      return (await api.call('request.position', asked)).position
    },
    [indexOf, query, inSight],
  )
  // Another list: the cursor begins at its top, or on the file that is open beside it.
  const listed = useRef(query)
  useEffect(() => {
    if (listed.current === query) return
    listed.current = query
    setCursor({ index: 0, id: null })
  }, [query])
  const sought = useRef<string | null>(null)
  useEffect(() => {
    // Once for each file opened and each list: afterwards the cursor is free to leave.
    const search = openId && `${openId} ${JSON.stringify(query)}`
    if (search === sought.current) return
    sought.current = search
    if (openId === null || openId === cursorId.current) return
    find(openId).then(
      (index) => {
        if (index === null || sought.current !== search) return
        reveal.current ??= 'scroll'
        setCursor({ index, id: openId })
      },
      () => undefined,
    )
  }, [openId, query, find])
  useEffect(() => {
    const here = rowAt(active)
    if (!here || here.id === cursor.id) return
    const { id } = cursor
    if (id === null) return setCursor({ index: active, id: here.id })
    let wanted = true
    find(id).then(
      (index) => wanted && setCursor(index === null ? { index: active, id: null } : { index, id }),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [rowAt, active, cursor, find])

  // After each drawing: the row may have had to be read, or was drawn elsewhere and has lost the focus with its place.
  useLayoutEffect(() => {
    const grid = table.current
    if (!grid) return
    const row = grid.querySelector<HTMLElement>(`tbody tr[aria-rowindex="${active + 2}"]`)
    if (reveal.current === null) {
      // Its own row alone: the one that took its place is somebody else.
      const isOwn = rowAt(active)?.id === cursor.id
      if (row && isOwn && hasFocus.current && document.activeElement === document.body)
        row.focus({ preventScroll: true })
      return
    }
    if (row) {
      if (reveal.current === 'focus') row.focus({ preventScroll: true })
      row.scrollIntoView({ block: 'nearest' })
      reveal.current = null
      return
    }
    // Not read yet: keys must not fall beside the list meanwhile.
    if (reveal.current === 'focus') grid.focus({ preventScroll: true })
    const bodies = [...grid.querySelectorAll<HTMLElement>('tbody[data-start]')]
    bodies.findLast(({ dataset }) => Number(dataset.start) <= active)?.scrollIntoView({ block: 'nearest' })
  })

  return {
    active,
    cursorId: cursor.id,
    /** Gives the keyboard to a row, and brings it in sight. */
    moveTo: (index: number) => {
      const to = Math.min(total - 1, Math.max(0, index))
      if (to < 0) return
      const id = rowAt(to)?.id ?? null
      reveal.current = 'focus'
      setCursor({ index: to, id })
      return id
    },
    /** The row took the focus by itself: by a click, by Tab. */
    noteFocus: (index: number) => {
      hasFocus.current = true
      const id = rowAt(index)?.id
      if (id !== undefined) setCursor((before) => (before.id === id ? before : { index, id }))
    },
    noteBlur: ({ target, relatedTarget }: { target: Element; relatedTarget: Element | null }) => {
      if (relatedTarget !== null) hasFocus.current = false
      // A click on nothing gives the focus up; a row that is drawn elsewhere only loses it.
      else
        setTimeout(() => {
          if (target.isConnected && document.activeElement === document.body) hasFocus.current = false
        })
    },
    hasFocus: () => table.current?.contains(document.activeElement) ?? false,
  }
}
