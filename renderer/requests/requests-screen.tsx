import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useKept } from '../../kit/kept.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { PaymentDialog } from '../payments/payment-dialog.tsx'
import { ErrorState, Loading } from '../ui/empty-state.tsx'
import { CollectDialog } from './collect-dialog.tsx'
import type { PayerOwing } from './collectable.ts'
import { shortExamCodes } from './exam-names.ts'
import { seatsOf } from './feasibility.ts'
import { columnsShown, FIRST_COLUMNS, isColumnChoice, mendColumns } from './list-columns.ts'
import { ListHead } from './list-head.tsx'
import { NothingShown } from './nothing-shown.tsx'
import { RefuseDialog } from './refuse-dialog.tsx'
import { RequestFile } from './request-file.tsx'
import { RequestTable } from './request-table.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { useChangedRows } from './use-changed-rows.ts'
import { useCursor } from './use-cursor.ts'
import { useListKeys } from './use-list-keys.ts'
import { useListQuery } from './use-list-query.ts'
import { useOpenId } from './use-open-id.ts'
import { type InSight, isSamePages, useRequestPages } from './use-request-pages.ts'
import { NOBODY, type Selected, useSelection } from './use-selection.ts'
import type { RefuseTarget } from './use-targets-now.ts'

const FIRST_ROWS: readonly number[] = [0]
const NOT_DECIDED: readonly string[] = []

/** Demandes: the list, what is selected in it, and the file of one request at its side. */
export function RequestsScreen() {
  const { session } = useOffice()
  // Another session is another list: nothing of the one before stays on the screen.
  return <SessionRequests key={session.id} />
}

