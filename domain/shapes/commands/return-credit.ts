import type { z } from 'zod'
import { Uuid } from '../basic.ts'
import { CreditReturn } from '../credit.ts'

/** As of a use: what it is taken from is for the rule to find. */
export const ReturnCreditArgs = CreditReturn.omit({ id: true, takenFrom: true, returnedBy: true }).extend({
  returnId: Uuid,
})
export type ReturnCreditArgs = z.infer<typeof ReturnCreditArgs>
