import { REQUEST_SORTS, type RequestSort } from '../../contract/choices.ts'
import { isListOf, isShaped, isText } from '../../kit/accepts.ts'
import type { Accept } from '../../kit/kept.ts'

/** The columns of the list, in the order of the first day. The candidate always comes first, and is always there. */
export const COLUMNS = [
  'candidate',
  'exams',
  'possible',
  'receivedAt',
  'state',
  'deadline',
  'due',
  'paid',
  'payer',
  'nuc',
  'bornOn',
  'phone',
  'email',
  'town',
  'checked',
] as const
export type ColumnId = (typeof COLUMNS)[number]
export type FreeColumn = Exclude<ColumnId, 'candidate'>
export const FREE_COLUMNS = COLUMNS.filter((one) => one !== 'candidate')

/** Which columns a person sees, and where all of them stand. */
export type ColumnChoice = { order: readonly FreeColumn[]; shown: readonly FreeColumn[] }

export const FIRST_COLUMNS: ColumnChoice = {
  order: FREE_COLUMNS,
  shown: ['exams', 'possible', 'receivedAt', 'state', 'deadline'],
}

const isChoice = isShaped({ order: isListOf(isText), shown: isListOf(isText) })
export const isColumnChoice: Accept<ColumnChoice> = (value): value is ColumnChoice => isChoice(value)

/** What was kept by another version, put right: columns that are no more are left out, new ones stand at the end, unseen. */
export function mendColumns({ order, shown }: { order: readonly string[]; shown: readonly string[] }): ColumnChoice {
  const known = [...new Set(order)].flatMap((id) => FREE_COLUMNS.find((one) => one === id) ?? [])
  const added = FREE_COLUMNS.filter((one) => !known.includes(one))
  return { order: [...known, ...added], shown: FREE_COLUMNS.filter((one) => shown.includes(one)) }
}

export function toggleColumn(choice: ColumnChoice, id: FreeColumn): ColumnChoice {
  const { shown } = choice
  return { ...choice, shown: shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id] }
}

/** A column one place further to the left (-1) or to the right (1); the same choice at either end. */
export function moveColumn(choice: ColumnChoice, id: FreeColumn, step: -1 | 1): ColumnChoice {
  const from = choice.order.indexOf(id)
  const to = from + step
  const other = choice.order[to]
  if (from < 0 || other === undefined) return choice
  return { ...choice, order: choice.order.map((one, at) => (at === from ? other : at === to ? id : one)) }
}

/** The columns to draw, in order. */
export function columnsShown({ order, shown }: ColumnChoice): ColumnId[] {
  return ['candidate', ...order.filter((id) => shown.includes(id))]
}

/** What a column is sorted by; null where there is no order. */
export function sortOf(id: ColumnId): RequestSort | null {
  return REQUEST_SORTS.find((one) => one === id) ?? null
}

/** Widths in CSS pixels that hold what the column says; wider, all of them share what is left. */
const WIDTHS: Readonly<Record<ColumnId, number>> = {
  candidate: 220,
  exams: 228,
  possible: 150,
  receivedAt: 106,
  state: 196,
  deadline: 152,
  due: 92,
  paid: 92,
  payer: 150,
  nuc: 104,
  bornOn: 104,
  phone: 126,
  email: 210,
  town: 140,
  checked: 124,
}
/** `middle`: a small or zoomed window. `narrow`: beside an open file, which says the software. Both tell the deadline below the state. */
export type Room = 'wide' | 'middle' | 'narrow'
type Widths = Partial<Readonly<Record<ColumnId, number>>>
const LESS: Readonly<Record<Room, Widths>> = {
  wide: {},
  middle: { candidate: 190, exams: 184, possible: 152, receivedAt: 98, state: 168 },
  narrow: { candidate: 190, exams: 92, possible: 152, receivedAt: 102, state: 194 },
}
export const SELECT_WIDTH = 38

export function widthOf(id: ColumnId, room: Room): number {
  return LESS[room][id] ?? WIDTHS[id]
}

/** The columns to draw in that room. */
export function columnsIn(room: Room, ids: readonly ColumnId[]): readonly ColumnId[] {
  return room !== 'wide' && ids.includes('state') ? ids.filter((id) => id !== 'deadline') : ids
}

/** Under this width the list scrolls within its card. */
export function leastWidth(ids: readonly ColumnId[], room: Room): number {
  return ids.reduce((sum, id) => sum + widthOf(id, room), SELECT_WIDTH)
}
