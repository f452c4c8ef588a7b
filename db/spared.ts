import { type EntityName, isEntityName } from '../domain/entities.ts'
import type { Tx } from './schema.ts'

/** Rows that HQ withdrew from our sight while work on them is pending: kept until that work is settled. */
export async function spare(tx: Tx, entity: EntityName, id: string): Promise<void> {
  await tx
    .insertInto('spared')
    .values({ entity, id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function unspare(tx: Tx, entity: EntityName, id: string): Promise<void> {
  await tx.deleteFrom('spared').where('entity', '=', entity).where('id', '=', id).execute()
}

export async function listSpared(tx: Tx): Promise<{ entity: EntityName; id: string }[]> {
  const rows = await tx.selectFrom('spared').selectAll().execute()
  return rows.flatMap(({ entity, id }) => (isEntityName(entity) ? { entity, id } : []))
}