function SessionRequests() {
  const { desk, session } = useOffice()
  const offerings = useRows('offering.list', { sessionId: session.id })
  const seats = useMemo(() => seatsOf(offerings.data ?? []), [offerings.data])
  const shortCodes = useMemo(
    () => shortExamCodes(desk.exams.filter(({ sessionId }) => sessionId === session.id)),
    [desk.exams, session.id],
  )
  const list = useListQuery()
  const [openId, setOpenId, openedElsewhere] = useOpenId()
  // Of this visit alone: a letter must never act on people ticked before one went elsewhere.
  const [selected, setSelected] = useState<Selected>(NOBODY)
  const [decided, setDecided] = useState(NOT_DECIDED)
  const [near, setNear] = useState(FIRST_ROWS)
  // Only another page is news to the screen.
  const onNear = useCallback(
    (starts: readonly number[]) => setNear((before) => (isSamePages(before, starts) ? before : starts)),
    [],
  )
  const [columns, setColumns] = useKept('requests.columns', FIRST_COLUMNS, isColumnChoice)
  const choice = useMemo(() => mendColumns(columns), [columns])
  const shown = useMemo(() => columnsShown(choice), [choice])
  const [choosingColumns, setChoosingColumns] = useState(false)
  const [refusing, setRefusing] = useState<RefuseTarget[] | null>(null)
  const [collecting, setCollecting] = useState<string | null>(null)
  const [owing, setOwing] = useState<PayerOwing[] | null>(null)
  const table = useRef<HTMLTableElement>(null)

  const inSight = useRef<InSight>({ list: 0, ids: [] })
  const pages = useRequestPages(list.query, inSight, near)
  const { head, query } = pages
  const total = head?.total ?? 0
  const cursor = useCursor({ pages, inSight, total, table, openId })
  const selection = useSelection(pages, inSight, selected, setSelected)
  const changed = useChangedRows(pages.rows)
  const ids = useMemo(() => Object.keys(selected), [selected])
  const people = useRows('request.rows', ids.length > 0 ? { requestIds: ids } : null, { keep: true })
  useEffect(() => {
    const { cursorId } = cursor
    inSight.current = { list: query.list, ids: [...decided, ...(cursorId ? [cursorId] : []), ...ids] }
  })

  const keepInSight = useCallback(
    (some: readonly string[]) => setDecided((before) => [...new Set([...some, ...before])]),
    [],
  )
  // Another list begins at its top, with nobody selected that is not in sight.
  const { list: asked } = list.query
  const filteredAs = useRef(asked)
  useEffect(() => {
    if (filteredAs.current === asked) return
    filteredAs.current = asked
    setSelected(NOBODY)
    setDecided(NOT_DECIDED)
  }, [asked])
  // Somebody was looked for and opened: letters act on them, and on nobody ticked before.
  useEffect(() => {
    if (openedElsewhere) setSelected(NOBODY)
  }, [openedElsewhere])
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each other list
  useEffect(() => {
    table.current?.parentElement?.scrollTo({ top: 0 })
  }, [query])

  const known = openId === null ? undefined : pages.rows.get(openId)
  const file = useRows('request.file', openId === null ? null : { requestId: openId })
  const read = file.data?.request
  const own = read?.id === openId && read.sessionId === session.id ? read : undefined
  // After a click the file is read before the list; kept from an earlier look, it may be older.
  const open = openId === null ? null : ((file.isStale ? undefined : own) ?? known ?? own ?? null)
  const focusList = useCallback(() => {
    table.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus({ preventScroll: true })
  }, [])
  const close = useCallback(() => {
    setOpenId(null)
    focusList()
  }, [setOpenId, focusList])
  const current = open ?? (cursor.cursorId ? pages.rows.get(cursor.cursorId) : undefined) ?? null
  useListKeys({
    ...{ cursor, selection, current, open, total, focusList, setOpenId, keepInSight },
    hasSelection: ids.length > 0,
    refuse: setRefusing,
    collect: setCollecting,
    chooseColumns: () => setChoosingColumns(true),
  })

  if (pages.isError || offerings.isError)
    return <ErrorState retry={() => void Promise.all([pages.retry(), offerings.refetch()])} />
  if (!head || !offerings.data) return <Loading />
  const payer = collecting === null ? null : (pages.rows.get(collecting) ?? open)
  return (
    <div className={`requests${open ? ' with-file' : ''}`}>
      <ListHead
        list={list}
        head={head}
        offerings={offerings.data}
        choice={choice}
        choose={setColumns}
        choosing={choosingColumns}
        setChoosing={setChoosingColumns}
        leave={focusList}
      />
      <div className="list">
        <div className="card table-card">
          {total > 0 ? (
            <RequestTable
              ref={table}
              pages={pages}
              total={total}
              cursor={cursor}
              columns={shown}
              sort={list.sort}
              sortBy={list.sortBy}
              seats={seats}
              shortCodes={shortCodes}
              selection={selection}
              changed={changed}
              openId={open?.id ?? null}
              open={setOpenId}
              close={close}
              onNear={onNear}
            />
          ) : (
            <NothingShown filters={query.filters} showAll={list.showAll} />
          )}
        </div>
      </div>
      {open ? (
        <RequestFile
          key={open.id}
          request={open}
          seats={seats}
          close={close}
          refuse={setRefusing}
          keepInSight={keepInSight}
          keys={ids.length === 0}
        />
      ) : null}
      {ids.length > 0 ? (
        <SelectionBar
          count={ids.length}
          selected={people.data ?? []}
          current={people.data !== undefined && !people.isPlaceholderData}
          exam={query.filters.exam}
          seats={seats}
          refuse={setRefusing}
          collect={setOwing}
          keepInSight={keepInSight}
          clear={selection.none}
        />
      ) : null}
      {refusing ? (
        <RefuseDialog
          targets={refusing}
          onClose={() => setRefusing(null)}
          onRefused={(ids) => {
            keepInSight(ids)
            selection.none()
          }}
        />
      ) : null}
      {owing ? (
        <CollectDialog
          selected={people.data ?? []}
          payers={owing}
          onClose={() => setOwing(null)}
          onTaken={(ids) => {
            keepInSight(ids)
            // The other payers' stay ticked: theirs is taken next.
            setSelected((before) =>
              Object.fromEntries(Object.keys(before).flatMap((id) => (ids.includes(id) ? [] : [[id, true as const]]))),
            )
          }}
        />
      ) : null}
      {payer ? (
        <PaymentDialog request={payer} onClose={() => setCollecting(null)} onTaken={() => keepInSight([payer.id])} />
      ) : null}
    </div>
  )
}
