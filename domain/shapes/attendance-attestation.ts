import { z } from 'zod'
import { LONGEST_FILLED, MOST_WORDING_LINES } from '../wording.ts'
import { Id } from './basic.ts'
import { ConvenedSitting } from './convocation.ts'
import { LetterAddressee, LetterSender } from './letter.ts'

/**
 * Everything an attestation of attendance says, frozen when it is issued: who came, to which exam, when, where. Never a NIR, never a result.
 * What it says is compared with what would be said now to know whether it still holds.
 */
export const AttendanceAttestation = z.object({
  ...LetterSender.shape,
  ...LetterAddressee.shape,
  /** What it is about; not printed. */
  entryId: Id,
  sittingId: Id,
  sitting: ConvenedSitting,
  /** The centre's own paragraph, filled; absent where it has none. */
  words: z.array(z.string().max(LONGEST_FILLED)).max(MOST_WORDING_LINES).optional(),
})
export type AttendanceAttestation = z.infer<typeof AttendanceAttestation>
