import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { SENTENCES } from '../text/hq.ts'
import { prepareHq } from './app.ts'
import { fileClock, wallClock } from './clock.ts'
import { DataInUse, takeDataLock } from './data-lock.ts'
import { DatabaseFromTheFuture, migrate } from './db/migrate.ts'
import { type HqDatabase, openPglite, openPostgres } from './db/open.ts'
import type { Hq } from './hq.ts'
import { isKeyOf, type NirKey, readNirKey } from './nir-key.ts'

/** Of the data folder: the embedded database. */
const PGLITE = 'pglite'

/** HQ does not start, for a reason that the person who starts it can act upon. The message is their sentence. */
export class StartRefused extends Error {
  readonly exitCode: number

  constructor(sentence: string, options: { cause?: unknown; exitCode?: number } = {}) {
    super(sentence, { cause: options.cause })
    this.exitCode = options.exitCode ?? 1
  }
}

export type BootOptions = {
  /** Holds PGlite's files and our lock. */
  dataFolder: string
  /** PostgreSQL instead of PGlite. */
  databaseUrl: string | undefined
  clockFile: string | undefined
  /** `HQ_NIR_KEY`, where the association asks candidates for their NIR. */
  nirKey?: string | undefined
  reset?: boolean
  /** Refuses a folder that is no HQ's yet instead of making one there: of everything but the service itself. */
  mustExist?: boolean
  reportBug: Hq['reportBug']
  log?: Hq['log'] | undefined
}

/**
 * Opens HQ's database, migrated, with its lock held until `close`.
 * @throws StartRefused
 */
export async function bootHq(options: BootOptions): Promise<{ hq: Hq; close: () => Promise<void> }> {
  const nirKey = options.nirKey === undefined ? null : keyIn(options.nirKey)
  if (options.mustExist && options.databaseUrl === undefined && !holdsHq(options.dataFolder))
    throw new StartRefused(SENTENCES.noHqThere(options.dataFolder), { exitCode: 2 })
  const release = options.databaseUrl === undefined ? lock(options.dataFolder) : () => {}
  try {
    const db = await open(options)
    if (nirKey && !(await isKeyOf(db, nirKey))) {
      await db.destroy()
      throw new StartRefused(SENTENCES.nirKeyOther, { exitCode: 2 })
    }
    const clock = options.clockFile === undefined ? wallClock : fileClock(options.clockFile)
    const engine = options.databaseUrl === undefined ? 'pglite' : 'postgresql'
    const { reportBug, log } = options
    const hq = await prepareHq({ db, engine, clock, random: randomBytes, nirKey, reportBug, ...(log ? { log } : {}) })
    const close = async () => {
      await db.destroy()
      release()
    }
    return { hq, close }
  } catch (error) {
    release()
    throw error
  }
}

function keyIn(text: string): NirKey {
  const key = readNirKey(text, randomBytes)
  if (!key) throw new StartRefused(SENTENCES.nirKeyUnusable, { exitCode: 2 })
  return key
}

/** Asked before anything is written: PGlite makes a database wherever it is told that there is one. */
function holdsHq(folder: string): boolean {
  return existsSync(path.join(folder, PGLITE, 'PG_VERSION'))
}

function lock(folder: string): () => void {
  try {
    return takeDataLock(folder)
  } catch (cause) {
    if (cause instanceof DataInUse) throw new StartRefused(SENTENCES.dataInUse(cause.pid), { cause })
    throw new StartRefused(SENTENCES.dataFolderUnusable(folder), { cause })
  }
}

async function open({ dataFolder, databaseUrl, reset = false, reportBug }: BootOptions): Promise<HqDatabase> {
  if (databaseUrl !== undefined && reset) throw new StartRefused(SENTENCES.resetNeedsPglite, { exitCode: 2 })
  const folder = path.join(dataFolder, PGLITE)
  if (reset) rmSync(folder, { recursive: true, force: true })
  try {
    const db =
      databaseUrl === undefined
        ? (await openPglite(folder)).db
        : openPostgres(databaseUrl, (error) => reportBug(error, 'idle connection'))
    await migrate(db)
    return db
  } catch (cause) {
    if (cause instanceof DatabaseFromTheFuture) throw new StartRefused(SENTENCES.databaseFromTheFuture, { cause })
    throw new StartRefused(
      databaseUrl === undefined ? SENTENCES.databaseUnusable(folder) : SENTENCES.databaseUnreachable,
      {
        cause,
      },
    )
  }
}
