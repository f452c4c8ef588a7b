import { z } from 'zod'
import { ENTRY_STATUSES } from '../domain/entry.ts'
import { PAYMENT_METHODS } from '../domain/payment.ts'
import {
  BigCount,
  CurrencyCode,
  Id,
  InstantText,
  LocalDateText,
  MinorUnits,
  ShortText,
} from '../domain/shapes/basic.ts'
import { Allocation, Payer } from '../domain/shapes/payment.ts'
import { LineKey } from '../domain/shapes/statement-match.ts'
import { PROPOSAL_REASONS } from '../domain/statement-proposals.ts'
import { STATEMENT_VIEWS } from './choices.ts'
import { MOST_LINES_READ } from './limits.ts'

/** What the window shows of a bank statement: its columns, then its credits and who may have paid each. Amounts in minor units. */

const Place = z.int().min(0).max(500)
/** Which column of the file is what, counted from 0. */
export const StatementColumns = z.object({
  date: Place,
  label: Place,
  /** More of the label, where the bank writes it in two. */
  more: Place.nullable(),
  /** Credits, or amounts with their sign. */
  amount: Place,
  /** « C » or « D », where amounts have no sign. */
  sense: Place.nullable(),
})
export type StatementColumns = z.infer<typeof StatementColumns>

const Cell = z.string().max(500)
export const OpenStatement = z.object({
  fileName: z.string().max(300),
  openedAt: InstantText,
  /** The same for all files with these columns: under it what was chosen is kept. */
  headerKey: ShortText,
  /** Names of the columns; empty where the file has no header. */
  header: z.array(Cell).max(500),
  width: BigCount,
  guess: StatementColumns.nullable(),
  /** Its first operations, as they are written. */
  samples: z.array(z.array(Cell).max(500)).max(10),
})
export type OpenStatement = z.infer<typeof OpenStatement>

/** `amount`: no amount, or one with too many decimals. `date`: no date, or none of the calendar. */
export const UnreadableLine = z.object({ line: BigCount, why: z.enum(['amount', 'date']), text: Cell })
export type UnreadableLine = z.infer<typeof UnreadableLine>

export const PaidEntry = z.object({
  entryId: Id,
  candidateId: Id,
  candidateName: ShortText,
  examCode: ShortText,
  status: z.enum(ENTRY_STATUSES),
  /** What it still owes, and what this credit would pay of it. */
  due: MinorUnits,
  paid: MinorUnits,
})
const Reasons = z.array(z.enum(PROPOSAL_REASONS)).max(20)

export const StatementProposal = z.discriminatedUnion('kind', [
  /** A payment to be recorded: what it would be. */
  z.object({
    kind: z.literal('due'),
    reasons: Reasons,
    sessionId: Id,
    sessionLabel: ShortText,
    payer: Payer,
    payerName: ShortText,
    /** Of who goes by another: banks may write either. */
    birthName: ShortText.nullable(),
    /** What the payer owes in all; the credit may be less or more. */
    owed: MinorUnits,
    allocations: z.array(Allocation).max(500),
    /** Pre-validated entries that it would make final. */
    confirms: z.array(Id).max(500),
    /** The first of those that it would pay. */
    entries: z.array(PaidEntry).max(20),
  }),
  /** One recorded by hand already. */
  z.object({
    kind: z.literal('recorded'),
    reasons: Reasons,
    paymentId: Id,
    payerName: ShortText,
    method: z.enum(PAYMENT_METHODS),
    receivedOn: LocalDateText,
    reference: ShortText.nullable(),
  }),
  /** Cheques taken to the bank. */
  z.object({
    kind: z.literal('deposit'),
    reasons: Reasons,
    depositId: Id,
    depositedOn: LocalDateText,
    reference: ShortText.nullable(),
    count: BigCount,
  }),
])
export type StatementProposal = z.infer<typeof StatementProposal>

/**
 * proposed: one payer stands out. choose: several might be. none: nobody was found. matched: since the file was opened. before: already
 * when it was, here or on another PC.
 */
export const LINE_STATES = ['proposed', 'choose', 'none', 'matched', 'before'] as const
export type LineState = (typeof LINE_STATES)[number]

export const StatementLine = z.object({
  key: LineKey,
  line: BigCount,
  bookedOn: LocalDateText,
  amount: MinorUnits,
  label: Cell,
  state: z.enum(LINE_STATES),
  /** Best first. */
  proposals: z.array(StatementProposal).max(5),
  match: z.object({ payerName: ShortText.nullable(), matchedAt: InstantText, matchedBy: ShortText }).nullable(),
})
export type StatementLine = z.infer<typeof StatementLine>

export const StatementQuery = z.object({
  /** Null: not chosen yet. */
  columns: StatementColumns.nullable(),
  view: z.enum(STATEMENT_VIEWS),
  count: z.int().min(1).max(MOST_LINES_READ),
  from: z.int().min(0),
})

export type StatementQuery = z.infer<typeof StatementQuery>

const Counted = z.object({ count: BigCount, amount: z.int().min(0) })
export const StatementRead = z.object({
  file: OpenStatement,
  currency: CurrencyCode,
  /** Null while the columns are not chosen. */
  lines: z
    .object({
      counts: z.record(z.enum(STATEMENT_VIEWS), Counted),
      /** From `from` on, of those asked for. */
      rows: z.array(StatementLine).max(MOST_LINES_READ),
      unreadable: z.array(UnreadableLine).max(MOST_LINES_READ),
    })
    .nullable(),
})
export type StatementRead = z.infer<typeof StatementRead>

export const STATEMENT_REFUSALS = ['cancelled', 'not-read', 'too-big', 'too-many-lines', 'no-table'] as const
export const StatementOpened = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), code: z.enum(STATEMENT_REFUSALS) }),
])
export type StatementOpened = z.infer<typeof StatementOpened>

/** Who else a line might be, by a name that a person types. */
export const StatementSearch = z.object({ key: LineKey, columns: StatementColumns, text: ShortText })
export const StatementFound = z.array(StatementProposal).max(20)
