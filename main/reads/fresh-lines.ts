import { addRequestLines, isSameLine, readRequestLines, removeRequestLines } from '../../db/request-lines.ts'
import { rowsBy } from '../../db/request-parts.ts'
import type { Tx } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import { requestLine } from '../../domain/request-line.ts'
import { readCentreZone } from './centre-zone.ts'
import { readRequests } from './request-list.ts'
import { softwareNames } from './software-names.ts'

/** Makes the lines of these requests anew from the rows. @returns those whose line says something else than before */
export async function renewRequestLines(tx: Tx, requestIds: readonly string[]): Promise<string[]> {
  if (requestIds.length === 0) return []
  const rows = await readRequests(tx, requestIds)
  const offeringIds = new Set(rows.flatMap(({ entries }) => entries.flatMap(({ offeringId }) => offeringId ?? [])))
  const offerings = byId(await rowsBy(tx, 'offering', 'id', [...offeringIds]))
  const softwareIds = new Set([...offerings.values()].flatMap((offering) => offering.softwareIds))
  const software = byId(await rowsBy(tx, 'software', 'id', [...softwareIds]))
  const timeZone = await readCentreZone(tx)
  const softwareOf = (offeringId: string) => softwareNames(offerings.get(offeringId), software)
  const lines = new Map(rows.map((row) => [row.id, requestLine(row, softwareOf, timeZone)]))
  const before = await readRequestLines(tx, requestIds)
  const changed = requestIds.filter((id) => !isSameLine(before.get(id), lines.get(id)))
  await removeRequestLines(
    tx,
    changed.filter((id) => before.has(id)),
  )
  await addRequestLines(
    tx,
    changed.flatMap((id) => lines.get(id) ?? []),
  )
  return changed
}
