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
 * Inside it only `tx` may be used: awaiting the database itself would wait for ever where there is one connection.
 */
export async function inTransaction<T>(db: HqDatabase, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      const again =
        error instanceof ChangedMeanwhile || [SERIALIZATION_FAILURE, DEADLOCK_DETECTED].includes(sqlState(error) ?? '')
      if (!again || attempt === ATTEMPTS) throw error
    }
  }
}
