import type { ReactTable } from '@tanstack/react-table'
import type { RequestRow } from '../../contract/desk.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import type { features } from './request-columns.ts'

/** The heads of the list: one box for all that is shown, and a button on each column that sorts. */
export function RequestTableHead({ table }: { table: ReactTable<typeof features, RequestRow> }) {
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
              checked={table.getIsAllRowsSelected()}
              ref={(box) => {
                if (box) box.indeterminate = table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()
              }}
              onChange={table.getToggleAllRowsSelectedHandler()}
            />
          </th>
          {group.headers.map((header) => {
            const sorted = header.column.getIsSorted()
            return (
              <th
                key={header.id}
                scope="col"
                className={`c-${header.id}`}
                aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : undefined}
              >
                {header.column.getCanSort() ? (
                  <button type="button" className="sort" onClick={header.column.getToggleSortingHandler()}>
                    <table.FlexRender header={header} />
                    <span aria-hidden="true">{sorted ? (sorted === 'asc' ? ' ↑' : ' ↓') : ''}</span>
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
