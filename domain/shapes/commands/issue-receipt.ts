import type { z } from 'zod'
import { Uuid } from '../basic.ts'
import { ChainLink, Receipt } from '../payment.ts'

/** The number is drawn when the receipt is issued and travels in the args: a replay never draws another. */
export const IssueReceiptArgs = Receipt.omit({ id: true, number: true }).extend({
  receiptId: Uuid,
  /** Of a version that knew no chain, and whose command still waits to be sent: none. */
  chain: ChainLink.default(null),
})
export type IssueReceiptArgs = z.infer<typeof IssueReceiptArgs>
