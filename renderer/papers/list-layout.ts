import { USUAL_ATTENDANCE, USUAL_ROLL_CALL } from '../../contract/choices.ts'
import type { AttendanceOptions, RollCallOptions } from '../../contract/sheet-options.ts'
import { isOneOf, isShaped, isYesNo } from '../../kit/accepts.ts'
import type { Accept } from '../../kit/kept.ts'

/** How one person wants the lists of a sitting laid out. */
export type ListLayout = AttendanceOptions & RollCallOptions

export const LIST_LAYOUT = 'papers.list-layout'
export const USUAL_LAYOUT: ListLayout = { ...USUAL_ATTENDANCE, ...USUAL_ROLL_CALL }
/** Rows to leave empty: enough for those who come unlisted. */
export const BLANK_ROWS = [0, 2, 5, 10, 20] as const

export const isListLayout: Accept<ListLayout> = isShaped({
  ...{ bornOn: isYesNo, nuc: isYesNo, phone: isYesNo, halfDays: isYesNo },
  ...{ sort: isOneOf('name', 'received'), blankRows: isOneOf(...BLANK_ROWS) },
})

/** What of it an attendance sheet takes. */
export function attendanceLayout({ phone: _, ...options }: ListLayout): AttendanceOptions {
  return options
}

/** What of it a roll call list takes. */
export function rollCallLayout({ halfDays: _, ...options }: ListLayout): RollCallOptions {
  return options
}
