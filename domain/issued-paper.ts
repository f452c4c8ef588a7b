import type { IssuedPaper } from './shapes/issued-paper.ts'

export type { IssuedPaper } from './shapes/issued-paper.ts'

/** Papers that the ledger keeps. */
export const PAPER_KINDS = ['convocation', 'attendance-attestation'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** How a paper left the centre: printed, written to a file of its own to be handed on, sent by mail. */
export const PAPER_MEANS = ['print', 'save', 'mail'] as const
export type PaperMeans = (typeof PAPER_MEANS)[number]

/** Longest content: a convocation of eight exams with the longest names takes a third of it. */
export const LONGEST_CONTENT = 20_000

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
