import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { type Instant, isInstant } from '../domain/time.ts'
import { DatabaseProblem, problemCode } from './problem.ts'
import type { Db } from './schema.ts'

/** A whole copy of the database at one moment, in a file of its own that nobody else writes. */
export type Copy = { takenAt: Instant; lastSequence: number }

/**
 * Copies the database, whole and compact, into a file that does not exist yet, and notes in the copy when it was taken.
 * @throws what SQLite throws: no room, a page of the database that cannot be read…
 */
export async function takeCopy(db: Db, to: string, at: Instant): Promise<void> {
  await sql`vacuum into ${to}`.execute(db)
  const copy = new Sqlite(to)
  try {
    copy.prepare("insert or replace into sync_state (key, value) values ('copyTakenAt', ?)").run(at)
  } finally {
    copy.close()
  }
}

/**
 * How far this PC had come when the copy was taken, read without reading the copy whole: enough to put copies in order, not to trust one.
 * @returns null when the copy does not say
 */
export function lastSequenceOf(file: string): number | null {
  try {
    const copy = new Sqlite(file, { readonly: true, fileMustExist: true })
    try {
      const lastSequence = Number(
        copy.prepare("select value from sync_state where key = 'lastSequence'").pluck().get() ?? 0,
      )
      return Number.isSafeInteger(lastSequence) ? lastSequence : null
    } finally {
      copy.close()
    }
  } catch {
    return null
  }
}

/** Reads a copy without changing it. @returns null when it is not whole, or is no copy of ours */
export function inspectCopy(file: string): Copy | null {
  try {
    const copy = new Sqlite(file, { readonly: true, fileMustExist: true })
    try {
      if (copy.pragma('integrity_check(1)', { simple: true }) !== 'ok') return null
      const read = copy.prepare('select value from sync_state where key = ?').pluck()
      const takenAt = read.get('copyTakenAt')
      if (typeof takenAt !== 'string' || !isInstant(takenAt)) return null
      return { takenAt, lastSequence: Number(read.get('lastSequence') ?? 0) }
    } finally {
      copy.close()
    }
  } catch {
    return null
  }
}

/** Takes the journal in and leaves none beside the file, so that it can be moved. */
export async function leaveOneFile(db: Db): Promise<void> {
  await sql`pragma journal_mode = delete`.execute(db)
}

/**
 * Reads every page of the database before anybody works on it, so that damage is known today and not weeks later. Writes nothing, not
 * even what the journal holds. Other trouble than damage is left for the opening to tell.
 * @throws DatabaseProblem damaged
 */
export function checkWhole(file: string): void {
  try {
    // SQLite gives the journal it makes the rights of the file: made beside a read-only one, it would stay read-only for good.
    for (const place of [file, path.dirname(file)]) accessSync(place, constants.W_OK)
    const sqlite = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 0 })
    try {
      const said = sqlite.pragma('integrity_check(1)', { simple: true })
      if (said !== 'ok') throw new DatabaseProblem('damaged', file, said)
    } finally {
      sqlite.close()
    }
  } catch (error) {
    if (error instanceof DatabaseProblem || problemCode(error) === 'damaged')
      throw error instanceof DatabaseProblem ? error : new DatabaseProblem('damaged', file, error)
  }
}
