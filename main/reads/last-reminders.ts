import { sql } from 'kysely'
import type { Db } from '../../db/schema.ts'
import type { Reminder } from '../../domain/candidate.ts'

export type LastReminder = Pick<Reminder, 'requestId' | 'sentAt' | 'means'>

/** The last reminder of each of these requests, whatever it was about. One without any is absent. */
export async function lastReminders(db: Db, requestIds: readonly string[]): Promise<Map<string, LastReminder>> {
  if (requestIds.length === 0) return new Map()
  const { rows } = await sql<LastReminder>`
    select request_id, sent_at, means from reminder
    where request_id in (select value from json_each(${JSON.stringify(requestIds)})) order by sent_at, id`.execute(db)
  return new Map(rows.map((row) => [row.requestId, row]))
}
