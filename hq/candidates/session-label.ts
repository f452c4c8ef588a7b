import type { Tx } from '../db/open.ts'

/** What people call an exam session (« Session de janvier 2027 »), which must exist. */
export async function sessionLabelOf(tx: Tx, sessionId: string): Promise<string> {
  const session = tx.selectFrom('examSession').select('label').where('id', '=', sessionId)
  return (await session.executeTakeFirstOrThrow()).label
}
