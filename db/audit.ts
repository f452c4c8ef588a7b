import type { Db, Tx } from './schema.ts'

export const AUDIT_KINDS = [
  'device-enrolled',
  'operator-chosen',
  'operator-left',
  'document-made',
  'document-opened',
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
