import { sql } from 'kysely'
import { vi } from 'vitest'
import type { HqDatabase, Tx } from '../../hq/db/open.ts'

/** A transaction that has done its work and keeps its locks until it is let go. PostgreSQL alone: PGlite has one connection. */
export async function holding(db: HqDatabase, work: (tx: Tx) => Promise<unknown>): Promise<{ letGo(): Promise<void> }> {
  const held = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const done = db.transaction().execute(async (tx) => {
    await work(tx)
    held.resolve()
    await released.promise
  })
  await Promise.race([held.promise, done])
  return {
    async letGo() {
      released.resolve()
      await done
    },
  }
}

/** Once so many statements of this database wait for a lock. */
export async function untilWaiting(db: HqDatabase, many: number): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await sql<{ waiting: number }>`
        select count(*)::integer as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
      if (rows[0]?.waiting !== many) throw new Error(`${rows[0]?.waiting} wait, not ${many}`)
    },
    { timeout: 20_000, interval: 20 },
  )
}
