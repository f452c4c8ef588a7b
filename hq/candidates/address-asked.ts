import type { MeAnswer } from '../../contract/candidate-pages.ts'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'

/**
 * The address that a candidate asked for themselves and whose link they may still follow. Told alike when the address is another account's,
 * and there is no link: whether it is known stays untold.
 */
export async function addressAsked(tx: Tx, candidateId: string, now: Instant): Promise<MeAnswer['emailAsked']> {
  const asked = await tx
    .selectFrom('addressChange')
    .select(['toEmail', 'validUntil'])
    .where('candidateId', '=', candidateId)
    .where('madeBy', '=', 'candidate')
    .where('status', '=', 'waiting')
    .where('validUntil', '>', now)
    .orderBy('askedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return asked ? { to: asked.toEmail, validBefore: asked.validUntil } : null
}
