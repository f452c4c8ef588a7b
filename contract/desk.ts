import { z } from 'zod'
import { DOCUMENT_KINDS } from '../domain/document-kinds.ts'
import { FALLS } from '../domain/fell.ts'
import {
  BigCount,
  Count,
  Id,
  InstantText,
  LocalDateText,
  LongText,
  MinorUnits,
  ShortText,
} from '../domain/shapes/basic.ts'
import { Candidate, DataCheck, Request } from '../domain/shapes/candidate.ts'
import {
  Centre,
  CentreSettings,
  Exam,
  ExamSession,
  Offering,
  Operator,
  Organisation,
  Sitting,
} from '../domain/shapes/catalogue.ts'
import { ChequeDeposit, ChequeEnd } from '../domain/shapes/cheque.ts'
import { CreditReturn } from '../domain/shapes/credit.ts'
import { Entry } from '../domain/shapes/entry.ts'
import { Payment, PaymentVoid, Receipt } from '../domain/shapes/payment.ts'
import { ReviewItem, ReviewSettlement } from '../domain/shapes/review.ts'
import { TROUBLE_CODES } from './refusals.ts'
import { AGREEMENTS, EXCHANGE_STATES, NOTICE_KINDS } from './states.ts'

/** What the window shows: rows of this PC's database, joined for a screen. JSON values only. */

const NoticeDetail = z.record(z.string().max(100), z.union([ShortText, z.number()]))
export const Notice = z.object({
  id: Id,
  at: InstantText,
  kind: z.enum(NOTICE_KINDS),
  /** repaired: { rows, removed }; identity-renewed: { oldSeries, series, lastNumber, sent, reason, backupAt? }; restored: { backupAt }; backup-failed: { cause }. */
  detail: NoticeDetail,
})
export type Notice = z.infer<typeof Notice>

/** A rescue file that this PC wrote; its number goes up by one each time. */
const RescueFile = z.object({ number: BigCount, writtenAt: InstantText })

