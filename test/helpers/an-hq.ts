import { randomBytes } from 'node:crypto'
import { addSeconds, type Clock, type Instant } from '../../domain/time.ts'
import { buildApp, prepareHq } from '../../hq/app.ts'
import { withdrawEntry } from '../../hq/candidates/withdraw-entry.ts'
import { inTransaction } from '../../hq/db/transaction.ts'
import { issueEnrolmentCode } from '../../hq/enrolment-codes.ts'
import { type Publication, publish } from '../../hq/feed.ts'
import type { Hq } from '../../hq/hq.ts'
import type { Log } from '../../hq/log/open-log.ts'
import { readNirKey } from '../../hq/nir-key.ts'
import { reportBugTo } from '../../hq/report-bug.ts'
import { loadSample } from '../../hq/sample/load-sample.ts'
import type { SampleSize } from '../../hq/sample/make-sample.ts'
import { takeDeparture } from '../../hq/take-departure.ts'
import { type Engine, openTestDatabase } from './hq-database.ts'
import { MONDAY } from './rows.ts'
import type { World } from './world.ts'

export type MovableClock = Clock & { set: (instant: Instant) => void; advance: (seconds: number) => void }

/** A clock that stands still until it is moved. */
export function aClock(now: Instant = MONDAY): MovableClock {
  let instant = now
  return {
    now: () => instant,
    set: (to) => {
      instant = to
    },
    advance: (seconds) => {
      instant = addSeconds(instant, seconds)
    },
  }
}

export type HqOptions = {
  clock?: Clock
  database?: Engine
  /** The sample data (`true` is the small one), made at the clock's present. */
  sample?: boolean | SampleSize
  /** Small worlds, published in this order. */
  worlds?: readonly World[]
  /** Any free port by default. */
  port?: number
  minimumAppVersion?: string
  /** As for a demonstration: its mails can be read. */
  dev?: boolean
  /** As for a service: what it says of its work, bugs included. */
  log?: Log
  /** `HQ_NIR_KEY`: asks for the NIR. */
  nirKey?: string
  /** Of the candidates' pages, from one address: more than any test makes, unless it is about that. */
  triesAMinute?: number
  /** What answers wait for that are given evenly: nothing, unless a test is about that. */
  evenPause?: () => Promise<void>
}

export type RunningHq = Awaited<ReturnType<typeof anHq>>

/** A real HQ, in this process, over real HTTP on 127.0.0.1. */
export async function anHq({
  clock = aClock(),
  database = process.env.PUPITRE_TEST_DATABASE === 'postgresql' ? 'postgresql' : 'pglite',
  sample = false,
  worlds = [],
  ...options
}: HqOptions = {}) {
  const size = sample === true ? 'small' : sample
  const { db, release } = await openTestDatabase(database)
  if (size !== false) await loadSample({ db, clock }, size)
  const bugs: unknown[] = []
  let hq = await prepare()
  let app = await buildApp(hq)
  const url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 })
  const port = Number(new URL(url).port)
  let listening = true

  function prepare(): Promise<Hq> {
    const { minimumAppVersion, log } = options
    const say = log && reportBugTo(log)
    const reportBug: Hq['reportBug'] = (error, during, request) => {
      bugs.push(error)
      say?.(error, during, request)
    }
    return prepareHq({
      db,
      engine: database,
      clock,
      reportBug,
      dev: options.dev ?? false,
      nirKey: options.nirKey === undefined ? null : readNirKey(options.nirKey, randomBytes),
      triesAMinute: options.triesAMinute ?? 100_000,
      evenPause: options.evenPause ?? (async () => {}),
      ...(minimumAppVersion === undefined ? {} : { minimumAppVersion }),
      ...(log ? { log } : {}),
    })
  }

  const running = {
    url,
    db,
    clock,
    /** Exceptions that nobody foresaw; tests of trouble look here. */
    bugs,
    enrolmentCode: (centreId: string) => issueEnrolmentCode({ db, clock, random: randomBytes }, centreId),
    /** The candidate gives an entry up at HQ. */
    withdraw: (entryId: string) => withdrawEntry(hq, entryId),
    /** HQ's staff take in the rescue file of a PC; HQ's answer, or why not. */
    import: (file: Uint8Array) => takeDeparture(hq, file),
    /** Anything else that HQ may publish. */
    publish: (what: Omit<Publication, 'at' | 'commandId'>) =>
      inTransaction(db, (tx) => publish(tx, { ...what, commandId: null, at: clock.now() })),
    /** Stops answering: connections are refused. The data stay. */
    async down() {
      listening = false
      app.server.closeAllConnections()
      await app.close()
    },
    /** Stops as a person stops it: requests under way are answered first. */
    async closeGently() {
      listening = false
      await app.close()
    },
    /** Answers again, at the same address, as a process that has just started. */
    async up() {
      hq = await prepare()
      app = await buildApp(hq)
      await app.listen({ host: '127.0.0.1', port })
      listening = true
    },
    async restart() {
      await running.down()
      await running.up()
    },
    async stop() {
      if (listening) await running.down()
      await release()
    },
  }
  for (const { common, centreId, rows } of worlds) {
    await running.publish({ centreId: null, writes: common })
    await running.publish({ centreId, writes: rows })
  }
  return running
}
