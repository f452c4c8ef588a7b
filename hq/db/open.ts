import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { CamelCasePlugin, Kysely, PGliteDialect, PostgresDialect, type Transaction } from 'kysely'
import { Client, Pool, types } from 'pg'
import type { HqSchema } from './schema.ts'

export type HqDatabase = Kysely<HqSchema>
export type Tx = Transaction<HqSchema>

const INT8 = 20
const addresses = new WeakMap<HqDatabase, string>()

// Jsonb values keep their keys: a fee is `{EUR, XPF}` and a receipt's content is frozen.
const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })]

/**
 * PGlite in a folder, or in memory without one. The folder has no lock of its own: see `takeDataLock`.
 * @param loadDataDir a dump to start from, as `dumpDataDir` gave it
 * @param compiled PGlite's WebAssembly, compiled once for several threads
 */
export async function openPglite(
  folder?: string,
  loadDataDir?: Blob,
  compiled: Pick<PGliteOptions, 'pgliteWasmModule' | 'initdbWasmModule'> = {},
): Promise<{ db: HqDatabase; pglite: PGlite }> {
  const pglite = await PGlite.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    ...(loadDataDir ? { loadDataDir } : {}),
    ...compiled,
    parsers: { [INT8]: toSafeInteger },
  })
  return { db: new Kysely<HqSchema>({ dialect: new PGliteDialect({ pglite }), plugins }), pglite }
}

/**
 * PostgreSQL 15 or later.
 * @param onIdleError told when a connection that nobody uses is lost; the pool opens another
 */
export function openPostgres(url: string, onIdleError: (error: Error) => void, connections = 10): HqDatabase {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: (oid, format) => (oid === INT8 ? toSafeInteger : types.getTypeParser(oid, format)) },
  })
  pool.on('error', onIdleError)
  const db = new Kysely<HqSchema>({ dialect: new PostgresDialect({ pool }), plugins })
  addresses.set(db, url)
  return db
}

/** A connection of one's own to the same PostgreSQL, not connected yet: to listen on. Null on PGlite, which has but one. */
export function newClient(db: HqDatabase): Client | null {
  const url = addresses.get(db)
  return url === undefined
    ? null
    : new Client({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true })
}

/** `int8` as a number on both sides: positions and counts stay far below 2^53, and one that does not is a bug. */
function toSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`Beyond 2^53: ${text}`)
  return value
}
