import type { Circumstances, Refusal } from '../decision.ts'
import type { Write } from '../entities.ts'
import type { IssuePaperArgs } from '../shapes/commands/issue-paper.ts'

/** As many as one command carries: what is printed at once is issued whole or not at all. */
export const MOST_PAPERS = 50

/** `known`: of the requests named, those that the centre has, each with its candidate. */
export type IssuePaperFacts = { known: ReadonlyMap<string, string> }

const isKnown = ({ requestId, candidateId }: IssuePaperArgs['papers'][number], { known }: IssuePaperFacts) =>
  known.get(requestId) === candidateId

/** Objects: not-found, when the centre has not the request of one of them. */
export function objectToPapers({ papers }: IssuePaperArgs, facts: IssuePaperFacts): Refusal | null {
  return papers.every((paper) => isKnown(paper, facts)) ? null : { code: 'not-found' }
}

/** The ledger of what was issued. Of somebody who has left the centre nothing more is kept (GDPR art. 5). */
export function recordPapers(
  { issuedAt, papers }: IssuePaperArgs,
  facts: IssuePaperFacts,
  { operatorName: issuedBy }: Circumstances,
): Write[] {
  return papers
    .filter((paper) => isKnown(paper, facts))
    .map((paper) => ({ entity: 'issuedPaper', value: { ...paper, issuedAt, issuedBy } }))
}
