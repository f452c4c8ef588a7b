import { z } from 'zod'
import { Id, LocalDateText, LocalTimeText, ShortText } from '../basic.ts'
import { Sitting } from '../catalogue.ts'

/** What a person chooses of a sitting. */
export const SittingChoice = Sitting.pick({ heldOn: true, startsAtLocal: true, room: true })
export type SittingChoice = z.infer<typeof SittingChoice>

export const SetSittingArgs = z.object({
  /** Of the sitting to change, or drawn for a new one. */
  sittingId: Id,
  offeringId: Id,
  heldOn: LocalDateText,
  /** Local start time in the centre's zone. */
  startsAtLocal: LocalTimeText,
  room: ShortText.trim().min(1),
  /** As the person saw it; null makes a new one. */
  from: SittingChoice.nullable(),
})
export type SetSittingArgs = z.infer<typeof SetSittingArgs>
