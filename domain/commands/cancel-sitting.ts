import type { Sitting } from '../catalogue.ts'
import { type Circumstances, type Decision, decided, refused } from '../decision.ts'
import type { CancelSittingArgs } from '../shapes/commands/cancel-sitting.ts'
import { toLocalDate } from '../time.ts'
import { changedField } from './set-sitting.ts'

export type CancelSittingFacts = { sitting: Sitting | null; timeZone: string }

/**
 * Calls a sitting off: it stays, named on papers perhaps, and counts for nothing. Refuses: not-found, already-cancelled, sitting-past
 * (held before today in the centre's zone), value-changed with the field.
 */
export function decideCancelSitting(
  { sittingId, from }: CancelSittingArgs,
  { sitting, timeZone }: CancelSittingFacts,
  { at }: Circumstances,
): Decision {
  if (!sitting) return refused('not-found', { sittingId })
  if (sitting.cancelled) return refused('already-cancelled')
  const changed = changedField(from, sitting)
  if (changed) return refused('value-changed', { field: changed })
  if (sitting.heldOn < toLocalDate(at, timeZone)) return refused('sitting-past', { heldOn: sitting.heldOn })
  return decided({ entity: 'sitting', value: { ...sitting, cancelled: true } })
}
