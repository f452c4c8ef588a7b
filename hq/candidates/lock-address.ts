import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { addressKey } from '../../domain/registration.ts'
import type { Tx } from '../db/open.ts'

/** Any number, the same for all instances: the first half of the advisory lock of an address. */
const ADDRESS_LOCKS = 727_003

/** Until the transaction ends, nobody else registers at this address or moves to it. Before the locks of accounts and rows. */
export async function lockAddress(tx: Tx, email: string): Promise<void> {
  const hash = createHash('sha256').update(addressKey(email)).digest().readInt32BE()
  await sql`select pg_advisory_xact_lock(${sql.lit(ADDRESS_LOCKS)}, ${sql.lit(hash)})`.execute(tx)
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
 * Makes an address this candidate's to take, which must be locked. What waits there unconfirmed is nobody's: it is erased, with its links.
 * @returns whether it is theirs; false when another account has it
 */
export async function clearAddress(tx: Tx, email: string, candidateId: string): Promise<boolean> {
  // First, for it waits for a form that is being confirmed there: whether the address is used is the truth only after.
  await tx.deleteFrom('account').where('emailKey', '=', addressKey(email)).where('confirmedAt', 'is', null).execute()
  return !(await isUsedByAnother(tx, email, candidateId))
}
