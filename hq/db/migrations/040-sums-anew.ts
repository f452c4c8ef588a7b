import { sql } from 'kysely'
import { type EntityName, entities, entityNames } from '../../../domain/entities.ts'
import { keepFeedRows } from '../../feed-rows.ts'
import { COMMON_STREAM, centreStream } from '../../stream-names.ts'
import type { Tx } from '../open.ts'
import { isShared, toWire } from '../rows.ts'
import { sumFeeds } from './020-fill-feed-rows.ts'

/** Rows are summed up by another text (`DIGEST_VERSION` 2): what readers hold stays, what it adds up to is counted anew. */
export const sumsAnew = { number: 40, name: 'sums-anew', statements: [], run: rehashFeedRows } as const

const ROWS_AT_ONCE = 2000

/** To be run by whichever migration changes the shapes of rows: those that readers hold are hashed as this version reads them. */
export async function rehashFeedRows(tx: Tx): Promise<void> {
  const centres = await tx.selectFrom('centre').select('id').orderBy('id').execute()
  for (const entity of entityNames)
    if (entities[entity].stream === 'common') await rehash(tx, entity, COMMON_STREAM, null)
    else for (const { id } of centres) await rehash(tx, entity, centreStream(id), id)
  await sumFeeds(tx)
}

async function rehash(tx: Tx, entity: EntityName, stream: string, centreId: string | null): Promise<void> {
  const owned = isShared(entity) ? sql`true` : sql`it.centre_id = ${centreId}`
  let last = ''
  for (;;) {
    const { rows } = await sql<Record<string, unknown> & { id: string }>`
      select it.* from feed_row join ${sql.table(entity)} as it on it.id = feed_row.id and ${owned}
      where stream = ${stream} and entity = ${entity} and feed_row.id > ${last}
      order by feed_row.id limit ${ROWS_AT_ONCE}`.execute(tx)
    await keepFeedRows(tx, [{ stream, rows: rows.map((row) => toWire(entity, row)) }])
    const end = rows.at(-1)
    if (!end) return
    last = end.id
  }
}
