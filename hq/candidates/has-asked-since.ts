import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'

/** Whether a request of a record was sent to a centre after `at`; another version of one is none. */
export async function hasAskedSince(tx: Tx, candidateId: string, at: Instant): Promise<boolean> {
  const sent = await tx
    .selectFrom('submission')
    .innerJoin('account', 'account.id', 'submission.accountId')
    .select('submission.id')
    .where('account.candidateId', '=', candidateId)
    .where('submission.status', '=', 'sent')
    .where('submission.receivedAt', '>', at)
    .limit(1)
    .executeTakeFirst()
  return sent !== undefined
}
