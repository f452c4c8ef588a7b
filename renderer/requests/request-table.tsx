import { useTable } from '@tanstack/react-table'
import { type KeyboardEvent, type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef } from 'react'
import { fullName } from '../../domain/candidate.ts'
import { WindowedChunks } from '../../kit/windowed-chunks.tsx'
import { REQUESTS } from '../../text/screens/requests.ts'
import type { Seats } from './feasibility.ts'
import { type ColumnId, columnsIn, leastWidth, type Room, widthOf } from './list-columns.ts'
import type { SortBy } from './list-sort.ts'
import { columns as everyColumn, features } from './request-columns.ts'
import { RequestLine } from './request-line.tsx'
import { RequestTableHead } from './request-table-head.tsx'
import type { Cursor } from './use-cursor.ts'
import type { RequestPages } from './use-request-pages.ts'
import { useRoom } from './use-room.ts'
import type { Selection } from './use-selection.ts'

const NO_ROW: never[] = []
/** A guess of a row's height, in CSS pixels. */
const ROW_GUESS = 52
const BOXES: Readonly<Record<Room, string>> = {
  wide: 'table-box',
  middle: 'table-box folded',
  narrow: 'table-box folded beside-file',
}
/** Rows that « Page suiv. » walks. */
const PAGE_STEP = 8

type RequestTableProps = {
  ref: Ref<HTMLTableElement>
  pages: RequestPages
  total: number
  cursor: Cursor
  columns: readonly ColumnId[]
  sort: readonly SortBy[]
  sortBy: (column: ColumnId, add: boolean) => void
  seats: Seats
  shortCodes: ReadonlyMap<string, string>
  selection: Selection
  changed: ReadonlySet<string>
  openId: string | null
  open: (requestId: string) => void
  close: () => void
  onNear: (starts: readonly number[]) => void
}

/** The list as a grid: one row has the keyboard, arrows move it, Espace selects, Entrée opens the file. */
export function RequestTable(props: RequestTableProps) {
  const { ref, pages, total, cursor, columns, sort, sortBy, seats, shortCodes, selection, openId } = props
  const { active, moveTo, noteFocus, noteBlur } = cursor
  const sorting = useMemo(() => sort.map(({ by, desc }) => ({ id: by, desc })), [sort])
  const scroller = useRef<HTMLDivElement>(null)
  const room = useRoom(scroller, openId !== null)
  const drawn = useMemo(() => columnsIn(room, columns), [room, columns])

  const visible = useMemo(
    () => Object.fromEntries(everyColumn.map(({ id }) => [id, drawn.includes(id as ColumnId)])),
    [drawn],
  )
  const table = useTable({
    features,
    columns: everyColumn,
    data: NO_ROW,
    manualSorting: true,
    state: { sorting, columnOrder: [...drawn], columnVisibility: visible },
  })
  const element = useRef<HTMLTableElement>(null)
  useImperativeHandle(ref, () => element.current as HTMLTableElement, [])

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if ((event.target as HTMLElement).closest('thead')) return
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: PAGE_STEP,
      PageUp: -PAGE_STEP,
      Home: -total,
      End: total,
    }
    const step = steps[event.key]
    const row = pages.rowAt(active)
    if (step !== undefined && !event.altKey) {
      const from = active
      const to = Math.min(total - 1, Math.max(0, active + step))
      walkTo(to)
      if (event.shiftKey) selection.extendTo(to, from)
    } else if (event.key === ' ') selection.toggle(active)
    else if (event.key === 'Enter' && row) openOrEnter(row.id)
    else if (event.key === 'Escape' && openId) props.close()
    else if (event.key === 'Escape' && Object.keys(selection.selected).length > 0) selection.none()
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) selection.all()
    else return
    event.preventDefault()
  }
  const walkTo = (index: number) => {
    const id = moveTo(index)
    if (openId !== null && id) props.open(id)
  }
  const openOrEnter = (id: string) => {
    props.open(id)
    if (openId === id) document.querySelector<HTMLElement>('aside.file')?.focus()
  }

  // The lines are drawn again only when what they are given changes: these two never do.
  const latest = useRef({ selection, noteFocus, open: props.open, active })
  useEffect(() => {
    latest.current = { selection, noteFocus, open: props.open, active }
  })
  const select = useCallback((index: number, extend: boolean) => {
    const { selection, active, noteFocus } = latest.current
    if (extend) selection.extendTo(index, active)
    else selection.toggle(index)
    noteFocus(index)
  }, [])
  const open = useCallback((index: number, id: string) => {
    latest.current.noteFocus(index)
    latest.current.open(id)
  }, [])

  const count = Object.keys(selection.selected).length
  return (
    <div className={BOXES[room]} ref={scroller}>
      <table
        ref={element}
        className="rows request-rows"
        style={{ minWidth: leastWidth(drawn, room) }}
        tabIndex={-1}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that the keyboard walks through
        role="grid"
        aria-label={REQUESTS.table}
        aria-describedby="requests-sorted"
        aria-rowcount={total + 1}
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const index = rowOf(event.target)
          if (index !== null) noteFocus(index)
        }}
        onBlur={noteBlur}
      >
        <colgroup>
          <col className="c-select" />
          {drawn.map((id) => (
            <col key={id} style={{ width: widthOf(id, room) }} />
          ))}
        </colgroup>
        <RequestTableHead
          table={table}
          sort={sort}
          sortBy={sortBy}
          selected={count === 0 ? 'none' : count >= total ? 'all' : 'some'}
          toggleAll={() => (count > 0 ? selection.none() : selection.all())}
        />
        <WindowedChunks
          count={total}
          kept={active}
          guess={ROW_GUESS}
          scroller={scroller}
          onNear={props.onNear}
          draw={(start, end) => {
            if (!pages.rowAt(start)) return null
            return Array.from({ length: end - start }, (_, offset) => {
              const index = start + offset
              const request = pages.rowAt(index)
              if (!request) return null
              return (
                <RequestLine
                  key={request.id}
                  request={request}
                  index={index}
                  columns={drawn}
                  seats={seats}
                  shortCodes={shortCodes}
                  selected={selection.selected[request.id] === true}
                  current={request.id === openId}
                  active={index === active}
                  changed={props.changed.has(request.id)}
                  select={select}
                  open={open}
                />
              )
            })
          }}
        />
      </table>
      <Said pages={pages} changed={props.changed} sort={sort} />
    </div>
  )
}

/** What the eye sees and the ear must be told: how the list is sorted, and what changed in it by itself. */
function Said({ pages, changed, sort }: Pick<RequestTableProps, 'pages' | 'changed' | 'sort'>) {
  const names = [...changed].flatMap((id) => {
    const row = pages.rows.get(id)
    return row ? [fullName(row.candidate)] : []
  })
  return (
    <>
      <p className="visually-hidden" id="requests-sorted" role="status">
        {REQUESTS.sorted(sort.map(({ by, desc }) => ({ column: REQUESTS.columns[by], desc })))}
      </p>
      <p className="visually-hidden" role="status">
        {names.length > 0 ? REQUESTS.changedSaid(names) : ''}
      </p>
    </>
  )
}

/** The position of the row that holds an element; null outside of the rows. */
function rowOf(element: Element): number | null {
  const at = element.closest('tbody tr')?.getAttribute('aria-rowindex')
  return at ? Number(at) - 2 : null
}
