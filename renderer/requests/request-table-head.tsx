import type { ReactTable } from '@tanstack/react-table'
import type { RequestRow } from '../../contract/desk.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import type { ColumnId } from './list-columns.ts'
import { sortOf } from './list-columns.ts'
import type { SortBy } from './list-sort.ts'
import type { features } from './request-columns.ts'

type RequestTableHeadProps = {
  table: ReactTable<typeof features, RequestRow>
  sort: readonly SortBy[]
  /** Sorts by a column; `add`: beside those it is already sorted by. */
  sortBy: (column: ColumnId, add: boolean) => void
  /** Whether all that can be, some or none of the list is selected. */
  selected: 'all' | 'some' | 'none'
  toggleAll: () => void
}

/** The heads of the list: one box for all of it, and a button on each column that sorts. */
export function RequestTableHead({ table, sort, sortBy, selected, toggleAll }: RequestTableHeadProps) {
  return (
    <thead>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} aria-rowindex={1}>
          <th className="c-select" scope="col">
            <input
              type="checkbox"
              className="box"
              aria-label={REQUESTS.selectAll}
              title={REQUESTS.selectAll}
              checked={selected === 'all'}
              ref={(box) => {
                if (box) box.indeterminate = selected === 'some'
              }}
              onChange={toggleAll}
            />
          </th>
          {group.headers.map((header) => {
            const id = header.column.id as ColumnId
            const rank = sort.findIndex(({ by }) => by === sortOf(id))
            const sorted = header.column.getIsSorted()
            return (
              <th
                key={id}
                scope="col"
                className={`c-${id}`}
                // One head alone may tell it so; the rank of the others is in their words.
                aria-sort={rank === 0 ? (sorted === 'asc' ? 'ascending' : 'descending') : undefined}
              >
                {header.column.getCanSort() ? (
                  <button
                    type="button"
                    className="sort"
                    title={REQUESTS.sortHint}
                    onClick={(event) => sortBy(id, event.shiftKey)}
                  >
                    <table.FlexRender header={header} />
                    {sorted ? (
                      <>
                        <span aria-hidden="true">{sorted === 'asc' ? ' ↑' : ' ↓'}</span>
                        {sort.length > 1 ? (
                          <span className="rank" aria-hidden="true">
                            {rank + 1}
                          </span>
                        ) : null}
                        <span className="visually-hidden">
                          {' '}
                          {REQUESTS.sortedBy(sort.length > 1 ? rank + 1 : null, sorted === 'desc')}
                        </span>
                      </>
                    ) : null}
                  </button>
                ) : (
                  <table.FlexRender header={header} />
                )}
              </th>
            )
          })}
        </tr>
      ))}
    </thead>
  )
}
