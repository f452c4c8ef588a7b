import { z } from 'zod'
import { CALL_MEANS, NIR_CHECKS, REMINDER_MEANS, REQUEST_CHANGES } from '../candidate.ts'
import { Id, InstantText, LocalDateText, LongText, ShortText } from './basic.ts'

/** HQ owns this record; the NIR never leaves HQ, centres receive only whether it agrees (`nirCheck`). */
export const Candidate = z.object({
  id: Id,
  /** « Numéro unique de candidat », given at the first pre-validation. Never validate its length: it grows. */
  nuc: ShortText.nullable(),
  birthName: ShortText,
  usageName: ShortText.nullable(),
  firstNames: ShortText,
  sex: z.enum(['F', 'M']),
  bornOn: LocalDateText,
  birthPlace: ShortText,
  birthCountry: ShortText,
  email: ShortText,
  phone: ShortText,
  addressLines: z.array(ShortText).max(4),
  postcode: ShortText,
  town: ShortText,
  nirCheck: z.enum(NIR_CHECKS),
  /**
   * The address that takes the place of `email` at `emailChangesAt`, asked by a centre; both null when no change is under way, the instant
   * as long as the new address is not proved or the old one not told.
   */
  emailNext: ShortText.nullable(),
  emailChangesAt: InstantText.nullable(),
})
export type Candidate = z.infer<typeof Candidate>

/** One thing that the candidate changed after sending, as both sides show it. */
export const RequestChange = z.object({
  /** The version of the request that it made. */
  version: z.int().min(2),
  at: InstantText,
  what: z.enum(REQUEST_CHANGES),
  /** The exam whose software changed; null for the rest. */
  examId: Id.nullable(),
  before: LongText.nullable(),
  after: LongText.nullable(),
})
export type RequestChange = z.infer<typeof RequestChange>

/** One submission for a session at this centre; it holds entries. */
export const Request = z.object({
  id: Id,
  sessionId: Id,
  candidateId: Id,
  version: z.int().min(1),
  receivedAt: InstantText,
  emailConfirmedAt: InstantText,
  /** The organisation announced as payer, or null when the candidate pays. */
  organisationId: Id.nullable(),
  note: LongText.nullable(),
  /** What the candidate changed since, oldest first. */
  changes: z.array(RequestChange).max(200),
  /** When the candidate last said that the data of this request are right; null while not, and again after a correction. */
  dataCheckedAt: InstantText.nullable(),
})
export type Request = z.infer<typeof Request>

/** « Vérifiez vos données » : the centre asked its candidates of a session to look at what HQ holds of them. */
export const DataCheck = z.object({ id: Id, sessionId: Id, askedAt: InstantText, askedBy: ShortText })
export type DataCheck = z.infer<typeof DataCheck>

/** What was said with a candidate, in a person's words. Never leaves the centre and HQ: the candidate may ask to read it (GDPR art. 15). */
export const CallNote = z.object({
  id: Id,
  candidateId: Id,
  means: z.enum(CALL_MEANS),
  text: LongText,
  notedAt: InstantText,
  notedBy: ShortText,
})
export type CallNote = z.infer<typeof CallNote>

/** The candidate was reminded of a payment that is awaited: by a mail that HQ sends, or by a call that somebody made. */
export const Reminder = z.object({
  id: Id,
  requestId: Id,
  candidateId: Id,
  sessionId: Id,
  entryIds: z.array(Id).max(50),
  means: z.enum(REMINDER_MEANS),
  sentAt: InstantText,
  sentBy: ShortText,
})
export type Reminder = z.infer<typeof Reminder>

/** What a person is known by, and what is printed of them. */
export const Identity = Candidate.pick({
  ...{ birthName: true, usageName: true, firstNames: true },
  ...{ sex: true, bornOn: true, birthPlace: true, birthCountry: true },
})
export type Identity = z.infer<typeof Identity>
