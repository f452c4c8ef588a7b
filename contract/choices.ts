import type { RequestFilters } from './desk-lists.ts'
import type { AttendanceOptions, RollCallOptions } from './sheet-options.ts'

/** What a person chooses among, and what stands as long as they have not chosen. */

/** What the list of requests can be sorted by, after which the date received and the id make the order whole. */
export const REQUEST_SORTS = [
  'candidate',
  'nuc',
  'exams',
  'receivedAt',
  'state',
  'deadline',
  'due',
  'payer',
  'bornOn',
  'town',
] as const
export type RequestSort = (typeof REQUEST_SORTS)[number]

/** All requests of a session: nothing narrows the list. */
export const NO_FILTERS: RequestFilters = {
  ...{ state: 'all', exam: null, software: null, deadline: 'any', payer: null },
  ...{ unchecked: false, several: false, text: '' },
}

/** Which lines of a bank statement are shown. */
export const STATEMENT_VIEWS = ['open', 'proposed', 'choose', 'none', 'done', 'unreadable'] as const
export type StatementView = (typeof STATEMENT_VIEWS)[number]

/** What a sheet to be filled in by hand is like as long as nobody has chosen otherwise. */
export const USUAL_ATTENDANCE: AttendanceOptions = {
  ...{ bornOn: true, nuc: true, sort: 'name', blankRows: 0, halfDays: false },
}
export const USUAL_ROLL_CALL: RollCallOptions = {
  ...{ bornOn: true, nuc: true, sort: 'name', blankRows: 0, phone: false },
}

/** Of the window. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
/** Of the window, in percent. */
export const TEXT_SIZES = [100, 110, 125, 150] as const
export type TextSize = (typeof TEXT_SIZES)[number]
