import { z } from 'zod'
import { Id } from '../basic.ts'

export const ProposeOfferingArgs = z.object({
  requestId: Id,
  entryId: Id,
  /** Of the same exam at this centre; null takes a proposal back. */
  offeringId: Id.nullable(),
})
export type ProposeOfferingArgs = z.infer<typeof ProposeOfferingArgs>
