import { type EntityName, isEntityName } from '../domain/entities.ts'
import { asWrite, getKept, putRow, removeRow } from './rows.ts'
import type { Tx } from './schema.ts'

/**
 * Keeps the confirmed copy of a row before a pending decision changes it. Only the first touch is kept: a second decision on
 * the same row must not take the first one's guess for what HQ said.
 * @returns the revision that HQ last sent (0: none), and whether this was the first touch
 */
export async function keepConfirmed(
  tx: Tx,
  entity: EntityName,
  id: string,
): Promise<{ revision: number; first: boolean }> {
  const known = await tx
    .selectFrom('shadow')
    .select('revision')
    .where('entity', '=', entity)
    .where('id', '=', id)
    .executeTakeFirst()
  if (known) return { revision: known.revision, first: false }
  const kept = await getKept(tx, entity, id)
  const revision = kept?.revision ?? 0
  await tx
    .insertInto('shadow')
    .values({ entity, id, value: kept ? JSON.stringify(kept.value) : null, revision })
    .execute()
  return { revision, first: true }
}

/** Puts every row touched by pending decisions back to what HQ last said, and forgets the copies. */
export async function restoreConfirmed(tx: Tx): Promise<void> {
  const copies = await tx.selectFrom('shadow').selectAll().execute()
  for (const { entity, id, value, revision } of copies) {
    if (!isEntityName(entity)) throw new Error(`shadow of an unknown entity: ${entity}`)
    if (value === null) await removeRow(tx, entity, id)
    else await putRow(tx, asWrite(entity, value), revision)
  }
  if (copies.length > 0) await tx.deleteFrom('shadow').execute()
}
