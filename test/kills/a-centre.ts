import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { addSeconds } from '../../domain/time.ts'
import { migrate } from '../../hq/db/migrate.ts'
import { openPostgres } from '../../hq/db/open.ts'
import { issueEnrolmentCode } from '../../hq/enrolment-codes.ts'
import { publish } from '../../hq/feed.ts'
import { centreStream } from '../../hq/stream-names.ts'
import { setClock } from '../../scripts/open-desk/clock-file.ts'
import { startPostgresCluster } from '../helpers/postgres-cluster.ts'
import { MONDAY } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'
import { killedHq } from './hq-process.ts'
import type { HqRecord } from './judge.ts'
import { killedDesk } from './killed-desk.ts'

const PEOPLE = Array.from({ length: 1000 }, (_, n) => `Nom${n}-`)
const SEATS = 150
/** The clock of everybody goes twenty times as fast as the wall's: ten seconds of grace pass in half a second. */
const TICK_MS = 50
const TICK_SECONDS = 1

export type Centre = Awaited<ReturnType<typeof aCentre>>

/**
 * Two PCs enrolled and complete, HQ on a PostgreSQL of its own, people who ask for seats, and a clock that runs.
 * @param onEnd where what must be ended afterwards is noted, last first
 */
export async function aCentre(folder: string, onEnd: (() => Promise<void>)[]) {
  const clockFile = path.join(folder, 'clock')
  let now = MONDAY
  const tick = () => {
    now = addSeconds(now, TICK_SECONDS)
    setClock(clockFile, now)
  }
  tick()
  const ticking = setInterval(tick, TICK_MS)
  onEnd.unshift(async () => clearInterval(ticking))

  const cluster = await startPostgresCluster()
  onEnd.unshift(cluster.stop)
  const databaseUrl = await cluster.createDatabase('hq')
  const db = openPostgres(databaseUrl, () => undefined, 2)
  onEnd.unshift(() => db.destroy())
  await migrate(db)
  const world = smallWorld({ seats: SEATS, candidates: PEOPLE })
  const published = [
    { centreId: null, writes: world.common },
    { centreId: world.centreId, writes: world.rows },
  ]
  for (const what of published)
    await db.transaction().execute((tx) => publish(tx, { ...what, commandId: null, at: now }))
  const enrolmentCode = () => issueEnrolmentCode({ db, clock: { now: () => now }, random: randomBytes }, world.centreId)

  // The first processes end in order and leave their compiled code behind: every later start takes half the time.
  const hq = killedHq(folder, databaseUrl, clockFile)
  await hq.start()
  await hq.end()
  await hq.start()
  const desks = ['ACCUEIL', 'BUREAU'].map((name) => killedDesk(name, path.join(folder, name), clockFile))
  for (const desk of desks) {
    await desk.start()
    await desk.call('desk.enrol', { hqUrl: hq.url, code: await enrolmentCode(), deviceName: desk.name })
    await desk.call('sync.now', {})
    const [operator] = (await desk.call('desk.state', {})).operators
    await desk.call('operator.choose', { operatorId: operator?.id ?? '' })
    await desk.stop()
    await desk.start()
  }

  /** What HQ has written down, read behind its back. */
  async function hqRecord(): Promise<HqRecord> {
    const changes = await db
      .selectFrom('change')
      .select(['commandId', 'rows'])
      .where('stream', '=', centreStream(world.centreId))
      .orderBy('position')
      .execute()
    const commands = await db.selectFrom('commandLog').select('id').execute()
    return { changes: changes as HqRecord['changes'], commandIds: commands.map(({ id }) => id) }
  }

  return { world, people: PEOPLE, hq, desks, enrolmentCode, hqRecord }
}
