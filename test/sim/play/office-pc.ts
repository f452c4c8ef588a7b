import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type Sqlite from 'better-sqlite3'
import type { TroubleCode } from '../../../contract/refusals.ts'
import { openDatabase } from '../../../db/open.ts'
import type { Statements } from '../../../db/prepare-once.ts'
import type { Db } from '../../../db/schema.ts'
import { addSeconds, type Clock } from '../../../domain/time.ts'
import { createExchange, type Exchange } from '../../../main/sync/exchange.ts'
import type { Chance } from './chance.ts'
import type { HqAnswer, HqRequest } from './hq-side.ts'

export const APP_VERSION = '0.1.0'
export const HQ_URL = 'https://hq.example'

/** Thrown by the statement at which this PC dies, and by every one after it. */
export class PcDied extends Error {
  override name = 'PcDied'
}

/** A request under way, held where the plan holds it: before it reaches HQ, or before its answer reaches the PC. */
export type Leg = {
  request: HqRequest
  answer: HqAnswer | null
  arrive: (answer: HqAnswer, cut: 'whole' | 'half' | 'broken') => void
  fail: () => void
}

/** One run of the application, from a start to a crash. */
type Run = {
  db: Db
  sqlite: Sqlite.Database
  exchange: Exchange
  dead: boolean
  /** Statements until it dies; null: it does not. `after`: once that statement is done. */
  fuse: { left: number; after: boolean } | null
}

