import { z } from 'zod'
import { CALL_MEANS } from '../../candidate.ts'
import { Id, InstantText, LongText, Uuid } from '../basic.ts'

export const NoteCallArgs = z.object({
  callNoteId: Uuid,
  candidateId: Id,
  means: z.enum(CALL_MEANS),
  text: LongText.trim().min(1),
  /** When it was said, by the PC's clock. */
  notedAt: InstantText,
})
export type NoteCallArgs = z.infer<typeof NoteCallArgs>
