import type { Loader } from './loader.ts'

/**
 * A centre issues papers to the candidates of its requests. Locked first, by id, looked at afterwards: one who is leaving at this moment
 * takes their papers along.
 */
export const loadIssuePaper: Loader<'paper.issue'> = async (tx, centreId, { papers }) => {
  const candidateIds = [...new Set(papers.map(({ candidateId }) => candidateId))]
  const requestIds = [...new Set(papers.map(({ requestId }) => requestId))]
  await tx.selectFrom('candidate').select('id').where('id', 'in', candidateIds).orderBy('id').forNoKeyUpdate().execute()
  const requests = await tx
    .selectFrom('request')
    .select(['id', 'candidateId'])
    .where('centreId', '=', centreId)
    .where('id', 'in', requestIds)
    .execute()
  const [only] = requestIds
  return {
    facts: { known: new Map(requests.map(({ id, candidateId }) => [id, candidateId])) },
    subject: {
      requestId: (requestIds.length === 1 && requests.length === 1 && only) || null,
      entryIds: [],
      paymentId: null,
    },
  }
}
