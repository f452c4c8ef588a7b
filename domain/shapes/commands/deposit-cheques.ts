import type { z } from 'zod'
import { Uuid } from '../basic.ts'
import { ChequeDeposit } from '../cheque.ts'

/** The deposit as it will be kept, but for who took it to the bank: the command says that. */
export const DepositChequesArgs = ChequeDeposit.omit({ id: true, depositedBy: true }).extend({ depositId: Uuid })
export type DepositChequesArgs = z.infer<typeof DepositChequesArgs>
