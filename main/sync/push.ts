import type { TroubleCode } from '../../contract/desk.ts'
import { asSent, type KeptCommand, listPending, saveState } from '../../db/commands.ts'
import type { Db } from '../../db/schema.ts'
import type { HqClient } from './hq-client.ts'
import { rebase } from './rebase.ts'

const BATCH = 100

/**
 * Sends what is due, in this PC's order, and leaves it « sending » until its outcome is pulled. HQ answers a repeated command with its
 * first outcome, so that a crash or a lost answer only costs a second sending.
 */
export async function pushCommands(
  db: Db,
  client: HqClient,
  now: string,
): Promise<{ trouble: TroubleCode | null; sent: number }> {
  const due = takeDue(await listPending(db), now)
  let sent = 0
  for (let from = 0; from < due.length; from += BATCH) {
    const batch = due.slice(from, from + BATCH)
    // Kept before the network call: from here on nobody may undo them, whatever becomes of the call.
    await saveState(
      db,
      batch.flatMap(({ id, state }) => (state === 'waiting' ? id : [])),
      { state: 'sending' },
    )
    const reply = await client.send(batch.map(asSent))
    if (!reply.ok) return { trouble: reply.trouble, sent }
    sent += batch.length
    const { results } = reply.value
    const unreadable = results.flatMap(({ id, status }) => (status === 'invalid' && id !== null ? id : []))
    if (unreadable.length > 0) await quarantine(db, unreadable, now)
    if (results.some(({ status }) => status === 'failed')) return { trouble: 'hq-error', sent }
  }
  return { trouble: null, sent }
}

/**
 * Sets aside commands that HQ cannot read, with those that name them: they would wait for ever. What they had changed here goes
 * back to what HQ confirmed; they stay in the register, in sight.
 */
async function quarantine(db: Db, unreadable: readonly string[], now: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const aside = new Set(unreadable)
    for (const { id, dependsOn } of await listPending(tx))
      if (dependsOn.some((named) => aside.has(named))) aside.add(id)
    await saveState(tx, [...aside], { state: 'quarantined', code: 'hq-cannot-read', settledAt: now })
    await rebase(tx, [])
  })
}

/** A device's commands take effect in its order: one that may still be undone holds back those behind it, ten seconds at most. */
function takeDue(pending: readonly KeptCommand[], now: string): KeptCommand[] {
  const held = pending.findIndex(({ state, sendAfter }) => state === 'waiting' && sendAfter > now)
  return held === -1 ? [...pending] : pending.slice(0, held)
}
