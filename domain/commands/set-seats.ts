import type { Offering } from '../catalogue.ts'
import { type Decision, decided, refused } from '../decision.ts'
import type { SetSeatsArgs } from '../shapes/commands/set-seats.ts'

/** No room holds more. */
export const MOST_SEATS = 9999

/** Whether an offering may have so many seats: none is one way to close it. */
export function isSeatCount(seats: number): boolean {
  return Number.isInteger(seats) && seats >= 0 && seats <= MOST_SEATS
}

export type SetSeatsFacts = { offering: Offering | null; used: number }

/** Changes the seats of an offering. Refuses: not-found, seats-below-used with the numbers. Raising them validates nobody. */
export function decideSetSeats(args: SetSeatsArgs, { offering, used }: SetSeatsFacts): Decision {
  if (!offering) return refused('not-found', { offeringId: args.offeringId })
  if (args.seats < used) return refused('seats-below-used', { seats: args.seats, used })
  return decided({ entity: 'offering', value: { ...offering, seats: args.seats } })
}
