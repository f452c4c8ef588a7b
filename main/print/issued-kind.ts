import type { Candidate } from '../../domain/candidate.ts'
import type { PaperKind } from '../../domain/issued-paper.ts'
import type { Made } from './document-draft.ts'

/** What every issued paper says: whose it is, and of which session. */
export type IssuedContent = Pick<Candidate, 'birthName' | 'usageName' | 'firstNames'> & { sessionLabel: string }

/** One paper to print: as it was issued when that still holds, else a new version. */
export type ToPrint<C extends IssuedContent> = {
  requestId: string
  candidateId: string
  content: C
  version: number
  /** Whether this version is new: it is then issued. */
  isNew: boolean
  /** The version that it takes the place of. */
  replaces: number | null
}

/** A kind of paper that is issued: how it is printed and called. */
export type IssuedKind<C extends IssuedContent> = {
  kind: PaperKind
  /** Raised when the template changes; reprints keep the content of their version. */
  templateVersion: number
  htmlOf: (papers: readonly ToPrint<C>[], made: Omit<Made, 'version'>) => string
  titleOf: (content: C) => string
  /** @param first one of them */
  titleOfMany: (count: number, first: C) => string
  /** How files begin: of one paper, of many. */
  fileNames: { one: string; many: string }
}
