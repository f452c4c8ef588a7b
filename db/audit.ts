import { sql } from 'kysely'
import type { Db, Tx } from './schema.ts'

export const AUDIT_KINDS = [
  'device-enrolled',
  'operator-chosen',
  'operator-left',
  'document-made',
  'document-opened',
  'document-printed',
  'click-undone',
  'identity-renewed',
  'rows-repaired',
  'departure-written',
  'return-read',
  'notice-acknowledged',
] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

/** Notes what is not a command: who signed in, what was printed. Names of candidates stay out of it. */
export async function addAudit(
  db: Db | Tx,
  line: {
    id: string
    at: string
    operatorName: string | null
    kind: AuditKind
    detail: Record<string, string | number>
  },
): Promise<void> {
  await (db as Db)
    .insertInto('audit')
    .values({ ...line, detail: JSON.stringify(line.detail) })
    .execute()
}

/** When a paper made on this PC was last sent to a printer; null when it never was. */
export async function lastPrintedAt(db: Db, documentId: string): Promise<string | null> {
  const kind: AuditKind = 'document-printed'
  const last = await db
    .selectFrom('audit')
    .select('at')
    .where('kind', '=', kind)
    .where(sql<boolean>`json_extract(detail, '$.documentId') = ${documentId}`)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.at ?? null
}
