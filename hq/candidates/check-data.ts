import type { DoneAnswer } from '../../contract/candidate-pages.ts'
import { type Identity, identityOf } from '../../domain/candidate.ts'
import { IDENTITY_FIELDS } from '../../domain/commands/correct-candidate.ts'
import { isLive } from '../../domain/entry.ts'
import { inTransaction } from '../db/transaction.ts'
import { publish } from '../feed.ts'
import type { Hq } from '../hq.ts'
import type { PageRefusal } from '../page-error.ts'
import { lockCandidate } from './lock-candidate.ts'
import { requestsAhead } from './requests-ahead.ts'

/**
 * A candidate finds their data right: all of their requests of that session at that centre say so, and the centre is told. Of those
 * that said so already, none is touched. Refuses: not-found (no such request of theirs, nothing of it alive, or its session is over); changed-meanwhile
 * (`identity`, what they were shown, is no longer what HQ holds).
 */
export async function checkData(
  { db, clock }: Pick<Hq, 'db' | 'clock'>,
  { candidateId, requestId, identity }: { candidateId: string; requestId: string; identity: Identity },
): Promise<DoneAnswer | PageRefusal> {
  return inTransaction(db, async (tx) => {
    const at = clock.now()
    // A correction locks the candidate as well: what is found right is what will stand.
    const candidate = await lockCandidate(tx, candidateId)
    const ahead = await requestsAhead(tx, candidateId, at)
    const named = ahead.find(({ request }) => request.id === requestId)
    if (!candidate || !named) return { refused: 'not-found' }
    const { centreId } = named
    const entries = await tx
      .selectFrom('entry')
      .select('status')
      .where('centreId', '=', centreId)
      .where('requestId', '=', requestId)
      .execute()
    if (!entries.some(({ status }) => isLive(status))) return { refused: 'not-found' }
    const held = identityOf(candidate)
    if (IDENTITY_FIELDS.some((field) => held[field] !== identity[field])) return { refused: 'changed-meanwhile' }
    const { sessionId } = named.request
    const theirs = ahead.filter((one) => one.centreId === centreId && one.request.sessionId === sessionId)
    const unchecked = theirs.filter(({ request }) => request.dataCheckedAt === null)
    const writes = unchecked.map(({ request }) => ({
      entity: 'request' as const,
      value: { ...request, dataCheckedAt: at },
    }))
    if (writes.length > 0) await publish(tx, { centreId, commandId: null, at, writes })
    return { done: true }
  })
}
