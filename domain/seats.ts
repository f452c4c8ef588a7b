import { type EntryStatus, holdsSeat } from './entry.ts'

/** How many entries hold a seat of each offering. Seats are counted from facts, never kept in a counter. */
export function countSeats(entries: Iterable<{ offeringId: string | null; status: EntryStatus }>): Map<string, number> {
  const used = new Map<string, number>()
  for (const { offeringId, status } of entries)
    if (offeringId !== null && holdsSeat(status)) used.set(offeringId, (used.get(offeringId) ?? 0) + 1)
  return used
}

/** Seats left; never negative to the eye, even if HQ lowered the seats below what is used. */
export function freeSeats(seats: number, used: number): number {
  return Math.max(0, seats - used)
}
