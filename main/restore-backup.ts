import { copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { leaveOneFile } from '../db/copies.ts'
import { syncFile } from '../db/durable-files.ts'
import { addNotice } from '../db/notices.ts'
import { openDatabase } from '../db/open.ts'
import { type ProblemCode, problemCode } from '../db/problem.ts'
import { type Salvage, salvage } from '../db/salvage.ts'
import { saveSyncState } from '../db/sync-state.ts'
import type { Instant } from '../domain/time.ts'
import type { Backup } from './backups.ts'
import { type ClickContext, newId } from './commands/context.ts'
import { putBack } from './put-back.ts'

export type Restored = {
  /** Where the damaged file was put; null when there was none. */
  aside: string | null
  /** Commands put back that HQ has still to judge. */
  pending: number
  /** Lines of the register that the damaged file could not give; null when it gave nothing at all. */
  unread: number | null
}

export type RestoreOptions = Pick<ClickContext, 'clock' | 'random'> & { dataFolder: string; backup: Backup }

const DATABASE = 'pupitre.sqlite'
const SCRATCH = 'restauration-'
const READY = /^pupitre\.sqlite\.restaure-(\d{8}T\d{9}Z)$/

export function databaseFile(dataFolder: string): string {
  return path.join(dataFolder, DATABASE)
}

/**
 * Puts a backup in the place of a database that is damaged or gone. Everything is prepared beside it first, with what the damaged file
 * still knew of this PC's own work; the damaged file is kept under a dated name, byte for byte. The copy is marked as restored, so that
 * this PC takes a new identity and a new receipt series before it numbers a receipt.
 * @throws when the copy cannot be prepared (no room…) or put in place: nothing has changed then. Only when the damaged file had already
 * gone aside does the next start put the copy in its place.
 */
export async function restoreBackup({ dataFolder, backup, clock, random }: RestoreOptions): Promise<Restored> {
  const file = databaseFile(dataFolder)
  const at = clock.now()
  const scratch = mkdtempSync(path.join(dataFolder, SCRATCH))
  try {
    const damaged = existsSync(file)
    const found = damaged ? readDamaged(file, scratch) : null
    const prepared = path.join(scratch, DATABASE)
    copyFileSync(backup.file, prepared)
    const pending = await prepare(prepared, found, { at, backupAt: backup.takenAt, clock, random })
    syncFile(prepared)
    const stamp = at.replace(/[-:.]/g, '')
    const ready = `${file}.restaure-${stamp}`
    try {
      renameSync(prepared, ready)
      syncFile(dataFolder)
      finishRestore(dataFolder)
    } catch (error) {
      // Left ready, it would replace the database at the next start, whatever was done in between.
      if (existsSync(file) === damaged) rmSync(ready, { force: true })
      throw error
    }
    return { aside: damaged ? asideName(file, stamp) : null, pending, unread: found ? found.unread : null }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/**
 * Puts a prepared copy in its place, or ends what a crash had interrupted: called before each opening, does nothing on an ordinary day.
 * The damaged journal leaves with its database: SQLite would take it for the new one's.
 */
export function finishRestore(dataFolder: string): void {
  if (!existsSync(dataFolder)) return
  const file = databaseFile(dataFolder)
  for (const name of readdirSync(dataFolder)) {
    // What a crash left of a restore that was never ready.
    if (name.startsWith(SCRATCH)) rmSync(path.join(dataFolder, name), { recursive: true, force: true })
    const stamp = READY.exec(name)?.[1]
    if (!stamp) continue
    for (const suffix of ['', '-wal'])
      if (existsSync(file + suffix)) renameSync(file + suffix, asideName(file, stamp) + suffix)
    rmSync(`${file}-shm`, { force: true })
    renameSync(path.join(dataFolder, name), file)
    syncFile(dataFolder)
  }
}

function asideName(file: string, stamp: string): string {
  return `${file}.abime-${stamp}`
}

/** What a person can put right before trying again, so that the work of the damaged file is not given up for it. */
const CAN_BE_PUT_RIGHT: readonly (ProblemCode | null)[] = ['disk-full', 'locked', 'read-only']

/**
 * Read from a copy: reading takes the journal in, and the damaged file must stay as it is.
 * @returns null when the disk does not give the file back
 */
function readDamaged(file: string, scratch: string): Salvage | null {
  const copy = path.join(scratch, 'abime.sqlite')
  try {
    for (const suffix of ['', '-wal']) if (existsSync(file + suffix)) copyFileSync(file + suffix, copy + suffix)
  } catch (error) {
    if (CAN_BE_PUT_RIGHT.includes(problemCode(error))) throw error
    console.error('damaged database not read', error)
    return null
  }
  return salvage(copy)
}

type Preparation = Pick<RestoreOptions, 'clock' | 'random'> & { at: Instant; backupAt: Instant | null }

async function prepare(
  file: string,
  found: Salvage | null,
  { at, backupAt, clock, random }: Preparation,
): Promise<number> {
  const db = await openDatabase(file)
  try {
    const pending = await db.transaction().execute(async (tx) => {
      const put = found ? await putBack(tx, found) : 0
      // Keys half way to a new identity are in the copy as in the PC it was taken from: one identity each, so they are drawn afresh.
      await saveSyncState(tx, { restoredAt: at, copyTakenAt: null, nextPrivateKey: null, nextAgeIdentity: null })
      const detail = { ...(backupAt ? { backupAt } : {}), pending: put }
      await addNotice(tx, { id: newId({ clock, random }), at, kind: 'restored', detail })
      return put
    })
    await leaveOneFile(db)
    return pending
  } finally {
    await db.destroy()
  }
}
