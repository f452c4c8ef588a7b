import { createHash } from 'node:crypto'
import type { StatementColumns, UnreadableLine } from '../../contract/desk-statement.ts'
import type { Currency } from '../../domain/money.ts'
import { plainText } from '../../domain/plain-text.ts'
import type { BankCredit } from '../../domain/statement-proposals.ts'
import { readBankAmount, readDay } from './read-cells.ts'
import type { TableRow } from './read-table.ts'

/** A credit of a statement: `key` names it in any file that has it, `line` in this one. */
export type CreditLine = BankCredit & { key: string; line: number }

/** The most that one payment may be, in minor units (`MinorUnits`). */
const MOST_AMOUNT = 1_000_000_000
const MOST_CHARACTERS = 500

/**
 * The credits of a statement, in its order. Debits, and lines without an amount, are left out; a line that has one and cannot be read is
 * told, and the others go on.
 */
export function readCredits(
  rows: readonly TableRow[],
  columns: StatementColumns,
  currency: Currency,
): { credits: CreditLine[]; unreadable: UnreadableLine[] } {
  const credits: CreditLine[] = []
  const unreadable: UnreadableLine[] = []
  const alike = new Map<string, number>()
  for (const { line, cells } of rows) {
    const cell = (at: number | null) => (at === null ? '' : (cells[at] ?? ''))
    if (cell(columns.amount).trim() === '' || isDebit(cell(columns.sense))) continue
    const amount = readBankAmount(cell(columns.amount), currency)
    if (amount !== null && amount <= 0) continue
    const bookedOn = readDay(cell(columns.date))
    if (amount === null || amount > MOST_AMOUNT || bookedOn === null) {
      const why = bookedOn === null ? 'date' : 'amount'
      unreadable.push({ line, why, text: cut(cells.filter((one) => one !== '').join(' · ')) })
      continue
    }
    const label = cut([cell(columns.label), cell(columns.more)].map(oneLine).filter(Boolean).join(' · '))
    const said = `${bookedOn}|${amount}|${plainText(label)}`
    const nth = (alike.get(said) ?? 0) + 1
    alike.set(said, nth)
    // The same in a file that overlaps this one: of lines that are alike, the first of its day is the first of its day there too.
    const key = createHash('sha256').update(`${said}|${nth}`).digest('hex')
    credits.push({ key, line, bookedOn, amount, label })
  }
  return { credits, unreadable }
}

/** Where a bank writes amounts without a sign and « D » or « C » beside them. */
function isDebit(sense: string): boolean {
  return /^\s*(d|-|−)/i.test(sense)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function cut(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1)}…`
}
