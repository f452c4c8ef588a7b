import { sql } from 'kysely'
import type { Outcome } from '../domain/review.ts'
import { decode } from './codec.ts'
import type { Db, Tx } from './schema.ts'

/** What HQ accepted about these rows (`request/<id>`, `candidate/<id>`…), from whichever PC of the centre, in no order. */
export async function listOutcomesAbout(db: Db | Tx, about: readonly string[]): Promise<Outcome[]> {
  const rows = await (db as Db)
    .selectFrom('outcome')
    .selectAll()
    .where(
      sql<boolean>`id in (select outcome_id from outcome_about
        where about in (select value from json_each(${JSON.stringify(about)})))`,
    )
    .where('status', '=', 'applied')
    .execute()
  return rows.map((row) => decode('outcome', row))
}
