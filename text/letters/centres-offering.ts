import type { OfferingCentre } from '../../contract/other-centres.ts'

/** An exam as it was asked for; `software` null: any will do. */
export type Wanted = { examCode: string; software: readonly string[] | null }

/** As many as the candidate's mail names. */
const MOST_NAMED = 8

/** Those of these centres that still offer all of these exams with the same software, in the order given. */
export function centresOffering(centres: readonly OfferingCentre[], wanted: readonly Wanted[]): OfferingCentre[] {
  return centres
    .filter(({ offers }) =>
      wanted.every(({ examCode, software }) =>
        offers.some(
          (offer) => offer.examCode === examCode && (software === null || isSameSet(offer.software, software)),
        ),
      ),
    )
    .slice(0, MOST_NAMED)
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one))
}
