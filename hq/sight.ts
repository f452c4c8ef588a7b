import type { WireRow } from '../contract/rows.ts'
import type { Write } from '../domain/entities.ts'
import type { Tx } from './db/open.ts'
import { toValue } from './db/rows.ts'
import type { CentreEntity } from './db/schema.ts'
import { centreStream } from './stream-names.ts'
import { bringBack } from './work-aside.ts'

/** Whose records a centre sees: the candidates who have a request there, from their first one to their last one. */

/**
 * The candidates whose first request comes to this centre with these writes, and who are not among them, with what the centre had noted of
 * them before they left. Written again with them, so that their revision is above that of the tombstone with which they may have left before.
 */
export async function newcomersTo(tx: Tx, centreId: string, writes: readonly Write[]): Promise<Write[]> {
  const here = new Set(writes.flatMap(({ entity, value }) => (entity === 'candidate' ? value.id : [])))
  const asked = writes.flatMap(({ entity, value }) => (entity === 'request' ? value.candidateId : []))
  const ids = [...new Set(asked)].filter((id) => !here.has(id))
  if (ids.length === 0) return []
  // Under lock: two first requests at the same moment must not both bring the row.
  const candidates = await tx
    .selectFrom('candidate')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  const seen = await seenIn(tx, centreId, ids)
  const newcomers = candidates.filter(({ id }) => !seen.has(id))
  const noted = await bringBack(
    tx,
    centreId,
    newcomers.map(({ id }) => id),
  )
  return [...newcomers.map((row): Write => ({ entity: 'candidate', value: toValue('candidate', row) })), ...noted]
}

/** The candidates of the requests that are about to be removed. */
export async function candidatesOf(
  tx: Tx,
  centreId: string,
  tombstones: readonly { entity: CentreEntity; id: string }[],
): Promise<string[]> {
  const requestIds = tombstones.filter(({ entity }) => entity === 'request').map(({ id }) => id)
  if (requestIds.length === 0) return []
  const requests = await tx
    .selectFrom('request')
    .select('candidateId')
    .distinct()
    .where('centreId', '=', centreId)
    .where('id', 'in', requestIds)
    .execute()
  return requests.map(({ candidateId }) => candidateId)
}

/**
 * Tombstones, for this centre alone, of those among these candidates who have no request left there. Locked first, looked at afterwards:
 * a request that another transaction brought while this one waited for the lock is seen only by a later statement.
 */
export async function leaversOf(tx: Tx, centreId: string, candidateIds: readonly string[]): Promise<WireRow[]> {
  if (candidateIds.length === 0) return []
  const candidates = await tx
    .selectFrom('candidate')
    .select(['id', 'revision'])
    .where('id', 'in', candidateIds)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  const requests = await tx
    .selectFrom('request')
    .select('candidateId')
    .distinct()
    .where('centreId', '=', centreId)
    .where('candidateId', 'in', candidateIds)
    .execute()
  const asking = new Set(requests.map(({ candidateId }) => candidateId))
  const seen = await seenIn(tx, centreId, candidateIds)
  return candidates
    .filter(({ id }) => seen.has(id) && !asking.has(id))
    .map(({ id, revision }) => ({ entity: 'candidate', id, revision: revision + 1, value: null }))
}

async function seenIn(tx: Tx, centreId: string, candidateIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('feedRow')
    .select('id')
    .where('stream', '=', centreStream(centreId))
    .where('entity', '=', 'candidate')
    .where('id', 'in', candidateIds)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
