import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { KyselyPlugin } from 'kysely'
import { openDatabase } from '../../db/open.ts'
import { buildApp, prepareHq } from '../../hq/app.ts'
import { inTransaction } from '../../hq/db/transaction.ts'
import { issueEnrolmentCode } from '../../hq/enrolment-codes.ts'
import { publish } from '../../hq/feed.ts'
import { makeToken } from '../../hq/token.ts'
import { enrolDevice } from '../../main/sync/enrol.ts'
import { createExchange, type Exchange } from '../../main/sync/exchange.ts'
import { LISTEN_GAP_MS, PAUSE_MS } from '../../main/sync/schedule.ts'
import { aClock } from '../helpers/an-hq.ts'
import { openTestDatabase } from '../helpers/hq-database.ts'
import { smallWorld } from '../helpers/world.ts'
import { countedSocket } from './counted-socket.ts'
import { timed } from './medians.ts'

const HOUR = 3600
/** Of one centre, to see what more PCs cost HQ while it holds their requests. */
const PCS = 5

/** `heldFor`: seconds. `queries`: what HQ asked its database while it held the request of one PC, and those of `pcs`. */
export type IdleHour = {
  heldFor: number
  requests: number
  bytes: number
  queries: number
  queriesOfAll: number
  pcs: number
}

/**
 * What a PC where nothing happens costs, from what its requests weigh on the wire (HTTP, without TCP's and TLS's own): one held after
 * the other, an exchange every five minutes, a new token when the old one is over.
 * @param hold seconds for which each request is held
 */
export async function idleHour(hold: number): Promise<IdleHour> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-bench-'))
  const { db: plain, release } = await openTestDatabase('pglite')
  let queries = 0
  const counting: KyselyPlugin = {
    transformQuery({ node }) {
      queries++
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const db = plain.withPlugin(counting)
  const clock = aClock()
  const hq = await prepareHq({ db, engine: 'pglite', clock })
  const app = await buildApp(hq)
  const direct = await app.listen({ host: '127.0.0.1', port: 0 })
  const { common, centreId, rows } = smallWorld()
  await inTransaction(db, (tx) => publish(tx, { centreId: null, commandId: null, at: clock.now(), writes: common }))
  await inTransaction(db, (tx) => publish(tx, { centreId, commandId: null, at: clock.now(), writes: rows }))

  const closing = new AbortController()
  const desks: { close: () => Promise<void> }[] = []
  async function aPc(hqUrl: string): Promise<Exchange> {
    const desk = await openDatabase(path.join(folder, `${desks.length}.sqlite`))
    desks.push({ close: () => desk.destroy() })
    const random = (bytes: number) => randomBytes(bytes)
    const tools = { clock, random, appVersion: '0.1.0', fetch, signal: closing.signal }
    const code = await issueEnrolmentCode({ db, clock, random }, centreId)
    await enrolDevice(desk, { ...tools, hqUrl, code, deviceName: `POSTE ${desks.length}` })
    const exchange = createExchange({ ...tools, db: desk, onChange: () => {} })
    await exchange.run()
    return exchange
  }

  const wire = await countedSocket(direct)
  async function weigh(work: () => Promise<unknown>): Promise<{ bytes: number; queries: number; seconds: number }> {
    const before = { bytes: wire.bytes(), queries }
    const ms = await timed(async () => {
      const trouble = await work()
      if (trouble) throw new Error(`no exchange: ${trouble}`)
    })
    return { bytes: wire.bytes() - before.bytes, queries: queries - before.queries, seconds: ms / 1000 }
  }

  const others: Exchange[] = []
  while (others.length < PCS - 1) others.push(await aPc(direct))
  const pc = await aPc(wire.url)
  for (const each of [...others, pc]) await each.run()
  const exchange = await weigh(() => pc.run())
  const tokenLives = secondsBetween(clock.now(), makeToken(hq, { deviceId: 'bench', centreId }).expiresAt)
  clock.advance(tokenLives)
  const renewal = await weigh(() => pc.run())
  for (const each of others) await each.run()
  await pc.listen(1)
  const held = await weigh(() => pc.listen(hold))
  const all = await weigh(async () =>
    (await Promise.all([pc, ...others].map((each) => each.listen(hold)))).find(Boolean),
  )

  closing.abort()
  for (const desk of desks) await desk.close()
  await wire.stop()
  await app.close()
  await release()
  rmSync(folder, { recursive: true })

  const times = {
    held: HOUR / (held.seconds + LISTEN_GAP_MS / 1000),
    exchange: HOUR / (PAUSE_MS / 1000),
    renewal: HOUR / tokenLives,
  }
  // A token that is over costs the request refused, a challenge and a new token.
  const renewing = renewal.bytes - exchange.bytes
  return {
    heldFor: held.seconds,
    requests: times.held + times.exchange + 3 * times.renewal,
    bytes: times.held * held.bytes + times.exchange * exchange.bytes + times.renewal * renewing,
    queries: held.queries,
    queriesOfAll: all.queries,
    pcs: PCS,
  }
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000
}
