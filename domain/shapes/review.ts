import { z } from 'zod'
import { REVIEW_KINDS, SETTLEMENT_CHOICES } from '../review.ts'
import { Id, InstantText, LongText, ShortText, Uuid } from './basic.ts'

/** What HQ judged of a command. Itself a row of the centre's stream, written in the command's own transaction. */
export const Outcome = z.object({
  id: Uuid,
  deviceId: Id,
  name: ShortText,
  status: z.enum(['applied', 'refused']),
  code: ShortText.nullable(),
  detail: z.record(z.string().max(100), z.union([ShortText, z.number()])).nullable(),
  decidedAt: InstantText,
  /** Who asked, and when by their PC's clock; null of commands judged before this was told. */
  operatorName: ShortText.nullable(),
  doneAt: InstantText.nullable(),
  /** Of a decision that was applied, what it was about, as `entity/id`: what every PC of the centre tells who did it by. */
  about: z.array(ShortText).max(500),
  entryIds: z.array(Id).max(500),
  /** What a line of history says of it: a reason, a new deadline, a number of seats. */
  told: z.record(z.string().max(100), z.union([ShortText, z.number()])),
})
export type Outcome = z.infer<typeof Outcome>

/** Something HQ could not accept, or a fact that no longer fits: seen on every PC of the centre until a person settles it. */
export const ReviewItem = z.object({
  id: Uuid,
  commandId: Uuid,
  kind: z.enum(REVIEW_KINDS),
  name: ShortText,
  code: ShortText,
  detail: z.record(z.string().max(100), z.union([ShortText, z.number()])).nullable(),
  requestId: Id.nullable(),
  entryIds: z.array(Id).max(500),
  paymentId: Id.nullable(),
  deviceName: ShortText,
  operatorName: ShortText,
  /** When it was done at the desk, and when HQ judged it. */
  doneAt: InstantText,
  judgedAt: InstantText,
  /** Commands that fell with it. */
  dependents: z.array(z.object({ commandId: Uuid, name: ShortText, code: ShortText })).max(100),
})
export type ReviewItem = z.infer<typeof ReviewItem>

export const ReviewSettlement = z.object({
  id: Uuid,
  reviewItemId: Uuid,
  choice: z.enum(SETTLEMENT_CHOICES),
  note: LongText.nullable(),
  settledAt: InstantText,
  settledBy: ShortText,
})
export type ReviewSettlement = z.infer<typeof ReviewSettlement>
