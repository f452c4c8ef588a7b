import type { z } from 'zod'
import { Uuid } from '../basic.ts'
import { CreditNote } from '../credit-note.ts'
import { ChainLink } from '../payment.ts'

/** The number is drawn when the note is issued and travels in the args: a replay never draws another. */
export const IssueCreditNoteArgs = CreditNote.omit({ id: true, number: true, issuedBy: true }).extend({
  creditNoteId: Uuid,
  /** As for a receipt. */
  chain: ChainLink.default(null),
})
export type IssueCreditNoteArgs = z.infer<typeof IssueCreditNoteArgs>
