import type { Circumstances, Refusal } from '../decision.ts'
import type { Write } from '../entities.ts'
import type { NoteCallArgs } from '../shapes/commands/note-call.ts'

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
