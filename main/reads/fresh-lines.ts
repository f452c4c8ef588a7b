import { addRequestLines, isSameLine, readRequestLines, removeRequestLines } from '../../db/request-lines.ts'
import { rowsBy } from '../../db/request-parts.ts'
import type { Tx } from '../../db/schema.ts'
import { requestLine } from '../../domain/request-line.ts'
import { readRequests } from './request-list.ts'
import { softwareNames } from './session-rows.ts'

/** Makes the lines of these requests anew from the rows. @returns those whose line says something else than before */
export async function renewRequestLines(tx: Tx, requestIds: readonly string[]): Promise<string[]> {
  if (requestIds.length === 0) return []
  const rows = await readRequests(tx, requestIds)
  const offeringIds = new Set(rows.flatMap(({ entries }) => entries.flatMap(({ offeringId }) => offeringId ?? [])))
  const offerings = new Map((await rowsBy(tx, 'offering', 'id', [...offeringIds])).map((row) => [row.id, row]))
  const softwareIds = new Set([...offerings.values()].flatMap((offering) => offering.softwareIds))
  const software = new Map((await rowsBy(tx, 'software', 'id', [...softwareIds])).map((row) => [row.id, row]))
  const lines = new Map(
    rows.map((row) => [row.id, requestLine(row, (offeringId) => softwareNames(offerings.get(offeringId), software))]),
  )
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
