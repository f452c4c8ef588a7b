import { inSnapshot } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import type { Confirmation } from '../papers/confirmation-paper.ts'
import type { SignedIn } from './account-sessions.ts'
import { readMe } from './read-me.ts'
import { contentOf, rowsOf } from './request-versions.ts'

/** What a version's confirmation is made of, and its session; null when it is not this candidate's, or there is no such version. */
export async function readConfirmation(
  hq: Pick<Hq, 'db' | 'clock' | 'nirKey'>,
  who: SignedIn,
  requestId: string,
  version: number,
): Promise<(Confirmation & { sessionId: string }) | null> {
  const { requests, now } = await readMe(hq, who)
  const state = requests.find(({ id }) => id === requestId)
  if (!state) return null
  return inSnapshot(hq.db, async (tx) => {
    const kept = await tx
      .selectFrom('requestVersion')
      .select(['madeAt', 'content'])
      .where('requestId', '=', requestId)
      .where('version', '=', version)
      .where('candidateId', '=', who.candidateId)
      .executeTakeFirst()
    if (!kept && version !== state.version) return null
    const content = kept?.content ?? (await contentOf(tx, await rowsOf(tx, state.centre.id, requestId)))
    return { version, madeAt: kept?.madeAt ?? null, content, state, now, sessionId: state.sessionId }
  })
}
