import { z } from 'zod'
import { MOST_SEATS } from '../../commands/set-seats.ts'
import { Id } from '../basic.ts'

export const SetSeatsArgs = z.object({ offeringId: Id, seats: z.int().min(0).max(MOST_SEATS) })
export type SetSeatsArgs = z.infer<typeof SetSeatsArgs>
