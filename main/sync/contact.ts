import type { TokenRequest } from '../../contract/hq.ts'
import type { Db } from '../../db/schema.ts'
import { readSyncState, saveSyncState } from '../../db/sync-state.ts'

/**
 * The chain of contacts: at each sign-in this PC shows the mark agreed last time and the one for next time. Two copies of one disk cannot
 * both go on with it, and the second is told apart at once. The new mark is kept before it is sent, so that an answer lost on its way
 * makes this PC say the same again, never something that looks like another PC.
 */
export async function nextContact(
  db: Db,
  random: (bytes: number) => Uint8Array,
): Promise<Pick<TokenRequest, 'lastSequence' | 'contact' | 'nextContact'>> {
  return await db.transaction().execute(async (tx) => {
    const { contact = '', nextContact: kept, lastSequence = '0' } = await readSyncState(tx)
    const next = kept ?? Buffer.from(random(16)).toString('base64url')
    if (kept === undefined) await saveSyncState(tx, { nextContact: next })
    return { lastSequence: Number(lastSequence), contact, nextContact: next }
  })
}

/** HQ has taken this mark: the next contact starts from it. */
export async function keepContact(db: Db, met: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { nextContact: kept } = await readSyncState(tx)
    if (kept === met) await saveSyncState(tx, { contact: met, nextContact: null })
  })
}
