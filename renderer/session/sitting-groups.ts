import type { OfferingRow, SittingRow } from '../../contract/desk.ts'

export type SittingGroup = { offering: OfferingRow; sittings: SittingRow[] }

/**
 * The sittings of each offering, by date and hour. An offering that is closed, has nobody and is not sat needs none.
 * @returns the offerings without a date first: they are what is left to do
 */
export function groupSittings(offerings: readonly OfferingRow[], sittings: readonly SittingRow[]): SittingGroup[] {
  const groups = offerings
    .map((offering) => ({
      offering,
      sittings: sittings
        .filter(({ offeringId }) => offeringId === offering.id)
        .toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1)),
    }))
    .filter((group) => group.offering.open || group.offering.used > 0 || group.sittings.length > 0)
  return groups.sort((a, b) => (firstOf(a) < firstOf(b) ? -1 : 1))
}

function firstOf({ offering, sittings: [first] }: SittingGroup): string {
  return `${first ? startOf(first) : ''} ${offering.examCode} ${offering.id}`
}

function startOf({ heldOn, startsAtLocal, id }: SittingRow): string {
  return `${heldOn} ${startsAtLocal} ${id}`
}

/** Wall-clock arithmetic: exams do not run across a clock change. @returns `HH:MM` */
export function endsAt({ startsAtLocal, minutes }: Pick<SittingRow, 'startsAtLocal' | 'minutes'>): string {
  const total = Number(startsAtLocal.slice(0, 2)) * 60 + Number(startsAtLocal.slice(3)) + minutes
  return `${String(Math.floor(total / 60) % 24).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}
