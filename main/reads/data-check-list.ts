import type { DataCheckRow } from '../../contract/desk.ts'
import { listRowsOfSession } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { readPendingTouches } from './pending-touches.ts'

/** What was asked of the candidates of a session, the latest first. */
export async function listDataChecks(db: Db, sessionId: string): Promise<DataCheckRow[]> {
  const { decisions } = await readPendingTouches(db)
  const checks = await listRowsOfSession(db, 'dataCheck', sessionId)
  return checks
    .map((check) => ({ ...check, pending: decisions.has(`dataCheck/${check.id}`) }))
    .sort((a, b) => (a.askedAt < b.askedAt ? 1 : -1))
}
