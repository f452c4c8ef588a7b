import type { Candidate } from '../../domain/candidate.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'

/**
 * A candidate's record, locked: after their account (`lockAccountOf`), before offerings and entries. Null when there is none.
 * Everything about a change of address is written under this lock.
 */
export async function lockCandidate(tx: Tx, id: string): Promise<Candidate | null> {
  const row = await tx.selectFrom('candidate').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row ? toValue('candidate', row) : null
}

/** The account of a candidate, locked; most records of old have none. */
export async function lockAccountOf(tx: Tx, candidateId: string) {
  return tx.selectFrom('account').selectAll().where('candidateId', '=', candidateId).forNoKeyUpdate().executeTakeFirst()
}
