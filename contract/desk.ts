import { z } from 'zod'
import { Candidate, Request } from '../domain/candidate.ts'
import {
  Centre,
  CentreSettings,
  Exam,
  ExamSession,
  Offering,
  Operator,
  Organisation,
  Sitting,
} from '../domain/catalogue.ts'
import { Entry } from '../domain/entry.ts'
import { Payment, PaymentVoid, Receipt } from '../domain/payment.ts'
import { ReviewItem, ReviewSettlement } from '../domain/review.ts'
import { Count, Id, InstantText, LongText, MinorUnits, ShortText } from '../domain/shapes.ts'

/** What the window shows: rows of this PC's database, joined for a screen. JSON values only. */

/** Why the last exchange with HQ did not succeed. */
export const TROUBLE_CODES = [
  'hq-unreachable',
  'hq-error',
  'hq-garbage',
  'hq-refuses-device',
  'app-too-old',
  'wrong-code',
  'database-full',
  'database-read-only',
  'database-damaged',
  'database-busy',
  'internal',
  'insecure-address',
] as const
export type TroubleCode = (typeof TROUBLE_CODES)[number]

export const Freshness = z.object({
  /** null before the first exchange that succeeded. */
  lastSyncedAt: InstantText.nullable(),
  syncing: z.boolean(),
  trouble: z.enum(TROUBLE_CODES).nullable(),
  /** Since when exchanges fail, null when the last one succeeded. */
  troubleSince: InstantText.nullable(),
  toTransmit: Count,
  toReview: Count,
  /** Commands that HQ could not read: kept, shown. */
  quarantined: Count,
  /** First exchange: rows received of rows announced. */
  firstSync: z.object({ done: Count, total: Count }).nullable(),
})
export type Freshness = z.infer<typeof Freshness>

export const DeskState = z.object({
  phase: z.enum(['not-enrolled', 'first-sync', 'choose-operator', 'ready']),
  /** The desk's clock: the window has none of its own. */
  now: InstantText,
  appVersion: ShortText,
  /** Address proposed on the enrolment form. */
  hqUrl: ShortText.nullable(),
  deviceName: ShortText.nullable(),
  series: ShortText.nullable(),
  centre: Centre.nullable(),
  settings: CentreSettings.nullable(),
  operator: Operator.nullable(),
  operators: z.array(Operator),
  sessions: z.array(ExamSession),
  exams: z.array(Exam),
  freshness: Freshness,
})
export type DeskState = z.infer<typeof DeskState>

export const EntryRow = Entry.extend({
  examCode: ShortText,
  /** A decision on this entry has not been settled by HQ yet; its deadline is provisional. */
  pending: z.boolean(),
  /** The pending decision no longer holds on what HQ has shown since: HQ decides. The row shows what HQ last said. */
  doubtful: z.boolean(),
  /** Minor units allocated by payments that stand. */
  paid: MinorUnits,
})
export type EntryRow = z.infer<typeof EntryRow>

export const RequestRow = Request.extend({
  candidate: Candidate,
  organisation: Organisation.nullable(),
  entries: z.array(EntryRow),
  /** How many requests of the same candidate for this session came before this one. */
  earlierRequests: Count,
})
export type RequestRow = z.infer<typeof RequestRow>

export const OfferingRow = Offering.extend({
  examCode: ShortText,
  examLabel: ShortText,
  software: z.array(ShortText),
  used: Count,
  confirmed: Count,
  /** Entries still waiting for an answer. */
  waiting: Count,
  sittingDates: z.array(ShortText),
  /** A decision on this offering or on its seats is still on its way: the numbers are an estimate. */
  pending: z.boolean(),
})
export type OfferingRow = z.infer<typeof OfferingRow>

export const SittingRow = Sitting.extend({
  examCode: ShortText,
  examLabel: ShortText,
  minutes: Count,
  software: z.array(ShortText),
  /** Confirmed entries: those who are on the sheet. */
  confirmed: Count,
  /** When the last sheet was made, and its version. */
  lastSheet: z.object({ version: Count, madeAt: InstantText }).nullable(),
})
export type SittingRow = z.infer<typeof SittingRow>

export const PaymentRow = Payment.extend({
  payerName: ShortText,
  entries: z.array(
    z.object({
      entryId: Id,
      examCode: ShortText,
      candidateName: ShortText,
      status: Entry.shape.status,
      amount: MinorUnits,
    }),
  ),
  voided: PaymentVoid.nullable(),
  receipt: Receipt.pick({ id: true, number: true, issuedAt: true }).nullable(),
  /** Paid for nothing that is alive: kept as a credit of the payer. */
  credit: MinorUnits,
  pending: z.boolean(),
})
export type PaymentRow = z.infer<typeof PaymentRow>

/** One line of a request's history, oldest first. Sentences are made by the window from `kind` and `detail`. */
export const HistoryLine = z.object({
  at: InstantText,
  kind: ShortText,
  operatorName: ShortText.nullable(),
  pending: z.boolean(),
  detail: z.record(z.string(), z.union([ShortText, z.number()])),
})
export type HistoryLine = z.infer<typeof HistoryLine>

export const RequestFile = z.object({
  request: RequestRow,
  payments: z.array(PaymentRow),
  history: z.array(HistoryLine),
})
export type RequestFile = z.infer<typeof RequestFile>

export const ReviewRow = ReviewItem.extend({
  /** Names of the candidates concerned, and the exams, for a sentence. */
  candidateNames: z.array(ShortText),
  examCodes: z.array(ShortText),
  offeringLabel: ShortText.nullable(),
  /** The payment concerned: what was received and stands, and the part of it that pays for nothing. */
  payment: z
    .object({
      amount: MinorUnits,
      credit: MinorUnits,
      currency: Payment.shape.currency,
      voided: z.boolean(),
      receiptNumber: ShortText.nullable(),
    })
    .nullable(),
  settlement: ReviewSettlement.nullable(),
})
export type ReviewRow = z.infer<typeof ReviewRow>

/** A command that HQ could not read: kept aside on this PC, in sight, with those that named it. */
export const QuarantineRow = z.object({
  commandId: Id,
  name: ShortText,
  code: ShortText,
  doneAt: InstantText,
  operatorName: ShortText,
  candidateNames: z.array(ShortText),
})
export type QuarantineRow = z.infer<typeof QuarantineRow>

export const DocumentRow = z.object({
  id: Id,
  kind: z.enum(['receipt', 'attendance-sheet']),
  title: LongText,
  version: Count,
  duplicate: z.boolean(),
  madeAt: InstantText,
  madeBy: ShortText,
  /** Whether the stored PDF is still on the disk. */
  onDisk: z.boolean(),
})
export type DocumentRow = z.infer<typeof DocumentRow>
