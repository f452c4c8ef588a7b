import { addressKey } from '../../domain/registration.ts'
import { addSeconds, type Instant } from '../../domain/time.ts'
import { lockByText } from '../db/lock-by-text.ts'
import type { Tx } from '../db/open.ts'
import { CONFIRM_SECONDS } from './account-links.ts'

/** Until the transaction ends, nobody else registers at this address or moves to it. Before the locks of accounts and rows. */
export async function lockAddress(tx: Tx, email: string): Promise<void> {
  await lockByText(tx, 'address', [addressKey(email)])
}

/** Whether the address is that of an account, confirmed, of somebody else than this candidate. */
export async function isUsedByAnother(tx: Tx, email: string, candidateId: string): Promise<boolean> {
  const other = await tx
    .selectFrom('account')
    .select('id')
    .where('emailKey', '=', addressKey(email))
    .where('confirmedAt', 'is not', null)
    .where('candidateId', '<>', candidateId)
    .executeTakeFirst()
  return other !== undefined
}

/**
 * Makes an address this candidate's to take, by whoever has just proved it; it must be locked. What waits there unconfirmed is nobody's:
 * it is erased, with its links.
 * @returns whether it is theirs; false when another account has it
 */
export async function clearAddress(tx: Tx, email: string, candidateId: string): Promise<boolean> {
  // First, for it waits for a form that is being confirmed there: whether the address is used is the truth only after.
  await tx.deleteFrom('account').where('emailKey', '=', addressKey(email)).where('confirmedAt', 'is', null).execute()
  return !(await isUsedByAnother(tx, email, candidateId))
}

/**
 * Whether an address that somebody else gave for a candidate is free: neither an account's nor that of a form that waits there, which a
 * stranger may have filled in and is not theirs to erase. One that waited too long is. The address must be locked.
 */
export async function isFree(
  tx: Tx,
  email: string,
  { candidateId, now }: { candidateId: string; now: Instant },
): Promise<boolean> {
  const emailKey = addressKey(email)
  await tx
    .deleteFrom('account')
    .where('emailKey', '=', emailKey)
    .where('confirmedAt', 'is', null)
    .where('createdAt', '<=', addSeconds(now, -CONFIRM_SECONDS))
    .execute()
  const other = await tx
    .selectFrom('account')
    .select('id')
    .where('emailKey', '=', emailKey)
    .where('candidateId', 'is distinct from', candidateId)
    .executeTakeFirst()
  return other === undefined
}
