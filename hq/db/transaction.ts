import { tellPublished } from '../published.ts'
import type { HqDatabase, Tx } from './open.ts'

/** What was read before the locks were taken no longer holds: begin again. */
export class ChangedMeanwhile extends Error {}

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK_DETECTED = '40P01'
const ATTEMPTS = 5

/** SQLSTATE of a database error, whatever the driver: both put it in `code`. */
export function sqlState(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : null
}

/**
 * One transaction, begun again when the database or the work itself asks for it; the work must therefore keep nothing.
 * Once it is committed, those who wait for what it published are told.
 * Inside it only `tx` may be used: awaiting the database itself would wait for ever where there is one connection.
 */
export async function inTransaction<T>(db: HqDatabase, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      let committed: Tx | undefined
      const result = await db.transaction().execute((tx) => {
        committed = tx
        return work(tx)
      })
      if (committed) tellPublished(db, committed)
      return result
    } catch (error) {
      const again =
        error instanceof ChangedMeanwhile || [SERIALIZATION_FAILURE, DEADLOCK_DETECTED].includes(sqlState(error) ?? '')
      if (!again || attempt === ATTEMPTS) throw error
    }
  }
}

/** Reads that all see the database at one moment, whatever is committed meanwhile. */
export function inSnapshot<T>(db: HqDatabase, read: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)
}
