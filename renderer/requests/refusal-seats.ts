import type { EntryRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { freeSeats } from '../../domain/seats.ts'
import { alternativesTo, type Seats, softwareName } from './feasibility.ts'
import type { RefuseTarget } from './use-targets-now.ts'

/** What is asked for by those who are about to be refused: one offering, how many seats it has left, and the others of the same exam. */
export type SeatsAsked = {
  examCode: string
  /** Null where the exam is taken without any. */
  software: string | null
  open: boolean
  /** None where the offering is closed. */
  free: number
  /** With which other software a seat is left. */
  others: { software: string; free: number }[]
  names: string[]
}

/** One an offering, in the order of the requests. */
export function seatsAsked(targets: readonly RefuseTarget[], seats: Seats): SeatsAsked[] {
  const asked = targets.flatMap(({ request, entryIds }) =>
    request.entries
      .filter(({ id, offeringId }) => entryIds.includes(id) && offeringId !== null)
      .map((entry) => ({ entry, name: fullName(request.candidate) })),
  )
  return [...Map.groupBy(asked, ({ entry }) => entry.offeringId)].flatMap(([offeringId, alike]) => {
    const offering = seats.offerings.get(offeringId ?? '')
    if (!offering) return []
    return {
      examCode: offering.examCode,
      software: offering.software.length > 0 ? softwareName(offering) : null,
      open: offering.open,
      free: offering.open ? freeSeats(offering.seats, offering.used) : 0,
      others: alternativesTo(offering, seats),
      names: alike.map(({ name }) => name),
    }
  })
}

/** The software asked for, where it is the same for all of them; none where it is not. */
export function softwareAsked(entries: readonly EntryRow[], seats: Seats): readonly string[] {
  const names = entries.map(({ offeringId }) => seats.offerings.get(offeringId ?? '')?.software ?? [])
  const [first = []] = names
  return names.every((one) => one.join() === first.join()) ? first : []
}
