import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { inspectCopy, lastSequenceOf, takeCopy } from '../db/copies.ts'
import { syncFile } from '../db/durable-files.ts'
import { addNotice, listNotices } from '../db/notices.ts'
import { type ProblemCode, problemCode } from '../db/problem.ts'
import { getRow } from '../db/rows.ts'
import type { Db } from '../db/schema.ts'
import { readSyncState } from '../db/sync-state.ts'
import { type Clock, type Instant, type LocalDate, toLocalDate } from '../domain/time.ts'
import { type ClickContext, newId } from './commands/context.ts'
import { removeOldMigrationCopies } from './migration-copies.ts'

/** `takenAt` null: the file is not whole, and cannot be gone back to. */
export type Backup = { file: string; date: LocalDate; bytes: number; takenAt: Instant | null }
export type BackupResult =
  | { made: true; file: string }
  | { made: false; why: 'not-enrolled' | 'made-already' | ProblemCode | 'not-whole' }

const DAYS_KEPT = 7
const NAME = /^pupitre-(\d{4}-\d{2}-\d{2})\.sqlite$/
/** More often than a day, so that a PC that slept, or whose clock was put right, is not left without. */
const LOOK_EVERY_MS = 60 * 60_000
/** A copy keeps main busy for up to a second: not while the window asks for all that it shows. */
const FIRST_LOOK_AFTER_MS = 10_000

export function backupFolder(dataFolder: string): string {
  return path.join(dataFolder, 'sauvegardes')
}

/**
 * Today's copy of the database, at most one a day by the centre's calendar. Taken under another name, read whole, and only then given
 * its place: a damaged database never replaces a good copy, and the older ones, those made before migrations among them, leave only once
 * a newer is good.
 */
export async function makeBackup(db: Db, { dataFolder, clock }: BackupsOptions): Promise<BackupResult> {
  const { centreId, lastSequence } = await readSyncState(db)
  const centre = centreId ? await getRow(db, 'centre', centreId) : null
  if (!centre) return { made: false, why: 'not-enrolled' }
  const now = clock.now()
  const folder = backupFolder(dataFolder)
  const file = path.join(folder, `pupitre-${toLocalDate(now, centre.timeZone)}.sqlite`)
  if (existsSync(file)) return { made: false, why: 'made-already' }
  const taking = path.join(folder, 'en-cours.sqlite')
  try {
    mkdirSync(folder, { recursive: true })
    // What a crash left half made.
    rmSync(taking, { force: true })
    await takeCopy(db, taking, now)
    const copy = inspectCopy(taking)
    if (!copy || copy.lastSequence < Number(lastSequence ?? 0)) return { made: false, why: 'not-whole' }
    syncFile(taking)
    renameSync(taking, file)
    syncFile(folder)
    removeOldest(folder, path.basename(file))
    removeOldMigrationCopies(dataFolder, now)
    return { made: true, file }
  } catch (error) {
    const why = problemCode(error)
    if (!why) throw error
    console.error('backup not made', error)
    return { made: false, why }
  } finally {
    if (existsSync(taking)) rmSync(taking)
  }
}

/** The one just made stays, whatever its date: the clock of the days before may have been wrong. */
function removeOldest(folder: string, justMade: string): void {
  const others = newestFirst(folder).filter((name) => name !== justMade)
  for (const name of others.slice(DAYS_KEPT - 1)) rmSync(path.join(folder, name))
}

/** Whether there is any copy at all, whole or not. */
export function hasBackups(dataFolder: string): boolean {
  return namesIn(backupFolder(dataFolder)).length > 0
}

/** Every daily copy, the one that goes furthest first, each read whole: seconds, for a large centre. */
export function listBackups(dataFolder: string): Backup[] {
  const folder = backupFolder(dataFolder)
  return newestFirst(folder).map((name) => {
    const file = path.join(folder, name)
    const date = NAME.exec(name)?.[1] ?? ''
    return { file, date, bytes: statSync(file).size, takenAt: inspectCopy(file)?.takenAt ?? null }
  })
}

/** The copy that goes furthest, not read whole: its day and size; null when there is none. */
export function newestBackup(dataFolder: string): (Pick<Backup, 'bytes'> & { on: LocalDate }) | null {
  const folder = backupFolder(dataFolder)
  const [name] = newestFirst(folder)
  const on = name && NAME.exec(name)?.[1]
  return on ? { on, bytes: statSync(path.join(folder, name)).size } : null
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => NAME.test(name)) : []
}

/**
 * By how far the register goes in each, then by when it was written: the day in its name comes from a clock that may have been years
 * ahead for an hour, and that copy would be taken for the newest ever after.
 */
function newestFirst(folder: string): string[] {
  return namesIn(folder)
    .map((name) => {
      const file = path.join(folder, name)
      return { name, lastSequence: lastSequenceOf(file) ?? -1, writtenAt: statSync(file).mtimeMs }
    })
    .sort((a, b) => b.lastSequence - a.lastSequence || b.writtenAt - a.writtenAt || (a.name < b.name ? 1 : -1))
    .map(({ name }) => name)
}

export type BackupsOptions = { dataFolder: string; clock: Clock }
export type Backups = { start(): void; stop(): Promise<void> }
type Tools = BackupsOptions & Pick<ClickContext, 'random'> & { onNotice: () => void; onError: (error: unknown) => void }

/**
 * Takes the day's copy soon after the start, and each following day while the application stays open. One that cannot be made is
 * tried again every hour, and a person is told once: nobody else would notice that there is no way back.
 */
export function createBackups(db: Db, { onNotice, onError, ...options }: Tools): Backups {
  const timers: NodeJS.Timeout[] = []
  let running: Promise<unknown> = Promise.resolve()

  async function take(): Promise<void> {
    const result = await makeBackup(db, options)
    if (result.made || result.why === 'not-enrolled' || result.why === 'made-already') return
    const cause = result.why
    if ((await listNotices(db)).some(({ kind }) => kind === 'backup-failed')) return
    const notice = { id: newId(options), at: options.clock.now(), kind: 'backup-failed', detail: { cause } }
    await db.transaction().execute((tx) => addNotice(tx, notice))
    onNotice()
  }

  const look = () => {
    running = running.then(take).catch(onError)
  }
  return {
    start() {
      timers.push(setTimeout(look, FIRST_LOOK_AFTER_MS), setInterval(look, LOOK_EVERY_MS))
    },
    async stop() {
      // Either kind is taken back by it.
      for (const timer of timers) clearTimeout(timer)
      await running
    },
  }
}
