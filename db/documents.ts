import { sql } from 'kysely'
import type { Db, DocumentTable, Tx } from './schema.ts'

/** Papers made on this PC: what each said, and where its PDF is. */
export type KeptDocument = DocumentTable

export async function addDocument(tx: Tx | Db, document: KeptDocument): Promise<void> {
  await (tx as Db).insertInto('document').values(document).execute()
}

export async function getDocument(db: Db, id: string): Promise<KeptDocument | null> {
  return (await db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

/** The documents made of one thing (a receipt, a sitting), newest first. */
export async function listDocumentsOf(db: Db | Tx, kind: KeptDocument['kind'], refId: string): Promise<KeptDocument[]> {
  return await (db as Db)
    .selectFrom('document')
    .selectAll()
    .where('kind', '=', kind)
    .where('refId', '=', refId)
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function listDocumentsOfSession(db: Db, sessionId: string): Promise<KeptDocument[]> {
  return await db
    .selectFrom('document')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** The documents made of these receipts and credit notes, newest first. */
export async function listDocumentsOfPapers(db: Db, refIds: readonly string[]): Promise<KeptDocument[]> {
  return await db
    .selectFrom('document')
    .selectAll()
    .where('kind', 'in', ['receipt', 'credit-note'])
    .where(sql<boolean>`ref_id in (select value from json_each(${JSON.stringify(refIds)}))`)
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
