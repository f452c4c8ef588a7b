import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import type { WireRow } from '../../../contract/rows.ts'
import type { EntityName } from '../../../domain/entities.ts'
import { addSeconds } from '../../../domain/time.ts'
import { buildApp, prepareHq } from '../../../hq/app.ts'
import { withdrawEntry } from '../../../hq/candidates/withdraw-entry.ts'
import { compact } from '../../../hq/compact.ts'
import { migrate } from '../../../hq/db/migrate.ts'
import { type HqDatabase, openPglite } from '../../../hq/db/open.ts'
import { issueEnrolmentCode } from '../../../hq/enrolment-codes.ts'
import { type Publication, publish } from '../../../hq/feed.ts'
import type { Hq } from '../../../hq/hq.ts'
import { type Taken, takeDeparture } from '../../../hq/take-departure.ts'
import { MONDAY } from '../../helpers/rows.ts'
import type { Chance } from './chance.ts'
import { chanceOf } from './chance.ts'

/** Few rows, so that a first reading is cut in several places. */
const SNAPSHOT_ROWS = 13

/** What threads share so that none of them pays for it again: PGlite compiled, and HQ's empty tables. */
export type ReadyMade = { pgliteWasmModule: WebAssembly.Module; initdbWasmModule: WebAssembly.Module; dump: Blob }

export type HqRequest = { method: string; url: string; headers: Record<string, string>; body: string | null }
export type HqAnswer = { status: number; body: string }
export type Change = { position: number; commandId: string | null; rows: WireRow[] }

/**
 * What goes wrong inside HQ at its n-th statement: `dies` stops everything until the request is over, `fails` is one error of the
 * database, which HQ may survive.
 */
export type HqFault = { at: number; kind: 'dies' | 'fails'; code: string }

/** Thrown by statements that the plan makes fail. */
class PlannedFault extends Error {
  readonly code: string
  constructor(code: string) {
    super('planned')
    this.code = code
  }
}

/** HQ itself, on PGlite, without a socket: requests are injected one at a time. One serves a worker's seeds one after the other. */
export class HqSide {
  readonly db: HqDatabase
  readonly #pglite: PGlite
  #hq: Hq | null = null
  #app: Awaited<ReturnType<typeof buildApp>> | null = null
  #now = MONDAY
  #chance: Chance = chanceOf('before the first seed')
  #fault: (HqFault & { statements: number; dead: boolean }) | null = null
  /** Exceptions that HQ reported and that nobody planned. */
  readonly bugs: unknown[] = []

  private constructor(db: HqDatabase, pglite: PGlite) {
    this.db = db
    this.#pglite = pglite
  }

  static async open(ready: ReadyMade | null = null): Promise<HqSide> {
    const { dump, ...compiled } = ready ?? {}
    const { db, pglite } = await openPglite(undefined, dump, compiled)
    const side = new HqSide(db, pglite)
    await migrate(db)
    side.#breakable(pglite)
    const hq: Hq = await prepareHq({
      db,
      engine: 'pglite',
      clock: { now: () => side.#now },
      random: (size) => side.#chance.bytes(size),
      snapshotRows: SNAPSHOT_ROWS,
      reportBug: (error) => {
        if (!(error instanceof PlannedFault)) side.bugs.push(error)
      },
    })
    side.#hq = hq
    side.#app = await buildApp(hq)
    await side.#app.ready()
    return side
  }

  /** Compiles PGlite and migrates an empty database once, for as many threads as there will be. */
  static async readyMade(): Promise<ReadyMade> {
    const folder = path.dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
    const compile = async (name: string) => WebAssembly.compile(await readFile(path.join(folder, name)))
    const compiled = { pgliteWasmModule: await compile('pglite.wasm'), initdbWasmModule: await compile('initdb.wasm') }
    const { db, pglite } = await openPglite(undefined, undefined, compiled)
    await migrate(db)
    const dump = await pglite.dumpDataDir('none')
    await pglite.close()
    return { ...compiled, dump }
  }

  /** Every statement passes here, so that any of them can be the one at which HQ dies. */
  #breakable(pglite: PGlite): void {
    const query = pglite.query.bind(pglite)
    const transaction = pglite.transaction.bind(pglite)
    pglite.query = ((...given: Parameters<typeof query>) => {
      this.#statement()
      return query(...given)
    }) as typeof pglite.query
    pglite.transaction = ((work: Parameters<typeof transaction>[0]) =>
      transaction(async (tx) => {
        const breakable = Object.create(tx) as typeof tx
        breakable.query = ((...given: Parameters<typeof tx.query>) => {
          this.#statement()
          return tx.query(...given)
        }) as typeof tx.query
        const done = await work(breakable)
        // The commit is a statement too.
        this.#statement()
        return done
      })) as typeof pglite.transaction
  }

