import {
  columnOrderingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import type { RequestRow } from '../../contract/desk.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { COLUMNS, sortOf } from './list-columns.ts'

/** What the table itself looks after: its columns and how they are sorted. The rows are SQLite's. */
export const features = tableFeatures({ rowSortingFeature, columnOrderingFeature, columnVisibilityFeature })
const column = createColumnHelper<typeof features, RequestRow>()

/** The columns of the list: their heads, and whether they sort. Their cells are drawn by the line. */
export const columns = column.columns(
  COLUMNS.map((id) =>
    column.accessor((request) => request.id, {
      id,
      header: REQUESTS.columns[id],
      enableSorting: sortOf(id) !== null,
      enableHiding: id !== 'candidate',
    }),
  ),
)
