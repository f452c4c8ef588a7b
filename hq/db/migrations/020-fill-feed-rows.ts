import { type RawBuilder, sql } from 'kysely'
import { type EntityName, entities, entityNames } from '../../../domain/entities.ts'
import { keepFeedRows } from '../../feed-rows.ts'
import type { Tx } from '../open.ts'
import { toWire } from '../rows.ts'

const ROWS_AT_ONCE = 2000

/** What the readers of each stream hold already, and what it adds up to. */
export async function fillFeedRows(tx: Tx): Promise<void> {
  for (const entity of entityNames)
    if (entities[entity].stream === 'common') await fill(tx, 'common', entity, sql`true`)
  const centres = await tx.selectFrom('centre').select('id').orderBy('id').execute()
  for (const { id } of centres)
    for (const entity of entityNames) {
      if (entities[entity].stream === 'common') continue
      const owned = entity === 'candidate' ? sql`id in (${candidatesOf(id)})` : sql`centre_id = ${id}`
      await fill(tx, `centre:${id}`, entity, owned)
    }
  await sumFeeds(tx)
}

/** What each stream adds up to, from the hashes of its rows. */
export async function sumFeeds(tx: Tx): Promise<void> {
  await sql`
    update feed set digest = mod(mod(total, 18446744073709551616) + 18446744073709551616, 18446744073709551616)
    from (select stream, sum(hash) as total from feed_row group by stream) as summed
    where summed.stream = feed.stream`.execute(tx)
}

/** Those who have a request there, and those who were published there without one. */
function candidatesOf(centreId: string) {
  return sql`
    select candidate_id from request where centre_id = ${centreId}
    union select row->>'id' from change, jsonb_array_elements(rows) as row
    where stream = ${`centre:${centreId}`} and row->>'entity' = 'candidate'`
}

async function fill(tx: Tx, stream: string, entity: EntityName, owned: RawBuilder<unknown>): Promise<void> {
  let last = ''
  for (;;) {
    const { rows } = await sql<Record<string, unknown> & { id: string }>`
      select * from ${sql.table(entity)} where ${owned} and id > ${last} order by id limit ${ROWS_AT_ONCE}`.execute(tx)
    await keepFeedRows(tx, [{ stream, rows: rows.map((row) => toWire(entity, row)) }])
    const end = rows.at(-1)
    if (!end) return
    last = end.id
  }
}
