import { z } from 'zod'
import { RETURN_MEANS } from '../credit.ts'
import { InstantText, LocalDateText, LongText, MinorUnits, ShortText, Uuid } from './basic.ts'
import { Allocation } from './payment.ts'

/** Money kept for a payer, put to exams still to be paid: allocations of the payment from which it was left, made later. */
export const CreditUse = z.object({
  id: Uuid,
  paymentId: Uuid,
  allocations: z.array(Allocation).min(1).max(500),
  /** What the payment had allocated and no longer does: to exams that ended, or paid twice. The rest was never allocated. */
  takenFrom: z.array(Allocation).max(1000),
  usedAt: InstantText,
  usedBy: ShortText,
})
export type CreditUse = z.infer<typeof CreditUse>

/** Money kept for a payer and given back. */
export const CreditReturn = z.object({
  id: Uuid,
  paymentId: Uuid,
  amount: MinorUnits,
  means: z.enum(RETURN_MEANS),
  returnedOn: LocalDateText,
  note: LongText.nullable(),
  /** As of a use. */
  takenFrom: z.array(Allocation).max(1000),
  returnedAt: InstantText,
  returnedBy: ShortText,
})
export type CreditReturn = z.infer<typeof CreditReturn>
