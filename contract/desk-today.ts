import { z } from 'zod'
import { REFUSAL_CODES } from '../domain/decision.ts'
import { IDENTITY_FAULTS } from '../domain/identity-faults.ts'
import {
  BigCount,
  CurrencyCode,
  Id,
  InstantText,
  LocalDateText,
  MinorUnits,
  ShortText,
} from '../domain/shapes/basic.ts'
import { Candidate, Reminder } from '../domain/shapes/candidate.ts'
import { RequestRow, ReviewRow } from './desk.ts'
import { MOST_AT_ONCE } from './limits.ts'

/**
 * What waits for somebody at the centre, in the order in which to do it. Of each kind only the first rows cross the wall, with how many
 * there are in all; days are those of the centre's time zone, by the desk's clock.
 */

/** Beside what was refused, or no longer fits, nothing that takes the rows of a whole session. */
export const TodayReview = ReviewRow.omit({ payment: true, moneyTaken: true, settlement: true })
export type TodayReview = z.infer<typeof TodayReview>

export const DEADLINE_DAYS = ['over', 'today', 'tomorrow'] as const

/** A request whose payment was awaited by now, or is by tomorrow evening. */
export const TodayDeadline = z.object({
  request: RequestRow,
  /** Those that are still to be paid, and until then. */
  entryIds: z.array(Id).min(1),
  due: MinorUnits,
  currency: CurrencyCode,
  day: z.enum(DEADLINE_DAYS),
  /** The first of their deadlines. */
  deadlineOn: LocalDateText,
  deadlineAt: InstantText,
  reminder: Reminder.pick({ sentAt: true, means: true }).nullable(),
})
export type TodayDeadline = z.infer<typeof TodayDeadline>

/** An exam with its software: « ASCA-E1 (CIEL COMPTABILITE) ». */
export const TodayOffer = z.object({ offeringId: Id.nullable(), examCode: ShortText, software: z.array(ShortText) })
export type TodayOffer = z.infer<typeof TodayOffer>

/** Requests to which the same answer can be given now, in the order received. */
export const TodayGroup = z.object({
  /** Null: they can be pre-validated, all of them together. Else why not. */
  refusal: z.enum(REFUSAL_CODES).nullable(),
  /** What is refused; null of a refusal that is about the centre. */
  offer: TodayOffer.nullable(),
  count: BigCount,
  /** The first of them, with what is to be answered. */
  first: z.array(z.object({ requestId: Id, entryIds: z.array(Id).min(1) })).max(MOST_AT_ONCE),
  /** What they would take, by exam and software, the most asked first. */
  wanted: z.array(TodayOffer.extend({ count: BigCount })),
  /** Seats that the other offerings of the exam refused have left, once those that can be answered are. */
  instead: z.array(TodayOffer.extend({ free: BigCount })),
})
export type TodayGroup = z.infer<typeof TodayGroup>

/** Money that had come and is owed again, by the payment that fell. */
export const TodayOwed = z.object({
  paymentId: Id,
  payerName: ShortText,
  /** What the exams that it was to pay for still owe. */
  due: MinorUnits,
  currency: CurrencyCode,
  /** One of the requests, from which the other payment is taken, and whose it is. */
  requestId: Id,
  candidateId: Id,
  /** Whom there is to remind, and of which exams, the first received first: nobody for what is owed on account. */
  asked: z.array(z.object({ requestId: Id, entryIds: z.array(Id).min(1) })).max(MOST_AT_ONCE),
  /** How many of them have a mail address. */
  withMail: BigCount,
  /** To call, where who paid is one person alone. */
  phone: ShortText.nullable(),
  /** The last, of who was reminded first of them; null when somebody was not. */
  reminder: Reminder.pick({ sentAt: true, means: true }).nullable(),
})
export type TodayOwed = z.infer<typeof TodayOwed>

/** A cheque that bounced, and that nothing has made good yet. */
export const TodayBounced = TodayOwed.extend({
  endedOn: LocalDateText,
  /** Until when the money is awaited again. */
  dueOn: LocalDateText.nullable(),
})
export type TodayBounced = z.infer<typeof TodayBounced>

