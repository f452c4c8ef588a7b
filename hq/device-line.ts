import { sql } from 'kysely'
import type { Tx } from './db/open.ts'

/** A device and those whose place it took, one after the other: itself first, the PC's first identity last. */
async function lineOf(tx: Tx, deviceId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive line (id, replaces, age) as (
      select id, replaces, 0 from hq_device where id = ${deviceId}
      union all
      select older.id, older.replaces, line.age + 1 from hq_device as older join line on older.id = line.replaces)
    select id from line order by age`.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * Whether two devices come from the same enrolment: two copies of one disk that were each renewed hold the same commands, and
 * whichever speaks second is answered for what the first one sent.
 */
export async function isSameOrigin(tx: Tx, one: string, other: string): Promise<boolean> {
  return (await lineOf(tx, one)).at(-1) === (await lineOf(tx, other)).at(-1)
}
