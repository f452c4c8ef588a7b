import type { TodaySeats } from '../../contract/desk-today.ts'
import { freeSeats } from '../../domain/seats.ts'

/** As many offerings as that, in their order: first those that more people ask for than seats are left, then those anybody asks for. */
export function mostWanted(seats: readonly TodaySeats[], most: number): TodaySeats[] {
  const rank = ({ seats: all, confirmed, held, waiting, open }: TodaySeats) => {
    const free = open ? freeSeats(all, confirmed + held) : 0
    return waiting > free ? 0 : free === 0 && open ? 1 : waiting > 0 ? 2 : open ? 3 : 4
  }
  const kept = new Set(seats.toSorted((a, b) => rank(a) - rank(b)).slice(0, most))
  return seats.filter((one) => kept.has(one))
}
