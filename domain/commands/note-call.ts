import { z } from 'zod'
import { CALL_MEANS } from '../candidate.ts'
import type { Circumstances, Refusal } from '../decision.ts'
import type { Write } from '../entities.ts'
import { Id, InstantText, LongText, Uuid } from '../shapes.ts'

export const NoteCallArgs = z.object({
  callNoteId: Uuid,
  candidateId: Id,
  means: z.enum(CALL_MEANS),
  text: LongText.trim().min(1),
  /** When it was said, by the PC's clock. */
  notedAt: InstantText,
})
export type NoteCallArgs = z.infer<typeof NoteCallArgs>

/** `isKnown`: the centre sees this candidate. */
export type NoteCallFacts = { isKnown: boolean }

/** Objects: not-found. */
export function objectToCallNote(_args: NoteCallArgs, { isKnown }: NoteCallFacts): Refusal | null {
  return isKnown ? null : { code: 'not-found' }
}

/** What was said with a candidate, kept with who noted it. Of somebody who has left the centre nothing more is kept (GDPR art. 5). */
export function recordCallNote(
  args: NoteCallArgs,
  { isKnown }: NoteCallFacts,
  { operatorName }: Circumstances,
): Write[] {
  if (!isKnown) return []
  const { callNoteId: id, ...rest } = args
  return [{ entity: 'callNote', value: { id, ...rest, notedBy: operatorName } }]
}
