import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { useKept } from '../../kit/kept.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state.tsx'
import { DataCheckTools } from './data-check-tools.tsx'
import { shortExamCodes } from './exam-names.ts'
import { seatsOf } from './feasibility.ts'
import { FilterBar } from './filter-bar.tsx'
import { OPEN_REQUEST } from './kept-keys.ts'
import { RefuseDialog, type RefuseTarget } from './refuse-dialog.tsx'
import { RequestFile } from './request-file.tsx'
import { ANY, type Filter, type Filters, filterRequests } from './request-filters.ts'
import { RequestTable } from './request-table.tsx'
import { SelectionBar } from './selection-bar.tsx'

const NO_REQUEST: RequestRow[] = []
const FIRST_FILTERS: Omit<Filters, 'text'> = { state: 'waiting', exam: ANY, software: ANY, unchecked: false }
const NOBODY: ReadonlySet<string> = new Set()

/** Demandes: the list, what is selected in it, and the file of one request at its side. */
export function RequestsScreen() {
  const { desk, session, search, setSearch } = useOffice()
  const requests = useRows('request.list', { sessionId: session.id })
  const offerings = useRows('offering.list', { sessionId: session.id })
  const [chosen, setChosen] = useKept('requests.filters', FIRST_FILTERS)
  const [selection, setSelection] = useKept<Record<string, true>>('requests.selection', {})
  const [openId, setOpenId] = useKept<string | null>(OPEN_REQUEST, null)
  const [refusing, setRefusing] = useState<RefuseTarget[] | null>(null)
  const [held, setHeld] = useState(NOBODY)
  const table = useRef<HTMLTableElement>(null)

  const seats = useMemo(() => seatsOf(offerings.data ?? []), [offerings.data])
  const shortCodes = useMemo(
    () => shortExamCodes(desk.exams.filter(({ sessionId }) => sessionId === session.id)),
    [desk.exams, session.id],
  )
  const text = useDeferredValue(search)
  // A search looks in every state, unless one is chosen while searching; emptied, it gives back what was chosen before.
  const searching = text.trim() !== ''
  const [stateSearched, setStateSearched] = useState<Filter>('all')
  if (!searching && stateSearched !== 'all') setStateSearched('all')
  const state = searching ? stateSearched : chosen.state
  const { exam, software, unchecked } = chosen
  const filters = useMemo<Filters>(
    () => ({ state, exam, software, unchecked, text }),
    [state, exam, software, unchecked, text],
  )
  const rows = requests.data ?? NO_REQUEST
  const {
    shown,
    counts,
    listed,
    unchecked: people,
  } = useMemo(() => filterRequests(rows, filters, seats, held, desk.now), [rows, filters, seats, held, desk.now])
  const selected = useMemo(() => shown.filter(({ id }) => selection[id]), [shown, selection])
  const open = rows.find(({ id }) => id === openId) ?? null

  const choose = (change: Partial<Omit<Filters, 'text'>>) => {
    const { state: chosenState = null, ...others } = change
    if (searching && chosenState) setStateSearched(chosenState)
    setChosen((one) => ({ ...one, ...(searching ? others : change) }))
    setSelection({})
    setHeld(NOBODY)
    // What is shown now begins at its top, not where the list before had been left.
    table.current?.parentElement?.scrollTo({ top: 0 })
  }
  const keepInSight = useCallback((ids: readonly string[]) => setHeld((before) => new Set([...before, ...ids])), [])
  const close = useCallback(() => {
    setOpenId(null)
    table.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus()
  }, [setOpenId])

  if (requests.isError || offerings.isError)
    return <ErrorState retry={() => void Promise.all([requests.refetch(), offerings.refetch()])} />
  if (!requests.data || !offerings.data) return <Loading />
  return (
    <div className={`requests${open ? ' with-file' : ''}`}>
      <div className="filters">
        <div className="head">
          <h1>{REQUESTS.title}</h1>
          {rows.length > 0 ? (
            <p>
              {listed < rows.length
                ? REQUESTS.narrowed(listed, rows.length)
                : REQUESTS.summary(counts.waiting, counts.due, counts.overdue, counts.confirmed)}
            </p>
          ) : null}
          {rows.length > 0 ? (
            <DataCheckTools requests={rows} on={unchecked} unchecked={people} choose={choose} />
          ) : null}
        </div>
        <FilterBar filters={filters} counts={counts} offerings={offerings.data} choose={choose} />
      </div>
      <div className="list">
        <div className="card table-card">
          {shown.length > 0 ? (
            <RequestTable
              ref={table}
              requests={shown}
              seats={seats}
              shortCodes={shortCodes}
              selection={selection}
              setSelection={setSelection}
              openId={open?.id ?? null}
              setOpenId={setOpenId}
            />
          ) : (
            <NothingShown
              filters={filters}
              search={search}
              clear={() => {
                setSearch('')
                choose({ ...FIRST_FILTERS, state: 'all' })
              }}
            />
          )}
        </div>
      </div>
      {open ? (
        <RequestFile
          key={open.id}
          request={open}
          requests={rows}
          seats={seats}
          close={close}
          refuse={setRefusing}
          keepInSight={keepInSight}
        />
      ) : null}
      {selected.length > 0 ? (
        <SelectionBar
          selected={selected}
          seats={seats}
          refuse={setRefusing}
          keepInSight={keepInSight}
          clear={() => setSelection({})}
        />
      ) : null}
      {refusing ? (
        <RefuseDialog
          targets={refusing}
          onClose={() => setRefusing(null)}
          onRefused={(ids) => {
            keepInSight(ids)
            setSelection({})
          }}
        />
      ) : null}
    </div>
  )
}

function NothingShown({ filters, search, clear }: { filters: Filters; search: string; clear: () => void }) {
  const narrowed = filters.exam !== ANY || filters.software !== ANY || filters.unchecked
  if (search) return <EmptyState icon="search" title={REQUESTS.noMatch(search)} text={REQUESTS.noMatchText} />
  if (!narrowed)
    return (
      <EmptyState icon="requests" title={REQUESTS.emptyTitle[filters.state]} text={REQUESTS.emptyText[filters.state]} />
    )
  return (
    <EmptyState icon="requests" title={REQUESTS.noneWithFilters} text={REQUESTS.emptyText.all}>
      <Button onPress={clear}>{REQUESTS.clearFilters}</Button>
    </EmptyState>
  )
}
