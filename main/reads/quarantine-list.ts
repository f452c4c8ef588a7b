import type { QuarantineRow } from '../../contract/desk.ts'
import { listQuarantined } from '../../db/commands.ts'
import { getRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { fullName } from '../../domain/candidate.ts'

/** Commands that HQ could not read, newest first: kept here until someone looks. */
export async function listQuarantine(db: Db): Promise<QuarantineRow[]> {
  const rows: QuarantineRow[] = []
  for (const { id, name, code, at, operator, touches } of await listQuarantined(db)) {
    const ids = touches.flatMap((touch) => /^candidate\/(.*)$/.exec(touch)?.[1] ?? [])
    const candidateNames = (await getRows(db, 'candidate', ids)).map(fullName)
    rows.push({ commandId: id, name, code: code ?? '', doneAt: at, operatorName: operator.name, candidateNames })
  }
  return rows
}
