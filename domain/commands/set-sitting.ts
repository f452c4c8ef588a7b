import type { Exam, Offering, Sitting } from '../catalogue.ts'
import { type Circumstances, type Decision, decided, refused } from '../decision.ts'
import type { SetSittingArgs, SittingChoice } from '../shapes/commands/set-sitting.ts'
import { toLocalDate } from '../time.ts'

export type { SittingChoice } from '../shapes/commands/set-sitting.ts'

export type SetSittingFacts = {
  /** The one with this id, when there is one. */
  sitting: Sitting | null
  offering: Offering | null
  /** The exam of the offering. */
  exam: Exam | null
  /** The offering's other sittings, those called off too. */
  others: readonly Sitting[]
  timeZone: string
}

/**
 * Says when and where an offering is sat: a new sitting, or another date, hour or room of one. Refuses: not-found (offering, exam, the
 * sitting to change), not-valid (the id is taken, or is another offering's), value-changed with the field (somebody changed it
 * meanwhile), already-cancelled, sitting-past (before today in the centre's zone, or already held), date-not-allowed (not one of HQ's),
 * sitting-exists (the same day, hour and room: two PCs added it).
 */
export function decideSetSitting(args: SetSittingArgs, facts: SetSittingFacts, { at }: Circumstances): Decision {
  const { sittingId, offeringId, heldOn, startsAtLocal, room, from } = args
  const { sitting, offering, exam, others, timeZone } = facts
  if (!offering || !exam) return refused('not-found', { offeringId })
  if (from === null && sitting) return refused('not-valid', { field: 'sittingId' })
  if (from !== null && !sitting) return refused('not-found', { sittingId })
  if (sitting && sitting.offeringId !== offeringId) return refused('not-valid', { field: 'offeringId' })
  if (sitting?.cancelled) return refused('already-cancelled')
  const changed = from && sitting && changedField(from, sitting)
  if (changed) return refused('value-changed', { field: changed })
  const today = toLocalDate(at, timeZone)
  const past = [sitting?.heldOn ?? heldOn, heldOn].find((date) => date < today)
  if (past !== undefined) return refused('sitting-past', { heldOn: past })
  if (!exam.allowedDates.includes(heldOn)) return refused('date-not-allowed', { heldOn })
  const choice = { heldOn, startsAtLocal, room }
  if (others.some((other) => other.id !== sittingId && !other.cancelled && changedField(choice, other) === null))
    return refused('sitting-exists', { heldOn, startsAtLocal, room })
  const { sessionId } = offering
  const value: Sitting = { id: sittingId, sessionId, offeringId, ...choice, cancelled: false }
  return decided({ entity: 'sitting', value })
}

const CHOSEN = ['heldOn', 'startsAtLocal', 'room'] as const satisfies readonly (keyof SittingChoice)[]

/** The first field that is no longer as the person saw it. */
export function changedField(from: SittingChoice, sitting: Sitting): keyof SittingChoice | null {
  return CHOSEN.find((field) => from[field] !== sitting[field]) ?? null
}
