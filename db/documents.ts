import { sql } from 'kysely'
import type { Db, DocumentTable, Tx } from './schema.ts'

/** Papers made on this PC: what each said, and where its PDF is. */
export type KeptDocument = DocumentTable

export async function addDocument(tx: Tx | Db, document: KeptDocument): Promise<void> {
  await (tx as Db).insertInto('document').values(document).execute()
}

/** Takes away papers whose making failed. */
export async function removeDocuments(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('document').where('id', 'in', ids).execute()
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

/** Papers that one candidate is handed: those of a receipt, a credit note, a request, or of the candidate. */
const PERSONAL_KINDS = [
  'receipt',
  'credit-note',
  'convocation',
  'confirmation',
  'payment-attestation',
  'attendance-attestation',
  'reminder-letter',
  'refusal-letter',
  'envelope',
] as const satisfies readonly KeptDocument['kind'][]

/** The papers that people are handed about these receipts, credit notes, requests and candidates, newest first. */
export async function listDocumentsOfPapers(db: Db, refIds: readonly string[]): Promise<KeptDocument[]> {
  return await db
    .selectFrom('document')
    .selectAll()
    .where('kind', 'in', PERSONAL_KINDS)
    .where(sql<boolean>`ref_id in (select value from json_each(${JSON.stringify(refIds)}))`)
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