/** An office PC: the real exchange and commands on a real SQLite file, a clock of its own, and a network that the plan holds in its hand. */
export class OfficePc {
  readonly name: string
  readonly centre: number
  readonly #folder: string
  /** Called after each commit, before anybody goes on. */
  onCommit: () => void = () => {}
  readonly #hqNow: () => string
  #starts = 0
  #run: Run | null = null
  #wake: (() => void) | null = null
  #chance: Chance
  skew: number
  leg: Leg | null = null
  exchanging: Promise<TroubleCode | null> | null = null
  /** What the last exchange that ended said. */
  lastTrouble: TroubleCode | null = null
  readonly clock: Clock = { now: () => addSeconds(this.#hqNow(), this.skew) }
  readonly random = (size: number): Uint8Array => this.#chance.bytes(size)

  constructor(given: {
    name: string
    centre: number
    skew: number
    folder: string
    hqNow: () => string
    chance: Chance
  }) {
    this.name = given.name
    this.centre = given.centre
    this.skew = given.skew
    this.#folder = given.folder
    this.#hqNow = given.hqNow
    this.#chance = given.chance
  }

  salt(chance: Chance): void {
    this.#chance = chance
  }

  get isOn(): boolean {
    return this.#run !== null
  }

  get hasDied(): boolean {
    return this.#run?.dead ?? false
  }

  get db(): Db {
    return this.#running().db
  }

  /** The oracle's own eye on the file. */
  get sqlite(): Sqlite.Database {
    return this.#running().sqlite
  }

  /** Starts the application on the files as the last run left them. */
  async start(): Promise<void> {
    const file = this.#file()
    let raw: Sqlite.Database | null = null
    const run: Partial<Run> = { dead: false, fuse: null }
    const db = await openDatabase(file, undefined, (sqlite) => {
      raw = sqlite
      return watched(sqlite, run as Run, { died: () => this.#wake?.(), committed: () => this.#run && this.onCommit() })
    })
    if (!raw) throw new Error('not opened')
    const exchange = createExchange({
      db,
      clock: this.clock,
      random: this.random,
      appVersion: APP_VERSION,
      fetch: this.#fetch(run as Run),
      signal: new AbortController().signal,
      onChange: () => {},
    })
    this.#run = Object.assign(run, { db, exchange, sqlite: raw }) as Run
  }

  /** The files as a power cut leaves them, the journal that was never folded in beside the database; the next start finds those. */
  cutPower(): void {
    const { sqlite } = this.#running()
    const before = this.#file()
    this.#starts++
    const after = this.#file()
    mkdirSync(path.dirname(after), { recursive: true })
    for (const suffix of ['', '-wal']) if (existsSync(before + suffix)) copyFileSync(before + suffix, after + suffix)
    const run = this.#running()
    run.dead = true
    run.fuse = null
    sqlite.close()
    this.#run = null
    this.leg = null
    this.exchanging = null
  }

  /** The database as it is, in files of their own: a backup, or a copied disk. */
  copyTo(folder: string): void {
    mkdirSync(folder, { recursive: true })
    for (const suffix of ['', '-wal'])
      if (existsSync(this.#file() + suffix))
        copyFileSync(this.#file() + suffix, path.join(folder, `pupitre.sqlite${suffix}`))
  }

  /** The next start finds these files instead. */
  putBack(folder: string): void {
    this.#starts++
    mkdirSync(path.dirname(this.#file()), { recursive: true })
    for (const suffix of ['', '-wal']) {
      const from = path.join(folder, `pupitre.sqlite${suffix}`)
      if (existsSync(from)) copyFileSync(from, this.#file() + suffix)
    }
  }

  /** This PC dies at its n-th statement from here. */
  light(left: number, after: boolean): void {
    this.#running().fuse = { left, after }
  }

  putOut(): void {
    const run = this.#run
    if (run) run.fuse = null
  }

  /** Begins an exchange; it stops at its first request. */
  async beginExchange(): Promise<void> {
    const run = this.#running()
    const exchanging = run.exchange.run()
    this.exchanging = exchanging
    exchanging
      .then((trouble) => {
        this.lastTrouble = trouble
      })
      .finally(() => {
        if (this.exchanging === exchanging) this.exchanging = null
        this.#wake?.()
      })
      .catch(() => {})
    await this.atRest()
  }

  /** Resolves when the exchange waits for the network, or is over. */
  async atRest(): Promise<void> {
    while (this.exchanging && !this.leg && !this.hasDied)
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
  }

  close(): void {
    this.#run?.sqlite.close()
    this.#run = null
  }

  #file(): string {
    return path.join(this.#folder, String(this.#starts), 'pupitre.sqlite')
  }

  #running(): Run {
    if (!this.#run) throw new Error(`${this.name} is off`)
    return this.#run
  }

  /** Looks like `fetch`; hands each request to the plan and waits. A run that is dead waits for ever: nobody is there to answer to. */
  #fetch(run: Run): typeof fetch {
    return ((input: URL, init: RequestInit) =>
      new Promise<Response>((resolve, reject) => {
        const url = new URL(input)
        if (run.dead) return
        this.leg = {
          request: {
            method: init.method ?? 'GET',
            url: `${url.pathname}${url.search}`,
            headers: init.headers as Record<string, string>,
            body: (init.body as string | undefined) ?? null,
          },
          answer: null,
          arrive: ({ status, body }, cut) => resolve(responseOf(status, body, cut)),
          fail: () => reject(new TypeError('fetch failed')),
        }
        this.#wake?.()
      })) as typeof fetch
  }
}

function responseOf(status: number, body: string, cut: 'whole' | 'half' | 'broken'): Response {
  const half = body.slice(0, Math.floor(body.length / 2))
  if (cut === 'whole') return new Response(body, { status })
  if (cut === 'half') return new Response(half, { status })
  // The connection breaks while the answer is read.
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(half))
      controller.error(new TypeError('terminated'))
    },
  })
  return new Response(stream, { status })
}

/** Statements on their way to SQLite, counted while a fuse burns. */
function watched(sqlite: Sqlite.Database, run: Run, told: { died: () => void; committed: () => void }): Statements {
  function around<T>(work: () => T, commits: boolean): T {
    if (run.dead) throw new PcDied()
    const { fuse } = run
    const dies = fuse !== null && fuse.left-- === 0
    const result = dies && !fuse.after ? null : work()
    if (commits && !(dies && !fuse.after)) told.committed()
    if (!dies) return result as T
    run.dead = true
    told.died()
    throw new PcDied()
  }
  return {
    close: () => sqlite.close(),
    get inTransaction() {
      return run.dead || sqlite.inTransaction
    },
    prepare: (sql: string) => {
      if (run.dead) throw new PcDied()
      const statement = sqlite.prepare(sql)
      const commits = sql === 'commit'
      return {
        reader: statement.reader,
        all: (parameters: unknown[]) => around(() => statement.all(parameters), commits),
        run: (parameters: unknown[]) => around(() => statement.run(parameters), commits),
        iterate: (parameters: unknown[]) => around(() => statement.iterate(parameters), commits),
      } as unknown as Sqlite.Statement
    },
  } as Statements
}
