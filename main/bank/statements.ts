import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { StatementView } from '../../contract/choices.ts'
import type {
  LineState,
  OpenStatement,
  StatementColumns,
  StatementLine,
  StatementOpened,
  StatementProposal,
  StatementQuery,
  StatementRead,
  UnreadableLine,
} from '../../contract/desk-statement.ts'
import type { Db } from '../../db/schema.ts'
import { listMatchesOf } from '../../db/statement-matches.ts'
import type { Currency } from '../../domain/money.ts'
import { plainText } from '../../domain/plain-text.ts'
import type { StatementMatch } from '../../domain/statement-match.ts'
import { type Proposals, proposer } from '../../domain/statement-proposals.ts'
import { addDays, type Clock } from '../../domain/time.ts'
import { ownCentre } from '../own-centre.ts'
import { type ExpectedMoney, readExpectedMoney } from '../reads/expected-money.ts'
import { readPayerNames } from '../reads/payer-names.ts'
import { decodeText } from './decode-text.ts'
import { type CreditLine, readCredits } from './read-credits.ts'
import type { TableRow } from './read-table.ts'
import { searchPayers } from './search-payers.ts'
import { showProposal } from './show-proposal.ts'

export type Statements = {
  /** Asks which file, then reads it whole. The one before is forgotten, unless nothing came of it. */
  open(): Promise<StatementOpened>
  /** Null while none is open. */
  read(query: StatementQuery): Promise<StatementRead | null>
  search(asked: { key: string; columns: StatementColumns; text: string }): Promise<StatementProposal[]>
  /** Rows have changed: who owes what is to be read anew. */
  forget(): void
}

const MOST_BYTES = 20 * 1024 * 1024
const SAMPLES = 5
/** A cheque is booked days after it was taken to the bank, and people note transfers when they see them. */
const DAYS_AROUND = 7
/** Lines between two looks at what else waits: main does everything else too. */
const LINES_AT_ONCE = 100

type Open = { file: OpenStatement; rows: readonly TableRow[] }
type Judged = CreditLine & { state: LineState; found: Proposals; match: StatementMatch | null }
type Reading = { credits: readonly CreditLine[]; unreadable: readonly UnreadableLine[] }
type Judgement = { money: ExpectedMoney; lines: readonly Judged[] }

/** The bank statement being worked on: kept in memory, not on disk, so that it is gone when the application ends. */
export function createStatements({
  db,
  clock,
  chooseFile,
}: {
  db: Db
  clock: Clock
  chooseFile: () => Promise<string | null>
}): Statements {
  let current: Open | null = null
  let reading: { columns: string; value: Reading } | null = null
  let judgement: { reading: Reading; value: Promise<Judgement> } | null = null

  async function readLines(open: Open, columns: StatementColumns, currency: Currency): Promise<Reading> {
    const asked = JSON.stringify(columns)
    if (reading?.columns !== asked) reading = { columns: asked, value: readCredits(open.rows, columns, currency) }
    return reading.value
  }

  async function judged(open: Open, lines: Reading): Promise<Judgement> {
    if (judgement?.reading !== lines) {
      const value = judgeLines(db, open, lines)
      judgement = { reading: lines, value }
      // What failed once is tried again when it is asked for again.
      value.catch(() => {
        if (judgement?.value === value) judgement = null
      })
    }
    return await judgement.value
  }

  return {
    async open() {
      const chosen = await chooseFile()
      if (chosen === null) return { ok: false, code: 'cancelled' }
      const read = await readStatement(chosen, clock)
      if (typeof read === 'string') return { ok: false, code: read }
      current = read
      reading = null
      judgement = null
      return { ok: true }
    },
    async read({ columns, view, from, count }) {
      const open = current
      if (!open) return null
      const { currency } = (await ownCentre(db)).centre
      if (!columns) return { file: open.file, currency, lines: null }
      const lines = await readLines(open, columns, currency)
      const all = await judged(open, lines)
      const asked = all.lines.filter(({ state }) => isIn(view, state))
      return {
        file: open.file,
        currency,
        lines: {
          counts: countLines(all.lines, lines.unreadable),
          rows: await showLines(db, asked.slice(from, from + count), all.money),
          unreadable: view === 'unreadable' ? lines.unreadable.slice(from, from + count) : [],
        },
      }
    },
    async search({ key, columns, text }) {
      const open = current
      if (!open) return []
      const lines = await readLines(open, columns, (await ownCentre(db)).centre.currency)
      const { money } = await judged(open, lines)
      const credit = lines.credits.find((line) => line.key === key)
      return credit ? searchPayers(text, credit, money) : []
    },
    forget() {
      judgement = null
    },
  }
}

