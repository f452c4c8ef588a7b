import type { UnpaidWithout } from '../../contract/desk-money.ts'
import { rowsBy } from '../../db/request-parts.ts'
import type { Db } from '../../db/schema.ts'
import { listUnpaidWithout } from '../../db/unpaid-again.ts'
import { fullName } from '../../domain/candidate.ts'
import { nameKey } from '../../domain/name-order.ts'

/** Who stays confirmed without the money once this payment is taken back, by name as a French list has them. */
export async function readUnpaidWithout(db: Db, paymentId: string): Promise<UnpaidWithout> {
  const candidates = await rowsBy(db, 'candidate', 'id', await listUnpaidWithout(db, paymentId))
  return candidates
    .map((candidate) => ({ candidateId: candidate.id, name: fullName(candidate), key: nameKey(candidate) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key: _, ...one }) => one)
}
