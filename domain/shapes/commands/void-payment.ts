import { z } from 'zod'
import { InstantText, LongText, Uuid } from '../basic.ts'

export const VoidPaymentArgs = z.object({ voidId: Uuid, paymentId: Uuid, reason: LongText, voidedAt: InstantText })
export type VoidPaymentArgs = z.infer<typeof VoidPaymentArgs>