  #statement(): void {
    const fault = this.#fault
    if (!fault) return
    const here = fault.statements++ === fault.at
    if (here && fault.kind === 'dies') fault.dead = true
    if (here || fault.dead) throw new PlannedFault(fault.code)
  }

  /** Empties HQ for a new seed. */
  async begin(seed: number): Promise<void> {
    this.#now = MONDAY
    this.#chance = chanceOf(seed, 'hq')
    this.bugs.length = 0
    const { rows } = await this.#pglite.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('migration', 'hq_key') order by 1`,
    )
    await this.#pglite.exec(
      `truncate ${rows.map(({ name }) => `"${name}"`).join()}; alter sequence nuc_number restart with 40001;`,
    )
  }

  /** Draws what HQ draws from now on: each event has its own, so that taking one away leaves the others as they were. */
  salt(chance: Chance): void {
    this.#chance = chance
  }

  get now(): string {
    return this.#now
  }

  advance(seconds: number): void {
    this.#now = addSeconds(this.#now, seconds)
  }

  /** @returns null when HQ died before it could answer */
  async request({ method, url, headers, body }: HqRequest, fault: HqFault | null = null): Promise<HqAnswer | null> {
    if (!this.#app) throw new Error('not open')
    this.#fault = fault && { ...fault, statements: 0, dead: false }
    const answer = await this.#app.inject({
      method: method as 'GET',
      url,
      headers,
      ...(body === null ? {} : { payload: body }),
    })
    const died = this.#fault?.dead ?? false
    this.#fault = null
    return died ? null : { status: answer.statusCode, body: answer.body }
  }

  enrolmentCode(centreId: string): Promise<string> {
    const random = (size: number) => this.#chance.bytes(size)
    return issueEnrolmentCode({ db: this.db, clock: { now: () => this.#now }, random }, centreId)
  }

  /** HQ's staff take in the rescue file of a PC. */
  async take(file: Uint8Array): Promise<Taken> {
    if (!this.#hq) throw new Error('not open')
    return await takeDeparture(this.#hq, file)
  }

  /** Where HQ's staff put their answer. */
  keep(file: string, answer: Uint8Array): void {
    writeFileSync(file, answer)
  }

  withdraw(entryId: string): Promise<'withdrawn' | 'not-found' | 'wrong-status'> {
    const random = (size: number) => this.#chance.bytes(size)
    return withdrawEntry({ db: this.db, clock: { now: () => this.#now }, random }, entryId)
  }

  async publish(what: Omit<Publication, 'at' | 'commandId'>): Promise<void> {
    await this.db.transaction().execute((tx) => publish(tx, { ...what, commandId: null, at: this.#now }))
  }

  /** Forgets every change published so far. */
  async compact(): Promise<void> {
    await compact(this.db, addSeconds(this.#now, 1))
  }

  async changesAfter(stream: string, position: number): Promise<Change[]> {
    const { rows } = await this.#pglite.query<{ position: number; command_id: string | null; rows: WireRow[] }>(
      'select position, command_id, rows from change where stream = $1 and position > $2 order by position',
      [stream, position],
    )
    return rows.map(({ position, command_id, rows }) => ({ position, commandId: command_id, rows }))
  }

  /** The rows of a table as they are, names in SQL's own spelling. */
  async tableOf(entity: EntityName): Promise<Record<string, unknown>[]> {
    const table = entity.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    return (await this.#pglite.query<Record<string, unknown>>(`select * from "${table}"`)).rows
  }
}
