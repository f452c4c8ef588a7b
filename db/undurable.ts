import { sql } from 'kysely'
import type { Db, Tx } from './schema.ts'

/**
 * One transaction that a power cut may take back, whole, and nothing with it: for what is made from other rows and can be made again. It
 * does not wait for the disk. The connection is held meanwhile, so that no click is kept so lightly.
 */
export async function writeLightly<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return await db.connection().execute(async (connection) => {
    await sql`pragma synchronous = normal`.execute(connection)
    try {
      return await connection.transaction().execute(work)
    } finally {
      await sql`pragma synchronous = full`.execute(connection)
    }
  })
}
