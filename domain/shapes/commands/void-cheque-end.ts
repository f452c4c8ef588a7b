import type { z } from 'zod'
import { Uuid } from '../basic.ts'
import { ChequeEndVoid } from '../cheque.ts'

export const VoidChequeEndArgs = ChequeEndVoid.omit({ id: true, voidedBy: true }).extend({ voidId: Uuid })
export type VoidChequeEndArgs = z.infer<typeof VoidChequeEndArgs>
