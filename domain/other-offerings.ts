import type { Offering } from './catalogue.ts'
import type { Entry, RefusalReason } from './entry.ts'
import { freeSeats } from './seats.ts'

/** The other offerings of an exam at a centre, hence the other software on which it can be taken there: open, whether a seat is left or not. */
export function otherOfferings<O extends Pick<Offering, 'id' | 'examId' | 'open'>>(
  offerings: Iterable<O>,
  { examId, offeringId }: Pick<Entry, 'examId' | 'offeringId'>,
): O[] {
  return [...offerings].filter((other) => other.examId === examId && other.open && other.id !== offeringId)
}

/** Those of them in which a seat is left. @param usedOf how many seats of an offering are taken */
export function othersWithSeat<O extends Pick<Offering, 'id' | 'examId' | 'open' | 'seats'>>(
  offerings: Iterable<O>,
  entry: Pick<Entry, 'examId' | 'offeringId'>,
  usedOf: (offering: O) => number,
): { offering: O; free: number }[] {
  return otherOfferings(offerings, entry).flatMap((offering) => {
    const free = freeSeats(offering.seats, usedOf(offering))
    return free > 0 ? [{ offering, free }] : []
  })
}

/** Reasons that another software may mend. */
const OF_SOFTWARE: readonly RefusalReason[] = ['full', 'closed', 'software']

/** What the centre can offer instead to somebody whom it refused: the same exam with another software, a seat left. */
export function offersInstead<O extends Pick<Offering, 'id' | 'examId' | 'open' | 'seats'>>(
  offerings: Iterable<O>,
  entry: Pick<Entry, 'examId' | 'offeringId' | 'refusal'>,
  usedOf: (offering: O) => number,
): { offering: O; free: number }[] {
  const { refusal } = entry
  return refusal && OF_SOFTWARE.includes(refusal.reason) ? othersWithSeat(offerings, entry, usedOf) : []
}
