import {
  createColumnHelper,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import type { RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { ENTRY_STATUSES } from '../../domain/entry.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { compareCandidates } from './compare-candidates.ts'

/** What the list does with its rows. */
export const features = tableFeatures({
  rowSortingFeature,
  rowSelectionFeature,
  sortedRowModel: createSortedRowModel(),
})
const column = createColumnHelper<typeof features, RequestRow>()
/** After every real instant: a request without a deadline comes last. */
const NO_DEADLINE = '9999'

/** The columns of the list: their heads, and what they sort by. Their cells are drawn by the line. */
export const columns = column.columns([
  column.accessor((request) => fullName(request.candidate), {
    id: 'candidate',
    header: REQUESTS.columns.candidate,
    sortFn: (a, b) => compareCandidates(a.original.candidate, b.original.candidate),
  }),
  column.display({ id: 'exams', header: REQUESTS.columns.exams, enableSorting: false }),
  column.display({ id: 'possible', header: REQUESTS.columns.possible, enableSorting: false }),
  column.accessor('receivedAt', {
    id: 'receivedAt',
    header: REQUESTS.columns.receivedAt,
    sortFn: byText('receivedAt'),
  }),
  column.accessor((request) => Math.min(...request.entries.map(({ status }) => ENTRY_STATUSES.indexOf(status))), {
    id: 'state',
    header: REQUESTS.columns.state,
    sortFn: (a, b) => a.getValue<number>('state') - b.getValue<number>('state'),
  }),
  column.accessor((request) => deadlineOf(request), {
    id: 'deadline',
    header: REQUESTS.columns.deadline,
    sortFn: byText('deadline'),
  }),
])

type Sortable = { getValue: <V>(id: string) => V }
function byText(id: string): (a: Sortable, b: Sortable) => number {
  return (a, b) => (a.getValue<string>(id) < b.getValue<string>(id) ? -1 : 1)
}

function deadlineOf(request: RequestRow): string {
  const running = request.entries.flatMap(({ status, deadlineAt }) => (status === 'prevalidated' && deadlineAt) || [])
  return running.toSorted()[0] ?? NO_DEADLINE
}
