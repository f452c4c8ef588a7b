import type { z } from 'zod'
import { Uuid } from '../basic.ts'
import { DepositVoid } from '../cheque.ts'

export const VoidDepositArgs = DepositVoid.omit({ id: true, voidedBy: true }).extend({ voidId: Uuid })
export type VoidDepositArgs = z.infer<typeof VoidDepositArgs>
