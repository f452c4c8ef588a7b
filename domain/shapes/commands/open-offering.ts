import { z } from 'zod'
import { Id } from '../basic.ts'

export const OpenOfferingArgs = z.object({
  /** Of the offering to open again, or drawn for the one to be made. */
  offeringId: Id,
  /** What is offered, when it was not before; null opens one again as it was. */
  made: z
    .object({ sessionId: Id, examId: Id, softwareIds: z.array(Id).max(20), seats: z.int().min(0).max(9999) })
    .nullable(),
})
export type OpenOfferingArgs = z.infer<typeof OpenOfferingArgs>
