import { sql } from 'kysely'
import { migrate } from '../../hq/db/migrate.ts'
import { type HqDatabase, openPglite, openPostgres } from '../../hq/db/open.ts'
import { type PostgresCluster, startPostgresCluster } from './postgres-cluster.ts'

/** The two databases that HQ runs on; what concerns concurrency is proved on PostgreSQL, for PGlite has one connection. */
export const ENGINES = ['pglite', 'postgresql'] as const
export type Engine = (typeof ENGINES)[number]

let cluster: Promise<PostgresCluster> | undefined
let databases = 0
const idle: Record<Engine, HqDatabase[]> = { pglite: [], postgresql: [] }

/**
 * A database with HQ's tables, empty, for one test alone. Opening one takes a second or more: given back by `release`, it is
 * emptied and serves again, to tests of other files too; whoever alters a table puts it back.
 */
export async function openTestDatabase(engine: Engine): Promise<{ db: HqDatabase; release: () => Promise<void> }> {
  const db = idle[engine].pop() ?? (await openNew(engine))
  const release = async () => {
    await empty(db)
    idle[engine].push(db)
  }
  return { db, release }
}

/** The address of a new PostgreSQL database without any table. */
export async function newPostgresDatabase(): Promise<string> {
  cluster ??= startPostgresCluster()
  databases += 1
  return (await cluster).createDatabase(`hq_${databases}`)
}

async function openNew(engine: Engine): Promise<HqDatabase> {
  const db = engine === 'pglite' ? (await openPglite()).db : openPostgres(await newPostgresDatabase(), fail, 20)
  await migrate(db)
  return db
}

async function empty(db: HqDatabase): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration'`.execute(db)
  await sql`truncate ${sql.join(rows.map(({ name }) => sql.table(name)))}`.execute(db)
}

function fail(error: Error): never {
  throw error
}
