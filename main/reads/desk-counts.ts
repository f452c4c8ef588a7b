import { sql } from 'kysely'
import type { DeskCounts } from '../../contract/desk-today.ts'
import { countByState } from '../../db/commands.ts'
import type { Db } from '../../db/schema.ts'
import type { Clock } from '../../domain/time.ts'
import { ownCentre } from '../own-centre.ts'
import { type PendingTouches, readPendingTouches } from './pending-touches.ts'
import { countOpenReviews } from './review-list.ts'
import { countDeadlines } from './today-deadlines.ts'
import { countOwedAgain } from './today-owed.ts'

/** The numbers of the rail: those that Aujourd'hui tells, without judging a single request. Read at every click, whatever the screen. */
export async function readDeskCounts(db: Db, clock: Clock, sessionId: string): Promise<DeskCounts> {
  const { timeZone } = (await ownCentre(db)).centre
  const pending = await readPendingTouches(db)
  const waiting = await countAsked(db, sessionId, pending)
  const moment = { now: clock.now(), timeZone }
  const deadlines = await countDeadlines(db, sessionId, moment, pending)
  const again = await countOwedAgain(db, sessionId, moment)
  const unread = (await countByState(db)).get('quarantined') ?? 0
  return { waiting, today: (await countOpenReviews(db)) + unread + deadlines + again + waiting }
}

/** Requests with something to answer; what waits for HQ is left out. */
async function countAsked(db: Db, sessionId: string, { decisions }: PendingTouches): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct request_id) as count from entry
    where session_id = ${sessionId} and status = 'requested'
      and 'entry/' || id not in (select value from json_each(${JSON.stringify([...decisions])}))
      and exists (select 1 from request where request.id = entry.request_id)`.execute(db)
  return rows[0]?.count ?? 0
}
