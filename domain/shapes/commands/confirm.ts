import { z } from 'zod'
import { Id } from '../basic.ts'

export const ConfirmArgs = z.object({ entryIds: z.array(Id).min(1).max(500) })
export type ConfirmArgs = z.infer<typeof ConfirmArgs>
