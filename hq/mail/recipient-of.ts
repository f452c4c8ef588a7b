import type { Tx } from '../db/open.ts'

/**
 * Where a mail goes as it leaves: one about a candidate, to the address that they have by now. The others keep theirs, for they are about
 * the address itself: links that prove it, and what is told to the old one.
 */
export async function recipientOf(
  tx: Tx,
  { recipient, candidateId }: { recipient: string; candidateId: string | null },
): Promise<string> {
  if (candidateId === null) return recipient
  const candidate = await tx.selectFrom('candidate').select('email').where('id', '=', candidateId).executeTakeFirst()
  return candidate?.email || recipient
}

/** Whether a mail is about a change of address that is no longer under way: it was done, stopped, or another took its place. */
export async function isChangeOver(tx: Tx, data: unknown): Promise<boolean> {
  const { changeId } = data as { changeId?: string }
  if (changeId === undefined) return false
  const change = await tx.selectFrom('addressChange').select('status').where('id', '=', changeId).executeTakeFirst()
  return change?.status !== 'waiting'
}
