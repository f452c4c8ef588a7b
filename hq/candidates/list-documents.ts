import type { MyDocument, MyRequest } from '../../contract/candidate-pages.ts'
import type { Tx } from '../db/open.ts'

/**
 * The papers of a candidate's requests, in their order, the latest version first. A request whose present version was not kept (it came
 * otherwise than by HQ's pages) has one made of what is there.
 */
export async function documentsOf(
  tx: Tx,
  candidateId: string,
  requests: readonly Pick<MyRequest, 'id' | 'version' | 'sessionLabel' | 'centre'>[],
): Promise<MyDocument[]> {
  const kept = await tx
    .selectFrom('requestVersion')
    .select(['requestId', 'version', 'madeAt'])
    .where('candidateId', '=', candidateId)
    .orderBy('version', 'desc')
    .execute()
  return requests.flatMap(({ id, version, sessionLabel, centre }) => {
    const versions = kept.filter(({ requestId }) => requestId === id)
    const present = versions.some((one) => one.version === version) ? [] : [{ requestId: id, version, madeAt: null }]
    return [...present, ...versions].map((one) => ({
      ...{ kind: 'confirmation' as const, ...one, sessionLabel, centreName: centre.name },
    }))
  })
}
