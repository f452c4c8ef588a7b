import { type SortingState, useTable } from '@tanstack/react-table'
import {
  type FocusEvent,
  type KeyboardEvent,
  type Ref,
  type SetStateAction,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { useKept } from '../../kit/kept.ts'
import { WindowedRows } from '../../kit/windowed-rows.tsx'
import { REQUESTS } from '../../text/screens/requests.ts'
import type { Seats } from './feasibility.ts'
import { columns, features } from './request-columns.ts'
import { RequestLine } from './request-line.tsx'
import { RequestTableHead } from './request-table-head.tsx'

type RequestTableProps = {
  ref: Ref<HTMLTableElement>
  requests: RequestRow[]
  seats: Seats
  shortCodes: ReadonlyMap<string, string>
  selection: Record<string, true>
  setSelection: (action: SetStateAction<Record<string, true>>) => void
  openId: string | null
  setOpenId: (id: string | null) => void
}

/** The list as a grid: one row has the keyboard, arrows move it, Espace selects, Entrée opens the file. */
export function RequestTable({
  ref,
  requests,
  seats,
  shortCodes,
  selection,
  setSelection,
  openId,
  setOpenId,
}: RequestTableProps) {
  const [sorting, setSorting] = useKept<SortingState>('requests.sorting', [{ id: 'receivedAt', desc: false }])
  const table = useTable({
    features,
    columns,
    data: requests,
    getRowId: (request) => request.id,
    enableSortingRemoval: false,
    state: { sorting, rowSelection: selection },
    onSortingChange: setSorting,
    onRowSelectionChange: setSelection,
  })
  const { rows } = table.getRowModel()
  const scroller = useRef<HTMLDivElement>(null)
  const element = useRef<HTMLTableElement>(null)
  useImperativeHandle(ref, () => element.current as HTMLTableElement, [])
  const [activeId, setActiveId] = useState<string | null>(null)
  const known = rows.findIndex(({ id }) => id === (activeId ?? openId))
  const active = Math.max(0, known)
  const wantsFocus = useRef(false)

  // The row may have to be drawn before it can take the focus.
  useEffect(() => {
    if (!wantsFocus.current || !activeId) return
    wantsFocus.current = false
    element.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus()
  }, [activeId])

  const moveTo = (index: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))]
    if (!row) return
    wantsFocus.current = true
    setActiveId(row.id)
    if (openId) setOpenId(row.id)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 8,
      PageUp: -8,
      Home: -rows.length,
      End: rows.length,
    }
    const step = steps[event.key]
    const row = rows[active]
    if (!(event.target as HTMLElement).closest('tbody') || !row) return
    if (step !== undefined) moveTo(active + step)
    else if (event.key === ' ')
      row.getToggleSelectedHandler()({ target: { checked: !row.getIsSelected() }, shiftKey: event.shiftKey })
    else if (event.key === 'Enter') {
      setOpenId(row.id)
      if (openId === row.id) document.querySelector<HTMLElement>('aside.file')?.focus()
    } else if (event.key === 'Escape' && openId) setOpenId(null)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) table.toggleAllRowsSelected(true)
    else return
    event.preventDefault()
  }
  // A row that took the focus by itself (from the search field, by a click) is the one that the arrows leave from.
  const onFocus = (event: FocusEvent<HTMLTableElement>) => {
    const index = Number((event.target as HTMLElement).closest('tbody tr')?.getAttribute('aria-rowindex')) - 2
    const row = rows[index]
    if (row) setActiveId(row.id)
  }
  const open = useCallback(
    (id: string) => {
      setActiveId(id)
      setOpenId(id)
    },
    [setOpenId],
  )
  return (
    <div className="table-box" ref={scroller}>
      <table
        ref={element}
        className="rows request-rows"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that the keyboard walks through
        role="grid"
        aria-label={REQUESTS.table}
        aria-rowcount={rows.length + 1}
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        <RequestTableHead table={table} />
        <WindowedRows
          rows={rows}
          keyOf={(row) => row.id}
          kept={active}
          guess={58}
          scroller={scroller}
          draw={(row, index) => (
            <RequestLine
              request={row.original}
              index={index}
              seats={seats}
              shortCodes={shortCodes}
              selected={selection[row.id] === true}
              current={row.id === openId}
              active={index === active}
              toggle={row.getToggleSelectedHandler()}
              open={open}
            />
          )}
        />
      </table>
    </div>
  )
}
