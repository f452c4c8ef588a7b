import { z } from 'zod'
import type { Offering } from '../catalogue.ts'
import { type Decision, decided, refused } from '../decision.ts'
import { Id } from '../shapes.ts'

export const SetSeatsArgs = z.object({ offeringId: Id, seats: z.int().min(0).max(9999) })
export type SetSeatsArgs = z.infer<typeof SetSeatsArgs>

export type SetSeatsFacts = { offering: Offering | null; used: number }

/** Changes the seats of an offering. Refuses: not-found, seats-below-used with the numbers. Raising them validates nobody. */
export function decideSetSeats(args: SetSeatsArgs, { offering, used }: SetSeatsFacts): Decision {
  if (!offering) return refused('not-found', { offeringId: args.offeringId })
  if (args.seats < used) return refused('seats-below-used', { seats: args.seats, used })
  return decided({ entity: 'offering', value: { ...offering, seats: args.seats } })
}
