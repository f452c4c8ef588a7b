import type { OpenStatement, StatementColumns } from '../../contract/desk-statement.ts'
import type { Accept } from '../../kit/kept.ts'
import { STATEMENT } from '../../text/screens/statement.ts'

/** Columns as they are being chosen: nothing is read before all that must be are. */
export type ChosenColumns = { [K in keyof StatementColumns]: number | null }

/** Whether what was kept is such a choice: an older version may have written it. */
export const isColumns: Accept<StatementColumns | null> = (value): value is StatementColumns | null => {
  if (value === null) return true
  if (typeof value !== 'object') return false
  const { date, label, more, amount, sense } = value as Record<string, unknown>
  const isPlace = (place: unknown) => typeof place === 'number' && Number.isInteger(place) && place >= 0
  return [date, label, amount].every(isPlace) && [more, sense].every((place) => place === null || isPlace(place))
}

/** What can be read with this choice, or in a sentence why nothing can. */
export function settleColumns(chosen: ChosenColumns): { columns: StatementColumns } | { why: string } {
  const { date, label, more, amount, sense } = chosen
  if (date === null || label === null || amount === null) return { why: STATEMENT.columnsMissing }
  const places = [date, label, more, amount, sense].filter((place) => place !== null)
  if (new Set(places).size < places.length) return { why: STATEMENT.columnsTwice }
  return { columns: { date, label, more, amount, sense } }
}

/** What each column is called: by its header, or by its place. */
export function namesOf({ header, width }: OpenStatement): string[] {
  return Array.from({ length: width }, (_, place) => header[place]?.trim() || STATEMENT.column(place))
}
