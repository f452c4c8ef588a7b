import type { TroubleCode } from '../../contract/desk.ts'
import { asSent, type KeptCommand, listPending, markSending, saveState } from '../../db/commands.ts'
import type { Db } from '../../db/schema.ts'
import type { Command } from '../../domain/commands.ts'
import type { HqClient } from './hq-client.ts'
import { rebase } from './rebase.ts'

const BATCH = 100

/**
 * Sends what is due, in this PC's order, and leaves it « sending » until its outcome is pulled. HQ answers a repeated command with its
 * first outcome, so that a crash or a lost answer only costs a second sending.
 */
export async function pushCommands(db: Db, client: HqClient, now: string): Promise<TroubleCode | null> {
  const sent = new Set<string>()
  for (let size = BATCH; ; ) {
    const batch = await takeBatch(db, now, sent, size)
    if (batch.length === 0) return null
    const reply = await client.send(batch)
    if (!reply.ok && !reply.final) return reply.trouble
    if (!reply.ok && batch.length > 1) {
      // HQ refuses the batch whole, and will again: the one it cannot take is found by halves, the others must not wait for it.
      size = Math.ceil(batch.length / 2)
      continue
    }
    for (const { id } of batch) sent.add(id)
    const results = reply.ok ? reply.value.results : []
    const unreadable = reply.ok
      ? results.flatMap(({ id, status, code }) => (status === 'invalid' && id !== null ? { id, code: code ?? '' } : []))
      : batch.map(({ id }) => ({ id, code: 'refused-whole' }))
    if (unreadable.length > 0) await quarantine(db, unreadable, now)
    if (results.some(({ status }) => status === 'failed')) return 'hq-error'
  }
}

/**
 * Takes what is due and marks it, in one transaction before the network call: from here on nobody may undo it, whatever becomes of
 * the call; and what was undone a moment ago is no longer there to take.
 */
async function takeBatch(db: Db, now: string, sent: ReadonlySet<string>, size: number): Promise<Command[]> {
  return await db.transaction().execute(async (tx) => {
    const batch = takeDue(await listPending(tx), now)
      .filter(({ id }) => !sent.has(id))
      .slice(0, size)
    await markSending(
      tx,
      batch.map(({ id }) => id),
      now,
    )
    return batch.map(asSent)
  })
}

/**
 * Sets aside commands that HQ cannot read, with those that name them: they would wait for ever. Rows that decisions had changed go back
 * to what HQ confirmed; what facts recorded stays, for it has happened. All of them stay in the register, in sight.
 */
async function quarantine(db: Db, unreadable: readonly { id: string; code: string }[], now: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const aside = new Map(unreadable.map(({ id, code }) => [id, code]))
    for (const { id, dependsOn } of await listPending(tx))
      if (!aside.has(id) && dependsOn.some((named) => aside.has(named))) aside.set(id, 'depends-on-unreadable')
    for (const [id, code] of aside) await saveState(tx, [id], { state: 'quarantined', code, settledAt: now })
    await rebase(tx, [])
  })
}

/**
 * A device's commands take effect in its order: one that may still be undone holds back those behind it, ten seconds at most. One made
 * « in the future » is not held: the clock was set back since, and would hold everything for as long.
 */
export function takeDue(pending: readonly KeptCommand[], now: string): KeptCommand[] {
  const held = pending.findIndex(({ state, at, sendAfter }) => state === 'waiting' && at <= now && now < sendAfter)
  return held === -1 ? [...pending] : pending.slice(0, held)
}
