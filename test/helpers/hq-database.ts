import { migrate } from '../../hq/db/migrate.ts'
import { type HqDatabase, openPglite, openPostgres } from '../../hq/db/open.ts'
import { type PostgresCluster, startPostgresCluster } from './postgres-cluster.ts'

/** The two databases that HQ runs on; what concerns concurrency is proved on PostgreSQL, for PGlite has one connection. */
export const ENGINES = ['pglite', 'postgresql'] as const
export type Engine = (typeof ENGINES)[number]

let cluster: Promise<PostgresCluster> | undefined
let databases = 0
const templates = new Map<string, Promise<Blob | string>>()

/**
 * A database of its own for one test, migrated and filled; the filling is done once in a process for each key, then copied.
 * @param fill what to put in it, besides HQ's tables
 */
export async function openTestDatabase(engine: Engine, key: string, fill: (db: HqDatabase) => Promise<void>): Promise<HqDatabase> {
  const name = `${engine} ${key}`
  const template = templates.get(name) ?? makeTemplate(engine, fill)
  templates.set(name, template)
  const made = await template
  if (typeof made !== 'string') return (await openPglite(undefined, made)).db
  return openPostgres(await (await theCluster()).createDatabase(nextName(), made), fail, 20)
}

async function makeTemplate(engine: Engine, fill: (db: HqDatabase) => Promise<void>): Promise<Blob | string> {
  if (engine === 'postgresql') {
    const name = nextName()
    const db = openPostgres(await (await theCluster()).createDatabase(name), fail)
    await migrate(db)
    await fill(db)
    await db.destroy()
    return name
  }
  const { db, pglite } = await openPglite()
  await migrate(db)
  await fill(db)
  const dump = await pglite.dumpDataDir('none')
  await db.destroy()
  return dump
}

/** Stopped with this process: see `startPostgresCluster`. */
function theCluster(): Promise<PostgresCluster> {
  cluster ??= startPostgresCluster()
  return cluster
}

function nextName(): string {
  databases += 1
  return `hq_${databases}`
}

function fail(error: Error): never {
  throw error
}
