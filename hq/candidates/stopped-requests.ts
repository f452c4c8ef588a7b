import type { MyStoppedRequest } from '../../contract/candidate-pages.ts'
import type { Tx } from '../db/open.ts'
import { hasAskedSince } from './has-asked-since.ts'

/**
 * The requests of a record that did not leave because another record may be the same person's, the latest first, unless another was sent
 * since. Of the other record nothing is told.
 */
export async function stoppedRequestsOf(tx: Tx, candidateId: string): Promise<MyStoppedRequest[]> {
  const blocks = await tx
    .selectFrom('duplicateBlock')
    .innerJoin('duplicateCase', 'duplicateCase.id', 'duplicateBlock.caseId')
    .leftJoin('examSession', 'examSession.id', 'duplicateBlock.sessionId')
    .leftJoin('centre', 'centre.id', 'duplicateBlock.centreId')
    .select(['duplicateBlock.blockedAt as at', 'duplicateCase.settledAs', 'examCodes'])
    .select(['examSession.label as sessionLabel', 'centre.name as centreName'])
    .where('duplicateBlock.candidateId', '=', candidateId)
    .orderBy('duplicateBlock.blockedAt', 'desc')
    .execute()
  const stopped: MyStoppedRequest[] = []
  // One request may have been stopped by several records.
  for (const [at, cases] of Map.groupBy(blocks, (block) => block.at)) {
    const [first] = cases
    if (!first || (await hasAskedSince(tx, candidateId, at))) continue
    const { sessionLabel, centreName, examCodes } = first
    const decided = cases.map(({ settledAs }) => settledAs)
    stopped.push({
      ...{ at, sessionLabel, centreName, examCodes: examCodes ?? [] },
      decided: decided.includes(null) ? null : decided.includes('same') ? 'same' : 'apart',
    })
  }
  return stopped
}
