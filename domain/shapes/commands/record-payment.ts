import type { z } from 'zod'
import { Uuid } from '../basic.ts'
import { Payment } from '../payment.ts'

/** The payment as it will be kept, but for who recorded it: the command says that. Commands of before cheques were described have no `cheque`. */
export const RecordPaymentArgs = Payment.omit({ id: true, recordedBy: true }).extend({
  paymentId: Uuid,
  cheque: Payment.shape.cheque.default(null),
})
export type RecordPaymentArgs = z.infer<typeof RecordPaymentArgs>
