import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { CamelCasePlugin, Kysely, SqliteDialect, sql } from 'kysely'
import { type Migration, migrations } from './migrations/index.ts'
import { prepareOnce, type Statements } from './prepare-once.ts'
import { DatabaseProblem, problemCode } from './problem.ts'
import type { Db } from './schema.ts'

/** A folder that another program rewrites behind SQLite's back: network shares and synchronised folders corrupt databases. */
const SHARED_FOLDER =
  /^\\\\|^\/\/|[\\/](onedrive|dropbox|google drive|googledrive|nextcloud|icloud ?drive|kdrive)([\\/ -]|$)/i

/**
 * Opens this PC's database, creates it when there is none, and brings an older one up to date after copying it aside.
 * @param through what statements go through on their way to SQLite: tests of crashes stop it at any of them
 * @throws DatabaseProblem when the file is from a newer version, read-only, damaged, locked, or in a shared folder
 */
export async function openDatabase(
  file: string,
  steps: readonly Migration[] = migrations,
  through: (sqlite: Sqlite.Database) => Statements = (sqlite) => sqlite,
): Promise<Db> {
  if (SHARED_FOLDER.test(path.resolve(file)) || SHARED_FOLDER.test(file))
    throw new DatabaseProblem('shared-folder', file)
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    if (existsSync(file)) accessSync(file, constants.W_OK)
    accessSync(path.dirname(file), constants.W_OK)
    const sqlite = new Sqlite(file, { timeout: 5000 })
    try {
      prepare(sqlite, file, steps)
    } catch (error) {
      sqlite.close()
      throw error
    }
    const dialect = new SqliteDialect({ database: prepareOnce(through(sqlite), stillInPlace(file)) })
    const db: Db = new Kysely({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] })
    // Kysely takes the connection at the first query; without one, destroy() would leave the file open.
    await sql`select 1`.execute(db)
    return db
  } catch (error) {
    if (error instanceof DatabaseProblem) throw error
    const code = problemCode(error)
    throw code ? new DatabaseProblem(code, file, error) : error
  }
}

/**
 * Where a system lets an open file be moved or deleted, SQLite goes on writing into what nobody will find again: a click would be
 * answered and lost.
 */
function stillInPlace(file: string): () => void {
  if (process.platform === 'win32' || !existsSync(file)) return () => {}
  const { ino, dev } = statSync(file)
  return () => {
    const now = statSync(file, { throwIfNoEntry: false })
    if (now?.ino !== ino || now.dev !== dev) throw new DatabaseProblem('missing', file)
  }
}

function prepare(sqlite: Sqlite.Database, file: string, steps: readonly Migration[]): void {
  const version = Number(sqlite.pragma('user_version', { simple: true }))
  const latest = steps.at(-1)?.number ?? 0
  if (version > latest) throw new DatabaseProblem('from-the-future', file)
  sqlite.pragma('journal_mode = WAL')
  // FULL: a click that was answered survives a power cut, at the price of one fsync a command.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('temp_store = MEMORY')
  sqlite.pragma('trusted_schema = OFF')
  // WAL opens a read-only file without a word; a write that changes nothing tells.
  sqlite.pragma(`user_version = ${version}`)
  if (
    version === 0 &&
    sqlite.prepare("select count(*) as n from sqlite_master where type = 'table'").pluck().get() !== 0
  )
    throw new DatabaseProblem('damaged', file)
  if (version > 0 && version < latest) copyAside(sqlite, `${file}.before-${latest}`)
  for (const { number, sql } of steps.filter(({ number }) => number > version))
    sqlite
      .transaction(() => {
        sqlite.exec(sql)
        sqlite.pragma(`user_version = ${number}`)
      })
      .exclusive()
}

/** The database as it was before a migration, whole, at one moment: under its own name only once all of it is there. */
function copyAside(sqlite: Sqlite.Database, copy: string): void {
  if (existsSync(copy)) return
  const begun = `${copy}.begun`
  rmSync(begun, { force: true })
  sqlite.prepare('vacuum into ?').run(begun)
  renameSync(begun, copy)
}
