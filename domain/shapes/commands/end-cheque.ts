import type { z } from 'zod'
import { Uuid } from '../basic.ts'
import { ChequeEnd } from '../cheque.ts'

export const EndChequeArgs = ChequeEnd.omit({ id: true, notedBy: true }).extend({ endId: Uuid })
export type EndChequeArgs = z.infer<typeof EndChequeArgs>
