import { z } from 'zod'
import { TERRITORIES } from '../calendar.ts'
import { ROLES } from '../catalogue.ts'
import {
  Count,
  CurrencyCode,
  Id,
  InstantText,
  LocalDateText,
  LocalTimeText,
  LongText,
  MinorUnits,
  ShortText,
  TimeZoneText,
} from './basic.ts'

/** What HQ publishes (stream `common`) and what a centre offers. Rows, as they are stored and as they cross the wire. */

export const ExamSession = z.object({ id: Id, label: ShortText, startsOn: LocalDateText, endsOn: LocalDateText })
export type ExamSession = z.infer<typeof ExamSession>

/** An exam of the catalogue, versioned per session. The window is for submission only; a request sent in time may be decided later. */
export const Exam = z.object({
  id: Id,
  sessionId: Id,
  code: ShortText,
  family: ShortText,
  label: ShortText,
  minutes: Count,
  needsSoftware: z.boolean(),
  registrationOpensAt: InstantText,
  registrationClosesAt: InstantText,
  allowedDates: z.array(LocalDateText).max(100),
  /** The fee by currency, in minor units. Code never converts. */
  fee: z.object({ EUR: MinorUnits, XPF: MinorUnits }),
})
export type Exam = z.infer<typeof Exam>

export const Software = z.object({ id: Id, name: ShortText })
export type Software = z.infer<typeof Software>

/** What everyone may know of a centre. */
export const Centre = z.object({
  id: Id,
  code: ShortText,
  name: ShortText,
  town: ShortText,
  department: ShortText,
  inseeCommune: ShortText,
  territory: z.enum(TERRITORIES),
  timeZone: TimeZoneText,
  currency: CurrencyCode,
  accreditationNumber: ShortText,
  /** Last day of the accreditation (C. trav. R.6113-16), in the centre's zone. */
  accreditationEndsOn: LocalDateText,
  /** Where candidates reach the centre; null when HQ was not told. */
  phone: ShortText.nullable(),
  email: ShortText.nullable(),
})
export type Centre = z.infer<typeof Centre>

/** Who signs for the centre: a name, in what quality, and where (« Fait à … »). */
export const Signatory = z.object({ name: ShortText, quality: ShortText, place: ShortText })
export type Signatory = z.infer<typeof Signatory>

/** What the centre itself decides. Same id as the centre. */
export const CentreSettings = z.object({
  id: Id,
  addressLines: z.array(ShortText).max(6),
  /** Free lines of identifiers and legal wording, printed under the centre's name (SIRET…). */
  legalLines: z.array(LongText).max(8),
  /** VAT wording of receipts. No default: whether exam fees are exempt depends on the centre. */
  vatWording: LongText.nullable(),
  /**
   * The declaration of activity as a training body (C. trav. L.6351-1): eleven digits, and the region whose prefect registered it; null:
   * none, or not to be printed.
   */
  activity: z.object({ number: ShortText, region: ShortText }).nullable(),
  paymentTerms: LongText,
  /** The centre's own paragraph on each kind of paper (`wording.ts`); null: the original. */
  convocationWording: LongText.nullable(),
  confirmationWording: LongText.nullable(),
  reminderWording: LongText.nullable(),
  refusalWording: LongText.nullable(),
  attestationWording: LongText.nullable(),
  attendanceWording: LongText.nullable(),
  /** Who signs the papers that are signed, and where; null: whoever is there, by hand. */
  signatory: Signatory.nullable(),
  deadlineReading: z.enum(['A', 'B']),
  goodFriday: z.boolean(),
  boxingDay: z.boolean(),
  closedDays: z.array(LocalDateText).max(400),
  workedHolidays: z.array(LocalDateText).max(400),
})
export type CentreSettings = z.infer<typeof CentreSettings>

export const Device = z.object({ id: Id, name: ShortText, series: ShortText })
export type Device = z.infer<typeof Device>

export const Operator = z.object({ id: Id, name: ShortText, role: z.enum(ROLES), active: z.boolean() })
export type Operator = z.infer<typeof Operator>

/** A training centre, employer or funder that pays for several candidates. */
export const Organisation = z.object({
  id: Id,
  name: ShortText,
  addressLines: z.array(ShortText).max(6),
  /** Accepted on account: its entries may be confirmed before the money arrives. */
  onAccount: z.boolean(),
})
export type Organisation = z.infer<typeof Organisation>

/** (session, exam, software set) → seats. */
export const Offering = z.object({
  id: Id,
  sessionId: Id,
  examId: Id,
  softwareIds: z.array(Id).max(20),
  seats: Count,
  open: z.boolean(),
})
export type Offering = z.infer<typeof Offering>

export const Sitting = z.object({
  id: Id,
  sessionId: Id,
  offeringId: Id,
  heldOn: LocalDateText,
  /** Local start time in the centre's zone. */
  startsAtLocal: LocalTimeText,
  room: ShortText,
  /** Called off: it stays, since papers may name it, and counts for nothing. */
  cancelled: z.boolean(),
})
export type Sitting = z.infer<typeof Sitting>
