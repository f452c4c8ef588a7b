import type { StatementColumns } from '../../contract/desk-statement.ts'
import { plainText } from '../../domain/plain-text.ts'
import { readBankAmount, readDay } from './read-cells.ts'

/** Where the operations begin, what their columns are called, and what each seems to be. */
export type Header = {
  /** Rows above the operations, the header included. */
  rowsBefore: number
  /** Empty where the file has none. */
  names: string[]
  width: number
  /** Null when nothing could be recognised. */
  guess: StatementColumns | null
  /** Whether the header's own words told. */
  known: boolean
}

type Role = keyof StatementColumns

/** What a header's words are worth for each role; the dearest cell has it. */
const WORDS: Readonly<Record<Role, readonly (readonly [RegExp, number])[]>> = {
  date: [
    [/^date.*(compta|operation|ecriture)/, 4],
    [/^date$/, 3],
    [/^date(?!.*valeur)/, 2],
    [/date/, 1],
  ],
  label: [
    [/^libelle.*operation/, 6],
    [/^libelle$/, 5],
    [/^libelle/, 4],
    [/^(intitule|nature|description|label|motif)/, 3],
    [/^(operation|detail|communication|transaction)/, 2],
  ],
  more: [
    [/complement/, 4],
    [/^(detail|motif|commentaire)/, 3],
    [/^(reference|tiers|contrepartie|emetteur)/, 2],
  ],
  amount: [
    [/^credit/, 5],
    [/(?<!debit.*)credit(?!.*debit)/, 4],
    [/^montant/, 3],
    [/(montant|amount|somme)/, 2],
  ],
  sense: [[/^(sens|debit credit|d c|credit debit)$/, 3]],
}
/** Each takes its cell before the next one chooses. */
const ROLES = ['amount', 'date', 'label', 'more', 'sense'] as const satisfies readonly Role[]

/** The header among the first rows of a file; where no row is one, what the columns hold tells what they are. */
export function findHeader(rows: readonly (readonly string[])[]): Header {
  for (const [at, cells] of rows.entries()) {
    const guess = guessByWords(cells)
    if (guess) return { rowsBefore: at + 1, names: [...cells], width: cells.length, guess, known: true }
  }
  const width = Math.max(0, ...rows.map((cells) => cells.length))
  const first = rows.findIndex((cells) => cells.length > 1 && cells.some((cell) => readDay(cell) !== null))
  const below = rows.slice(Math.max(0, first))
  return { rowsBefore: Math.max(0, first), names: [], width, guess: guessByContent(below, width), known: false }
}

function guessByWords(cells: readonly string[]): StatementColumns | null {
  const plain = cells.map(plainText)
  const taken = new Map<Role, number>()
  for (const role of ROLES) {
    const worth = plain.map((cell, at) =>
      [...taken.values()].includes(at) ? 0 : (WORDS[role].find(([pattern]) => pattern.test(cell))?.[1] ?? 0),
    )
    const best = Math.max(...worth)
    if (best > 0) taken.set(role, worth.indexOf(best))
  }
  const { date, amount, label } = { date: taken.get('date'), amount: taken.get('amount'), label: taken.get('label') }
  if (date === undefined || amount === undefined || label === undefined) return null
  return { date, amount, label, more: taken.get('more') ?? null, sense: taken.get('sense') ?? null }
}

function guessByContent(rows: readonly (readonly string[])[], width: number): StatementColumns | null {
  const places = Array.from({ length: width }, (_, at) => at)
  const share = (at: number, fits: (cell: string) => boolean) =>
    rows.filter((cells) => fits(cells[at] ?? '')).length / Math.max(1, rows.length)
  const date = places.find((at) => share(at, (cell) => readDay(cell) !== null) > 0.5)
  const isAmount = (cell: string) => /\d[.,]\d{2}\D*$/.test(cell) && readBankAmount(cell, 'EUR') !== null
  const amount = places.findLast((at) => share(at, isAmount) > 0.2)
  const length = (at: number) => rows.reduce((sum, cells) => sum + (cells[at] ?? '').length, 0)
  const [label] = places.filter((at) => at !== date && at !== amount).toSorted((a, b) => length(b) - length(a))
  if (date === undefined || amount === undefined || label === undefined) return null
  return { date, label, amount, more: null, sense: null }
}
