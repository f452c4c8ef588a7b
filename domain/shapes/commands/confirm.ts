import { z } from 'zod'
import { Id, ShortText } from '../basic.ts'

export const ConfirmArgs = z.object({
  entryIds: z.array(Id).min(1).max(500),
  /** Of those on account, the reference of the payer's agreement or order; absent of those paid, and of commands of before there was one. */
  agreement: ShortText.nullable().optional(),
})
export type ConfirmArgs = z.infer<typeof ConfirmArgs>