export const Freshness = z.object({
  /** null before the first exchange that succeeded. */
  lastSyncedAt: InstantText.nullable(),
  agreement: z.enum(AGREEMENTS),
  /** Seconds by which this PC's clock is ahead of HQ's (negative: behind); null while they are within two minutes. */
  clockAhead: z.int().nullable(),
  /** Restored from a backup: money can be recorded, no receipt is numbered until HQ has given a new series. */
  seriesAwaited: z.boolean(),
  /** Not yet acknowledged, oldest first. */
  notices: z.array(Notice),
  syncing: z.boolean(),
  trouble: z.enum(TROUBLE_CODES).nullable(),
  /** Since when exchanges fail, null when the last one succeeded. */
  troubleSince: InstantText.nullable(),
  toTransmit: Count,
  /** The last rescue file, while exchanges have not taken its place; `holds`: how many of what is to transmit are in it. */
  rescueFile: RescueFile.extend({ holds: Count }).nullable(),
  toReview: Count,
  /** Commands that HQ could not read: kept, shown. */
  quarantined: Count,
  /** First exchange: rows received of rows announced. */
  firstSync: z
    .object({
      done: BigCount,
      total: BigCount,
      /** The session under way is here whole: it may be looked at, nothing may be changed yet. */
      readable: z.boolean(),
    })
    .nullable(),
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
  /** While a cheque is waited for: null too once one was recorded. */
  chequeAnnouncedAt: InstantText.nullable(),
  /** Of one that is owed again: the payment that fell, and until when the money is awaited (`domain/fell.ts`). */
  fell: z
    .object({
      why: z.enum(FALLS),
      paymentId: Id,
      amount: MinorUnits,
      receivedOn: LocalDateText,
      chequeNumber: ShortText,
      dueOn: LocalDateText.nullable(),
      payer: ShortText.nullable(),
    })
    .nullable(),
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

export const DataCheckRow = DataCheck.extend({
  /** Still on its way: no mail has left. */
  pending: z.boolean(),
})
export type DataCheckRow = z.infer<typeof DataCheckRow>

/** How far a session is: candidates with a seat, those who have found their data right, the others, and those of them who have an address. */
export const DataCheckSum = z.object({
  concerned: BigCount,
  checked: BigCount,
  unchecked: BigCount,
  reachable: BigCount,
})
export type DataCheckSum = z.infer<typeof DataCheckSum>

export const OfferingRow = Offering.extend({
  examCode: ShortText,
  examLabel: ShortText,
  software: z.array(ShortText),
  used: Count,
  confirmed: Count,
  /** Entries still waiting for an answer. */
  waiting: Count,
  /** When more wait than seats are left: the last request that has one if they go in the order received; null when nobody competes. */
  lastInTurn: z.object({ receivedAt: InstantText, requestId: Id }).nullable(),
  sittingDates: z.array(ShortText),
  /** A decision on this offering or on its seats is still on its way: the numbers are an estimate. */
  pending: z.boolean(),
  /** The offering itself, or when it is sat, was changed here, and HQ has not judged it yet. */
  changing: z.boolean(),
})
export type OfferingRow = z.infer<typeof OfferingRow>

export const SittingRow = Sitting.extend({
  examCode: ShortText,
  examLabel: ShortText,
  minutes: Count,
  software: z.array(ShortText),
  /** Confirmed entries: those who are on the sheet. */
  confirmed: Count,
  /** Of these, who is noted present, and absent. */
  present: Count,
  absent: Count,
  /** When the last sheet was made, and its version. */
  lastSheet: z.object({ version: Count, madeAt: InstantText }).nullable(),
  /** Set here, and HQ has not judged it yet. */
  pending: z.boolean(),
})
export type SittingRow = z.infer<typeof SittingRow>

export const PaymentRow = Payment.extend({
  payerName: ShortText,
  entries: z.array(
    z.object({
      entryId: Id,
      examCode: ShortText,
      candidateId: Id,
      candidateName: ShortText,
      status: Entry.shape.status,
      amount: MinorUnits,
    }),
  ),
  voided: PaymentVoid.nullable(),
  receipt: Receipt.pick({ id: true, number: true, issuedAt: true }).nullable(),
  /** Receipts of this payment that were corrected, oldest first. */
  creditNotes: z.array(z.object({ id: Id, number: ShortText, issuedAt: InstantText, receiptNumber: ShortText })),
  /** Of a cheque: what the bank answered, that it bounced before all; and the slip it was taken there with. */
  end: ChequeEnd.nullable(),
  deposit: ChequeDeposit.pick({ id: true, depositedOn: true }).nullable(),
  /** Of a cheque that bounced: what nothing else has paid since. */
  awaited: MinorUnits,
  /** Paid for nothing that is alive: kept as a credit of the payer. Below zero when more was given back than was left. */
  credit: MinorUnits,
  returns: z.array(
    CreditReturn.pick({ id: true, amount: true, means: true, returnedOn: true, returnedBy: true, note: true }),
  ),
  pending: z.boolean(),
})
export type PaymentRow = z.infer<typeof PaymentRow>

/** What one payment may be about. */
export const Payable = z.object({
  /** The request asked about first; the others of the same candidate, and those that the same organisation still has to pay. */
  requests: z.array(RequestRow),
  /** Requests that the organisation still has to pay beyond these. */
  left: BigCount,
  /** Cash received from each payer for the session by payments that stand, in minor units. */
  cash: z.object({ candidate: MinorUnits, organisation: MinorUnits }),
})
export type Payable = z.infer<typeof Payable>

/** One line of a history. Sentences are made by the window from `kind` and `detail`. */
export const HistoryLine = z.object({
  /** Tells it from any other line of the same history. */
  id: ShortText,
  at: InstantText,
  /** A command's name, or what HQ or the candidate did (`text/screens/history.ts`). */
  kind: ShortText,
  operatorName: ShortText.nullable(),
  /** HQ has not judged it yet. */
  pending: z.boolean(),
  /** The session it is about; null when it is about the person. */
  sessionId: Id.nullable(),
  /** The exams that it moved, of a decision. */
  entryIds: z.array(Id),
  detail: z.record(z.string(), z.union([ShortText, z.number()])),
  /** What somebody wrote: what was said on the telephone, why a payment was voided. */
  text: LongText.nullable(),
})
export type HistoryLine = z.infer<typeof HistoryLine>

export const RequestFile = z.object({
  request: RequestRow,
  payments: z.array(PaymentRow),
  history: z.array(HistoryLine),
})
export type RequestFile = z.infer<typeof RequestFile>

/** What was received, in minor units, and the part of it that pays for nothing. */
const ReviewPayment = z.object({
  amount: MinorUnits,
  credit: MinorUnits,
  currency: Payment.shape.currency,
  voided: z.boolean(),
  receiptNumber: ShortText.nullable(),
})
export type ReviewPayment = z.infer<typeof ReviewPayment>

export const ReviewRow = ReviewItem.extend({
  /** Names of the candidates concerned, and the exams, for a sentence. */
  candidateNames: z.array(ShortText),
  /** In the same order. */
  candidateIds: z.array(Id),
  /** How to reach the candidate, as known now; null unless it is about one. */
  contact: Candidate.pick({ phone: true, email: true }).nullable(),
  examCodes: z.array(ShortText),
  offeringLabel: ShortText.nullable(),
  /** The payment that the item is about. */
  payment: ReviewPayment.nullable(),
  /** About entries, not a payment: the money taken for them that stands, earliest first, whatever became of the decision. */
  moneyTaken: z.array(ReviewPayment),
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

/** One line of Échanges: a command of this PC, whatever became of it. */
export const ExchangeRow = z.object({
  commandId: Id,
  sequence: BigCount,
  name: ShortText,
  /** sending: on its way, HQ has not judged it. waiting: not heard by HQ, tried or not. */
  state: z.enum(['waiting', 'sending', 'applied', 'refused', 'cancelled', 'quarantined']),
  operatorName: ShortText,
  /** Here, by this PC's clock. */
  doneAt: InstantText,
  /** When it first left, or was tried, by network or by file. */
  sentAt: InstantText.nullable(),
  /** By HQ's clock once judged; here when cancelled or set aside. */
  settledAt: InstantText.nullable(),
  code: ShortText.nullable(),
  detail: NoticeDetail.nullable(),
  candidateNames: z.array(ShortText),
  /** The organisation that paid; null when a candidate did, or when it is not about a payment. */
  payerName: ShortText.nullable(),
  examCodes: z.array(ShortText),
  /** « le siège tranche »: no longer holds on what HQ has shown since. */
  doubtful: z.boolean(),
  /** The receipt or payment number a person would look for, when it has one. */
  reference: ShortText.nullable(),
  /** The number of the credit note issued. */
  creditNote: ShortText.nullable(),
  /** The number of seats asked for. */
  seats: Count.nullable(),
  /** The rescue file that carries it, as long as nothing else has taken it to HQ. */
  file: RescueFile.nullable(),
})
export type ExchangeRow = z.infer<typeof ExchangeRow>

export const ExchangeQuery = z.object({
  /** Empty: all of them. */
  states: z.array(z.enum(EXCHANGE_STATES)).max(6),
  /** Part of a name (candidate, operator), an exam, a receipt number, a NUC. */
  text: ShortText,
  /** Lines after this sequence number, newest first; null: from the newest. */
  before: BigCount.nullable(),
})
export type ExchangeQuery = z.infer<typeof ExchangeQuery>
export const ExchangePage = z.object({
  rows: z.array(ExchangeRow),
  /** Pass it as `before` for the next page; null at the end. */
  next: BigCount.nullable(),
  /** Of all commands of this PC, whatever the query. */
  counts: z.record(z.enum(EXCHANGE_STATES), BigCount),
})
export type ExchangePage = z.infer<typeof ExchangePage>

const CountsByKind = z.record(z.string().max(64), BigCount)

/** One thing that happened at HQ, told by what is on this PC. */
export const ArrivalEventRow = z.object({
  /** A command's name, or one of `ARRIVAL_KINDS`. */
  kind: ShortText,
  /** Of a command: who asked, null where HQ did not tell; whether on this PC; whether HQ said no. */
  by: z.object({ name: ShortText.nullable(), here: z.boolean(), refused: z.boolean() }).nullable(),
  candidates: z.array(z.object({ id: Id, name: ShortText })),
  /** The organisation that paid. */
  payerName: ShortText.nullable(),
  examCodes: z.array(ShortText),
  reference: ShortText.nullable(),
  creditNote: ShortText.nullable(),
  seats: Count.nullable(),
  counts: CountsByKind.nullable(),
})
export type ArrivalEventRow = z.infer<typeof ArrivalEventRow>

/** One line of arrivals: what came from HQ at once, or what a repair or a file brought. */
export const ArrivalRow = z.object({
  id: Id,
  at: InstantText,
  source: z.enum(['network', 'file', 'repair', 'first-sync']),
  /** Rows by kind (`domain/entities.ts`); removed rows under `removed`. */
  counts: CountsByKind,
  /** In HQ's order; empty where only the counts are known. */
  events: z.array(ArrivalEventRow),
})
export type ArrivalRow = z.infer<typeof ArrivalRow>

export const DocumentRow = z.object({
  id: Id,
  kind: z.enum(DOCUMENT_KINDS),
  /** What it is about: the receipt, the credit note, the sitting or the request. */
  refId: Id,
  title: LongText,
  fileName: ShortText,
  version: Count,
  duplicate: z.boolean(),
  madeAt: InstantText,
  madeBy: ShortText,
  /** A receipt that was corrected: the number of the credit note that cancels it. */
  cancelledBy: ShortText.nullable(),
  /** Whether the stored PDF is still on the disk. */
  onDisk: z.boolean(),
})
export type DocumentRow = z.infer<typeof DocumentRow>
