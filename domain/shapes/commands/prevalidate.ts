import { z } from 'zod'
import { Id } from '../basic.ts'

export const PrevalidateArgs = z.object({ requestId: Id, entryIds: z.array(Id).min(1).max(50) })
export type PrevalidateArgs = z.infer<typeof PrevalidateArgs>