async function readStatement(
  file: string,
  clock: Clock,
): Promise<Open | 'not-read' | 'too-big' | 'too-many-lines' | 'no-table'> {
  let bytes: Uint8Array
  try {
    if ((await stat(file)).size > MOST_BYTES) return 'too-big'
    bytes = await readFile(file)
  } catch (error) {
    console.error('bank statement not read', error)
    return 'not-read'
  }
  // Read with its parser when somebody brings a statement, and not at each start.
  const { readTable } = await import('./read-table.ts')
  const table = readTable(decodeText(bytes))
  if (table === 'too-many-lines') return table
  if (table === null || table.rows.length === 0) return 'no-table'
  const { names, width, guess, rows } = table
  const headerKey = createHash('sha256')
    .update(JSON.stringify([width, names.map(plainText)]))
    .digest('hex')
    .slice(0, 32)
  const cut = (cells: readonly string[]) => cells.slice(0, 500).map((cell) => cell.slice(0, 500))
  return {
    rows,
    file: {
      fileName: path.basename(file),
      openedAt: clock.now(),
      ...{ headerKey, width, guess, header: cut(names) },
      samples: rows.slice(0, SAMPLES).map(({ cells }) => cut(cells)),
    },
  }
}

async function judgeLines(db: Db, { file }: Open, { credits }: Reading): Promise<Judgement> {
  const days = credits.map(({ bookedOn }) => bookedOn).sort()
  const from = addDays(days[0] ?? '2000-01-01', -DAYS_AROUND)
  const to = addDays(days.at(-1) ?? '2000-01-01', DAYS_AROUND)
  const money = await readExpectedMoney(db, { from, to })
  const matches = await listMatchesOf(
    db,
    credits.map(({ key }) => key),
  )
  const propose = proposer(money.expected)
  const lines: Judged[] = []
  for (const [at, credit] of credits.entries()) {
    if (at % LINES_AT_ONCE === LINES_AT_ONCE - 1) await setImmediate()
    const match = matches.get(credit.key) ?? null
    const found = match ? { proposals: [], sure: false } : propose(credit)
    lines.push({ ...credit, match, found, state: stateOf(match, found, file) })
  }
  return { money, lines }
}

function stateOf(match: StatementMatch | null, { proposals, sure }: Proposals, { openedAt }: OpenStatement): LineState {
  if (match) return match.matchedAt >= openedAt ? 'matched' : 'before'
  if (proposals.length === 0) return 'none'
  return sure ? 'proposed' : 'choose'
}

function isIn(view: StatementView, state: LineState): boolean {
  if (view === 'done') return state === 'matched' || state === 'before'
  if (view === 'open') return state === 'proposed' || state === 'choose' || state === 'none'
  return view === state
}

function countLines(lines: readonly Judged[], unreadable: readonly UnreadableLine[]) {
  const counted = (view: StatementView) => {
    const those = lines.filter(({ state }) => isIn(view, state))
    return { count: those.length, amount: those.reduce((sum, { amount }) => sum + amount, 0) }
  }
  return {
    ...{ open: counted('open'), proposed: counted('proposed'), choose: counted('choose') },
    ...{ none: counted('none'), done: counted('done'), unreadable: { count: unreadable.length, amount: 0 } },
  }
}

async function showLines(db: Db, lines: readonly Judged[], money: ExpectedMoney): Promise<StatementLine[]> {
  const names = await readPayerNames(
    db,
    lines.flatMap(({ match }) => match?.paymentId ?? []),
  )
  return lines.map(({ key, line, bookedOn, amount, label, state, found, match }) => ({
    ...{ key, line, bookedOn, amount, label, state },
    proposals: found.proposals.map((proposal) => showProposal(proposal, money)),
    match: match && {
      payerName: match.paymentId === null ? null : (names.get(match.paymentId) ?? null),
      matchedAt: match.matchedAt,
      matchedBy: match.matchedBy,
    },
  }))
}
