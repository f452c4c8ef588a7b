import type { WireRow } from '../contract/rows.ts'
import type { EntityValue, Write } from '../domain/entities.ts'
import type { Tx } from './db/open.ts'
import { toValue } from './db/rows.ts'

/** What a centre has noted about its candidates, and issued to them: personal data, which it sees for as long as it sees them. */
const NOTED = ['callNote', 'reminder', 'issuedPaper', 'attendanceMark'] as const
type Noted = (typeof NOTED)[number]

/**
 * Takes out of a centre's sight what it noted about candidates who leave it, and keeps it for their return. Under the lock of their
 * records, which whoever notes something takes too.
 * @returns the tombstones
 */
export async function putAside(tx: Tx, centreId: string, candidateIds: readonly string[]): Promise<WireRow[]> {
  if (candidateIds.length === 0) return []
  const tombstones: WireRow[] = []
  for (const entity of NOTED) {
    // Both tables have these columns: Kysely cannot type a table chosen at run time.
    const rows = await tx
      .deleteFrom(entity as 'callNote')
      .where('centreId', '=', centreId)
      .where('candidateId', 'in', candidateIds)
      .returningAll()
      .execute()
    if (rows.length === 0) continue
    const aside = rows.map((row) => ({
      ...{ centreId, entity, id: row.id, candidateId: row.candidateId },
      value: JSON.stringify(toValue(entity, row)),
    }))
    await tx.insertInto('workAside').values(aside).execute()
    tombstones.push(...rows.map(({ id, revision }) => ({ entity, id, revision: revision + 1, value: null })))
  }
  return tombstones
}

/** What had been put aside about candidates who come back, to be written again with them. */
export async function bringBack(tx: Tx, centreId: string, candidateIds: readonly string[]): Promise<Write[]> {
  if (candidateIds.length === 0) return []
  const rows = await tx
    .deleteFrom('workAside')
    .where('centreId', '=', centreId)
    .where('candidateId', 'in', candidateIds)
    .returning(['entity', 'value'])
    .execute()
  return rows.map(({ entity, value }) => ({ entity, value: value as EntityValue<Noted> }) as Write)
}
