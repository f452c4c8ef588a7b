import { z } from 'zod'
import { Id } from '../basic.ts'

export const CloseOfferingArgs = z.object({ offeringId: Id })
export type CloseOfferingArgs = z.infer<typeof CloseOfferingArgs>
