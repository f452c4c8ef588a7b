import type { RequestRow } from '../../contract/desk.ts'
import type { Db } from '../../db/schema.ts'
import { readRequests } from '../../main/reads/request-list.ts'

/** All requests of a session with their entries, oldest first: what no screen asks for at once. */
export async function listRequests(db: Db, sessionId: string): Promise<RequestRow[]> {
  const rows = await db
    .selectFrom('request')
    .select('id')
    .where('sessionId', '=', sessionId)
    .orderBy('receivedAt')
    .orderBy('id')
    .execute()
  return await readRequests(
    db,
    rows.map(({ id }) => id),
  )
}
