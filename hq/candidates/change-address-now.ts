import type { IdentityProof } from '../../domain/commands/correct-candidate.ts'
import { uuidV7 } from '../../domain/ids.ts'
import { addressKey } from '../../domain/registration.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import { applyAddress } from './apply-address.ts'
import { isFree, lockAddress } from './lock-address.ts'
import { lockAccountOf, lockCandidate } from './lock-candidate.ts'

/** `person`: whoever of HQ's staff does it. The proof is logged. */
export type AddressNow = {
  candidateId: string
  /** In the shape of `EmailAddress`. */
  email: string
  person: string
  proof: IdentityProof
  proofText: string | null
}

/**
 * HQ's staff change a candidate's address at once; whatever was under way is void, both addresses are told.
 * @returns why not: `not-found`, `same-address`, `address-taken` by another account or a form that waits there; null when it is done
 */
export async function changeAddressNow(
  hq: Pick<Hq, 'db' | 'clock' | 'random'>,
  { candidateId, email, person, proof, proofText }: AddressNow,
): Promise<'not-found' | 'same-address' | 'address-taken' | null> {
  return inTransaction(hq.db, async (tx) => {
    await lockAddress(tx, email)
    await lockAccountOf(tx, candidateId)
    const candidate = await lockCandidate(tx, candidateId)
    if (!candidate) return 'not-found'
    if (addressKey(email) === addressKey(candidate.email)) return 'same-address'
    const at = hq.clock.now()
    if (!(await isFree(tx, email, { candidateId, now: at }))) return 'address-taken'
    await tx
      .insertInto('addressChange')
      .values({
        ...{ id: uuidV7(at, hq.random(16)), candidateId, madeBy: 'staff', centreId: null, person, proof },
        ...{ proofText: proofText?.trim() || null, fromEmail: candidate.email, toEmail: email, askedAt: at },
        ...{ validUntil: at, linkHash: null, stopHash: null, status: 'done', settledAt: at },
      })
      .execute()
    await applyAddress(tx, hq, { candidate, email, centreId: null, keepSession: null, tell: ['old', 'new'] })
    return null
  })
}
