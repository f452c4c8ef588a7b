import { randomBytes } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { buildApp, prepareHq } from '../../hq/app.ts'
import { migrate } from '../../hq/db/migrate.ts'
import { openPostgres } from '../../hq/db/open.ts'
import { inTransaction } from '../../hq/db/transaction.ts'
import { issueEnrolmentCode } from '../../hq/enrolment-codes.ts'
import { publish } from '../../hq/feed.ts'
import { aClock } from '../helpers/an-hq.ts'
import { newPostgresDatabase } from '../helpers/hq-database.ts'
import type { World } from '../helpers/world.ts'

export type Instance = Awaited<ReturnType<typeof anInstance>>

/** Two HQs that share nothing but one PostgreSQL, as two processes would. */
export async function twoInstances(worlds: readonly World[], netMs: number): Promise<[Instance, Instance]> {
  const url = await newPostgresDatabase()
  const one = await anInstance(url, netMs)
  for (const { common, centreId, rows } of worlds) {
    const at = one.clock.now()
    await inTransaction(one.db, (tx) => publish(tx, { centreId: null, commandId: null, at, writes: common }))
    await inTransaction(one.db, (tx) => publish(tx, { centreId, commandId: null, at, writes: rows }))
  }
  return [one, await anInstance(url, netMs)]
}

async function anInstance(databaseUrl: string, netMs: number) {
  const clock = aClock()
  const bugs: unknown[] = []
  const db = openPostgres(databaseUrl, (error) => bugs.push(error))
  await migrate(db)
  const hq = await prepareHq({ db, engine: 'postgresql', clock, netMs, reportBug: (error) => bugs.push(error) })
  const app = await buildApp(hq)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(async () => {
    await app.close()
    await db.destroy()
  })
  const enrolmentCode = (centreId: string) => issueEnrolmentCode({ db, clock, random: randomBytes }, centreId)
  return { databaseUrl, url, db, clock, hq, app, bugs, enrolmentCode }
}
