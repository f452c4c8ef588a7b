import type { IssuedPaper, PaperKind } from '../domain/issued-paper.ts'
import { decode } from './codec.ts'
import type { Db, Tx } from './schema.ts'

/** Every paper of one kind issued for a session. */
export async function listIssued(db: Db | Tx, kind: PaperKind, sessionId: string): Promise<IssuedPaper[]> {
  const rows = await (db as Db)
    .selectFrom('issuedPaper')
    .selectAll()
    .where('kind', '=', kind)
    .where('sessionId', '=', sessionId)
    .execute()
  return rows.map((row) => decode('issuedPaper', row))
}

/** Those of them that were issued to one candidate. */
export async function listIssuedTo(
  db: Db | Tx,
  kind: PaperKind,
  { sessionId, candidateId }: { sessionId: string; candidateId: string },
): Promise<IssuedPaper[]> {
  const rows = await (db as Db)
    .selectFrom('issuedPaper')
    .selectAll()
    .where('candidateId', '=', candidateId)
    .where('sessionId', '=', sessionId)
    .where('kind', '=', kind)
    .execute()
  return rows.map((row) => decode('issuedPaper', row))
}
