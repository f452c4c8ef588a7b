import { z } from 'zod'
import { Id, InstantText, ShortText, Uuid } from './shapes.ts'

/** Papers that the ledger keeps. */
export const PAPER_KINDS = ['convocation'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** How a paper left the centre: printed, written to a file of its own to be handed on, sent by mail. */
export const PAPER_MEANS = ['print', 'save', 'mail'] as const
export type PaperMeans = (typeof PAPER_MEANS)[number]

/** Longest content: a convocation of eight exams with the longest names takes a third of it. */
export const LONGEST_CONTENT = 20_000

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

/**
 * Whether `one` takes the place of `other`, of the same kind about the same: by its version, then, where two PCs each issued that one, by
 * when; by id in the same instant. A clock that is late changes nothing of what a PC issued after it knew of another.
 */
export function isLater(
  one: Pick<IssuedPaper, 'version' | 'issuedAt' | 'id'>,
  other: Pick<IssuedPaper, 'version' | 'issuedAt' | 'id'>,
): boolean {
  if (one.version !== other.version) return one.version > other.version
  return one.issuedAt === other.issuedAt ? one.id > other.id : one.issuedAt > other.issuedAt
}

/**
 * Of papers of one kind, the one that counts for each thing that they are about.
 * @param about what a paper is about: a request, or a candidate in a session
 * @returns by what `about` gives
 */
export function currentPapers<P extends Pick<IssuedPaper, 'id' | 'version' | 'issuedAt'>>(
  papers: Iterable<P>,
  about: (paper: P) => string,
): Map<string, P> {
  const current = new Map<string, P>()
  for (const paper of papers) {
    const known = current.get(about(paper))
    if (!known || isLater(paper, known)) current.set(about(paper), paper)
  }
  return current
}
