import { z } from 'zod'
import { Id, Uuid } from '../basic.ts'

export const AskDataCheckArgs = z.object({ dataCheckId: Uuid, sessionId: Id })
export type AskDataCheckArgs = z.infer<typeof AskDataCheckArgs>
