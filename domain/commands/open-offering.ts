import type { Exam, Offering } from '../catalogue.ts'
import { type Decision, decided, refused } from '../decision.ts'
import type { OpenOfferingArgs } from '../shapes/commands/open-offering.ts'

export type { OpenOfferingArgs } from '../shapes/commands/open-offering.ts'

export type OpenOfferingFacts = {
  /** The one with this id, when there is one. */
  offering: Offering | null
  /** The exam to be offered, when it is one of the catalogue. */
  exam: Exam | null
  /** Those of the software ids given that the catalogue knows. */
  knownSoftware: ReadonlySet<string>
  /** The centre's other offerings of that exam. */
  others: readonly Offering[]
}

/**
 * Opens an offering again, or a new one: (session, exam, software set) → seats. A set of software is offered once: candidates choose
 * between sets, never between two alike. Refuses: not-found (the offering, the exam, a software), already-open, offering-exists with the
 * one that is there, software-missing (the exam needs some), not-valid (the id is taken, an exam of another session, a software named
 * twice, or for an exam that needs none).
 */
export function decideOpenOffering({ offeringId, made }: OpenOfferingArgs, facts: OpenOfferingFacts): Decision {
  const { offering, exam, knownSoftware, others } = facts
  if (!made) {
    if (!offering) return refused('not-found', { offeringId })
    if (offering.open) return refused('already-open')
    return decided({ entity: 'offering', value: { ...offering, open: true } })
  }
  const { sessionId, examId, softwareIds, seats } = made
  if (offering) return refused('not-valid', { field: 'offeringId' })
  if (!exam) return refused('not-found', { examId })
  if (exam.sessionId !== sessionId) return refused('not-valid', { field: 'sessionId' })
  if (new Set(softwareIds).size < softwareIds.length) return refused('not-valid', { field: 'softwareIds' })
  const unknown = softwareIds.find((id) => !knownSoftware.has(id))
  if (unknown !== undefined) return refused('not-found', { softwareId: unknown })
  if (exam.needsSoftware && softwareIds.length === 0) return refused('software-missing')
  if (!exam.needsSoftware && softwareIds.length > 0) return refused('not-valid', { field: 'softwareIds' })
  const same = others.find((other) => other.examId === examId && isSameSet(other.softwareIds, softwareIds))
  if (same) return refused('offering-exists', { offeringId: same.id })
  return decided({ entity: 'offering', value: { id: offeringId, sessionId, examId, softwareIds, seats, open: true } })
}

/** Whether two lists name the same software, whatever their order. */
export function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id) => others.includes(id))
}
