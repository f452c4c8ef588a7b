import type { Offering } from './catalogue.ts'
import type { Entry } from './entry.ts'

/** The other offerings of an exam at a centre, hence the other software on which it can be taken there: open, whether a seat is left or not. */
export function otherOfferings<O extends Pick<Offering, 'id' | 'examId' | 'open'>>(
  offerings: Iterable<O>,
  { examId, offeringId }: Pick<Entry, 'examId' | 'offeringId'>,
): O[] {
  return [...offerings].filter((other) => other.examId === examId && other.open && other.id !== offeringId)
}
