import type { Entry } from '../../domain/entry.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import type { Loader } from './loader.ts'
import { ownCentre } from './own-centre.ts'

/**
 * A centre notes who came among the candidates of its entries. Locked first, by id, looked at afterwards: one who is leaving at this moment
 * takes their marks along. The sitting itself is not locked: what a sheet says stands, whatever is decided of the sitting meanwhile.
 */
export const loadMarkAttendance: Loader<'attendance.mark'> = async (tx, centreId, { sittingId, marks }) => {
  const ids = [...new Set(marks.map(({ entryId }) => entryId))]
  const candidateIds = [...new Set((await readEntries(tx, centreId, ids)).map(({ candidateId }) => candidateId))]
  if (candidateIds.length > 0)
    await tx
      .selectFrom('candidate')
      .select('id')
      .where('id', 'in', candidateIds)
      .orderBy('id')
      .forNoKeyUpdate()
      .execute()
  const entries = await readEntries(tx, centreId, ids)
  const sitting = await tx
    .selectFrom('sitting')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('id', '=', sittingId)
    .executeTakeFirst()
  const requestIds = new Set(entries.map(({ requestId }) => requestId))
  const [only] = requestIds
  return {
    facts: {
      sitting: sitting ? toValue('sitting', sitting) : null,
      entries,
      timeZone: (await ownCentre(tx, centreId)).centre.timeZone,
    },
    subject: {
      requestId: (requestIds.size === 1 && only) || null,
      entryIds: entries.map(({ id }) => id),
      paymentId: null,
    },
  }
}

async function readEntries(tx: Tx, centreId: string, ids: readonly string[]): Promise<Entry[]> {
  const rows = await tx
    .selectFrom('entry')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  return rows.map((row) => toValue('entry', row))
}
