import type Sqlite from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** More than the distinct statements of the application; lists of ids of every length make some more. */
const KEPT = 500

const NOTHING_TO_DO: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
}

/** What is asked of a SQLite connection. */
export type Statements = Pick<Sqlite.Database, 'prepare' | 'close' | 'inTransaction'>

/**
 * The database as Kysely wants it, with each statement prepared once: preparing costs more than running, and a click runs a dozen.
 * Statements are run to their end at once (`all`, `run`), so that one can serve again and again.
 * @param beforeTransaction throws when nothing may be written any more
 */
export function prepareOnce(sqlite: Statements, beforeTransaction: () => void = () => {}): SqliteDatabase {
  const prepared = new Map<string, Sqlite.Statement>()
  return {
    close: () => sqlite.close(),
    prepare(sql) {
      if (sql === 'begin') beforeTransaction()
      // A full disk makes SQLite roll back by itself; Kysely's own rollback would then fail and hide why.
      if (sql === 'rollback' && !sqlite.inTransaction) return NOTHING_TO_DO
      const known = prepared.get(sql)
      if (known) return known
      // A transaction that reads first could no longer wait for another program to let go: it takes its right to write at once.
      const statement = sqlite.prepare(sql === 'begin' ? 'begin immediate' : sql)
      const oldest = prepared.size >= KEPT ? prepared.keys().next().value : undefined
      if (oldest !== undefined) prepared.delete(oldest)
      prepared.set(sql, statement)
      return statement
    },
  }
}
