import { z } from 'zod'
import { LONGEST_CONTENT, PAPER_MEANS } from '../issued-paper.ts'
import { Id, InstantText, ShortText, Uuid } from './basic.ts'

/** A paper about a candidate that was issued: what it said, to whom, how, when, by whom. A row is only ever added. */
export const IssuedPaper = z.object({
  id: Uuid,
  /** One of `PAPER_KINDS`, or a kind of a later version: an older PC keeps what it cannot read. */
  kind: ShortText,
  sessionId: Id,
  candidateId: Id,
  requestId: Id,
  /** Counted by kind and what it is about. Two PCs may each issue a version 2: see `isLater`. */
  version: z.int().min(1),
  /** SHA-256, in hexadecimal, of the content as canonical JSON: two papers that say the same have the same. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  /** Everything it says, as JSON, frozen: a reprint is made of it. */
  content: z.string().min(2).max(LONGEST_CONTENT),
  /** The name it was made out to. */
  recipient: ShortText,
  means: z.enum(PAPER_MEANS),
  issuedAt: InstantText,
  issuedBy: ShortText,
})
export type IssuedPaper = z.infer<typeof IssuedPaper>
