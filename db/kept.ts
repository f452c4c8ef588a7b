import { sql } from 'kysely'
import type { Db, Tx } from './schema.ts'

/** Everything that a person keeps on this PC, as JSON texts. */
export async function listKept(db: Db, operatorId: string): Promise<{ key: string; value: string }[]> {
  return db.selectFrom('kept').select(['key', 'value']).where('operatorId', '=', operatorId).orderBy('key').execute()
}

/** Keeps JSON texts for a person; null forgets a key. */
export async function saveKept(
  tx: Tx,
  operatorId: string,
  at: string,
  values: readonly { key: string; value: string | null }[],
): Promise<void> {
  for (const { key, value } of values) {
    if (value === null) {
      await tx.deleteFrom('kept').where('operatorId', '=', operatorId).where('key', '=', key).execute()
      continue
    }
    await tx
      .insertInto('kept')
      .values({ operatorId, key, value, at })
      .onConflict((conflict) => conflict.columns(['operatorId', 'key']).doUpdateSet({ value, at }))
      .execute()
  }
}

/** Forgets what anybody keeps under keys that begin so, last written before that instant. */
export async function forgetKeptBefore(tx: Db | Tx, prefix: string, before: string): Promise<void> {
  await (tx as Db)
    .deleteFrom('kept')
    .where((eb) => eb(eb.fn('substr', ['key', eb.lit(1), eb.lit(prefix.length)]), '=', prefix))
    .where('at', '<', before)
    .execute()
}

/** Forgets what anybody keeps under keys that begin so and end with a dot and this id. */
export async function forgetKeptAbout(tx: Tx, prefix: string, id: string): Promise<void> {
  const end = `.${id}`
  await sql`delete from kept where substr(key, 1, ${prefix.length}) = ${prefix}
    and substr(key, ${-end.length}) = ${end}`.execute(tx)
}
