import type { z } from 'zod'
import { Uuid } from '../basic.ts'
import { CreditUse } from '../credit.ts'

/** What it is taken from is for the rule to find: HQ has the last word on it. */
export const UseCreditArgs = CreditUse.omit({ id: true, takenFrom: true, usedBy: true }).extend({ useId: Uuid })
export type UseCreditArgs = z.infer<typeof UseCreditArgs>
