import type { DataCheckSum } from '../../contract/desk.ts'
import { listRowsOfSession } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { countDataChecks, isToCheck } from '../../domain/data-check.ts'

/** How far the candidates of a session are in finding their data right, and to how many a mail could go. */
export async function sumDataChecks(db: Db, sessionId: string): Promise<DataCheckSum> {
  const entriesOf = Map.groupBy(await listRowsOfSession(db, 'entry', sessionId), ({ requestId }) => requestId)
  const requests = (await listRowsOfSession(db, 'request', sessionId)).map((request) => ({
    ...request,
    entries: entriesOf.get(request.id) ?? [],
  }))
  const without = await db.selectFrom('candidate').select('id').where('email', '=', '').execute()
  const unreached = new Set(without.map(({ id }) => id))
  const awaited = requests.filter((request) => request.dataCheckedAt === null && isToCheck(request))
  const reachable = new Set(awaited.map(({ candidateId }) => candidateId).filter((id) => !unreached.has(id)))
  return { ...countDataChecks(requests), reachable: reachable.size }
}