/** A payment that was taken back, of which what it had confirmed owes again: the last such payment of each exam. */
export const TodayVoided = TodayOwed.extend({ voidedAt: InstantText })
export type TodayVoided = z.infer<typeof TodayVoided>

/** An organisation that announced that it pays, and has not yet. */
export const TodayPayer = z.object({
  organisationId: Id,
  name: ShortText,
  onAccount: z.boolean(),
  people: BigCount,
  due: MinorUnits,
  currency: CurrencyCode,
  /** The next deadline of what it owes; null when all of it is validated already. */
  deadlineOn: LocalDateText.nullable(),
  deadlineAt: InstantText.nullable(),
  /** One of its requests, from which its payment is taken. */
  requestId: Id,
})
export type TodayPayer = z.infer<typeof TodayPayer>

/** The money that a session still waits for. Minor units of the centre's currency. */
export const AwaitedMoney = z.object({
  /** Requests with something to pay, in time and late: as the list of requests counts them. */
  due: BigCount,
  overdue: BigCount,
  currency: CurrencyCode,
  /** What the seats that are held still owe, those announced by organisations included. */
  amount: BigCount,
  /** The organisations that announced that they pay and still owe, by deadline; all of them. */
  payers: z.array(TodayPayer),
})
export type AwaitedMoney = z.infer<typeof AwaitedMoney>

/** Somebody whose identity the Caisse des Dépôts would reject as it stands. */
export const TodayIdentity = z.object({
  candidate: Candidate.pick({ id: true, birthName: true, usageName: true, firstNames: true }),
  requestId: Id,
  faults: z.array(z.enum(IDENTITY_FAULTS)).min(1),
})
export type TodayIdentity = z.infer<typeof TodayIdentity>

export const TodaySeats = TodayOffer.extend({
  offeringId: Id,
  seats: BigCount,
  open: z.boolean(),
  confirmed: BigCount,
  /** Pre-validated: the seat is kept until it is paid. */
  held: BigCount,
  /** Requests that have no answer yet. */
  waiting: BigCount,
})
export type TodaySeats = z.infer<typeof TodaySeats>

/** Those to do something about, the first ones; and those of whom everybody was reminded today, who wait for somebody else now. */
const remindedApart = <R extends z.ZodType>(row: R) =>
  z.object({ total: BigCount, rows: z.array(row), remindedTotal: BigCount, reminded: z.array(row) })

export const Today = z.object({
  /** The day that it is at the centre. */
  on: LocalDateText,
  /** How many things wait for somebody: points, payments, requests. */
  waiting: BigCount,
  /** Whether anybody ever asked for this session here. */
  hasRequests: z.boolean(),
  reviews: z.object({
    total: BigCount,
    /** Actions that HQ could not read. */
    unread: BigCount,
    rows: z.array(TodayReview),
  }),
  /** Overdue first, then by deadline. */
  deadlines: remindedApart(TodayDeadline),
  requests: z.object({ total: BigCount, oldestReceivedAt: InstantText.nullable(), groups: z.array(TodayGroup) }),
  payers: z.object({ total: BigCount, rows: z.array(TodayPayer) }),
  bounced: remindedApart(TodayBounced),
  voided: remindedApart(TodayVoided),
  identities: z.object({ total: BigCount, rows: z.array(TodayIdentity) }),
  /** Candidates with a seat who have not found their data right since they were asked; null when they were not, or the session is over. */
  dataCheck: z.object({ askedAt: InstantText, unchecked: BigCount }).nullable(),
  seats: z.array(TodaySeats),
  dates: z.object({
    opensAt: InstantText.nullable(),
    /** Exclusive. */
    closesAt: InstantText.nullable(),
    examsFrom: LocalDateText,
    examsTo: LocalDateText,
  }),
})
export type Today = z.infer<typeof Today>

/** What the rail tells at every screen. */
export const DeskCounts = z.object({
  /** Requests that have no answer yet. */
  waiting: BigCount,
  /** As `Today` has it. */
  today: BigCount,
})
export type DeskCounts = z.infer<typeof DeskCounts>
