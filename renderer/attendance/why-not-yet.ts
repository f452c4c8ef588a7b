import type { SittingRow } from '../../contract/desk.ts'
import { toLocalDate } from '../../domain/time.ts'
import { sayRefusal } from '../../text/fr.ts'
import type { ReadyDesk } from '../frame/office.tsx'

/** Why nobody's attendance can be noted at this sitting yet; null when it can: from its day on, in the centre's zone. */
export function whyNotYet(
  { now, centre }: Pick<ReadyDesk, 'now' | 'centre'>,
  { heldOn }: Pick<SittingRow, 'heldOn'>,
): string | null {
  const today = toLocalDate(now, centre.timeZone)
  return today < heldOn ? sayRefusal({ code: 'sitting-to-come', detail: { heldOn } }) : null
}
