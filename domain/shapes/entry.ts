import { z } from 'zod'
import { ENTRY_STATUSES, REFUSAL_REASONS } from '../entry.ts'
import { CurrencyCode, Id, InstantText, LocalDateText, LongText, MinorUnits, ShortText } from './basic.ts'

/** One exam within a request: the thing that has a state. */
export const Entry = z.object({
  id: Id,
  requestId: Id,
  candidateId: Id,
  sessionId: Id,
  examId: Id,
  /** null = « à placer » */
  offeringId: Id.nullable(),
  status: z.enum(ENTRY_STATUSES),
  /** The fee agreed when the request was made, minor units. */
  feeAmount: MinorUnits,
  currency: CurrencyCode,
  /** Why the centre refused it, or removed it. A withdrawn entry without one was given up by the candidate. */
  refusal: z.object({ reason: z.enum(REFUSAL_REASONS), text: LongText.nullable() }).nullable(),
  prevalidatedAt: InstantText.nullable(),
  /** Last working day to pay, in the centre's zone. */
  deadlineOn: LocalDateText.nullable(),
  /** Exclusive instant at which the deadline is over. */
  deadlineAt: InstantText.nullable(),
  confirmedAt: InstantText.nullable(),
  carriedFrom: Id.nullable(),
  /** Another software that the centre proposes while it is requested; the candidate accepts it at HQ. Rows told before this field was there have none. */
  proposedOfferingId: Id.nullable().default(null),
  /** Under which agreement or order of its payer it was confirmed on account, as typed: « convention 2026-114 ». As above. */
  agreement: ShortText.nullable().default(null),
  /** When somebody was told that a cheque for it is in the post, and the seat was held for that; null once something else was decided. As above. */
  chequeAnnouncedAt: InstantText.nullable().default(null),
})
export type Entry = z.infer<typeof Entry>
