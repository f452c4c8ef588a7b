import { z } from 'zod'
import { Id } from '../basic.ts'
import { SittingChoice } from './set-sitting.ts'

export const CancelSittingArgs = z.object({
  sittingId: Id,
  /** As the person saw it. */
  from: SittingChoice,
})
export type CancelSittingArgs = z.infer<typeof CancelSittingArgs>
