import { isLive } from '../../domain/entry.ts'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import { requestsAhead } from './requests-ahead.ts'

/** Whether a candidate has something alive of a session that is not over; their requests are locked (`requestsAhead`). */
export async function hasSomethingAhead(tx: Tx, candidateId: string, at: Instant): Promise<boolean> {
  const ids = (await requestsAhead(tx, candidateId, at)).map(({ request }) => request.id)
  if (ids.length === 0) return false
  const entries = await tx.selectFrom('entry').select('status').where('requestId', 'in', ids).execute()
  return entries.some(({ status }) => isLive(status))
}
