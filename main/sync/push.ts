import type { TroubleCode } from '../../contract/refusals.ts'
import {
  asSent,
  type KeptCommand,
  listPending,
  markSending,
  saveDependencies,
  saveState,
  whichAreHere,
} from '../../db/commands.ts'
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
    if (results.every(({ status }) => status !== 'failed')) continue
    const leaning = results.flatMap(({ id, code }) => (code === 'dependency-unknown' && id !== null ? id : []))
    if (!(await letGoOfLost(db, leaning))) return 'hq-error'
    sent.clear()
  }
}

/**
 * A line of the register that a damaged disk took with it, before it ever left, will never reach HQ: what named it must not wait for it
 * for ever, with all that comes behind. It goes without, and HQ judges it on what HQ knows.
 * @returns whether something can be sent now that could not before
 */
async function letGoOfLost(db: Db, ids: readonly string[]): Promise<boolean> {
  return await db.transaction().execute(async (tx) => {
    let letGo = false
    for (const { id, dependsOn } of await listPending(tx)) {
      if (!ids.includes(id)) continue
      const here = await whichAreHere(tx, dependsOn)
      const kept = dependsOn.filter((named) => here.has(named))
      if (kept.length === dependsOn.length) continue
      await saveDependencies(tx, id, kept)
      letGo = true
    }
    return letGo
  })
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
    const pending = await listPending(tx)
    // The outcome of one may have come meanwhile, by the request that HQ holds: it is judged, whatever this answer says.
    const isPending = new Set(pending.map(({ id }) => id))
    const aside = new Map(unreadable.flatMap(({ id, code }) => (isPending.has(id) ? [[id, code]] : [])))
    for (const { id, dependsOn } of pending)
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
