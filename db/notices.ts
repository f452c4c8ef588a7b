import { sql } from 'kysely'
import type { Db, Tx } from './schema.ts'

export type KeptNotice = { id: string; at: string; kind: string; detail: Record<string, string | number> }

/** Keeps something that a person must be told of, until they say that they have read it. */
export async function addNotice(tx: Tx, { detail, ...notice }: KeptNotice): Promise<void> {
  await tx
    .insertInto('notice')
    .values({ ...notice, detail: JSON.stringify(detail), seenAt: null })
    .execute()
}

/** Those that nobody has acknowledged, oldest first. */
export async function listNotices(db: Db | Tx): Promise<KeptNotice[]> {
  const rows = await (db as Db)
    .selectFrom('notice')
    .selectAll()
    .where('seenAt', 'is', null)
    .orderBy(sql`rowid`)
    .execute()
  return rows.map(({ id, at, kind, detail }) => ({ id, at, kind, detail: JSON.parse(detail) as KeptNotice['detail'] }))
}

export async function acknowledgeNotice(tx: Tx, id: string, at: string): Promise<void> {
  await tx.updateTable('notice').set({ seenAt: at }).where('id', '=', id).where('seenAt', 'is', null).execute()
}
