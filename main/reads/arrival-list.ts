import type { ArrivalEventRow, ArrivalRow } from '../../contract/desk.ts'
import { type ArrivalEvent, listArrivals } from '../../db/arrivals.ts'
import { getRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { readSyncState } from '../../db/sync-state.ts'
import { byId } from '../../domain/by-id.ts'
import { idsAmong } from '../../domain/digest.ts'
import { describeTouches } from './describe-touches.ts'

/** A page of arrivals, newest first: whom and what each was about, as far as the rows that are here now tell. */
export async function readArrivals(db: Db, before: string | null): Promise<ArrivalRow[]> {
  const arrivals = await listArrivals(db, before)
  const lists = arrivals.flatMap(({ events }) => events.map(({ rows }) => rows))
  const outcomes = byId(
    await getRows(
      db,
      'outcome',
      lists.flatMap((rows) => idsAmong('outcome', rows)),
    ),
  )
  const aboutOf = await describeTouches(db, lists)
  const { deviceId } = await readSyncState(db)

  const told = ({ kind, rows, counts }: ArrivalEvent): ArrivalEventRow => {
    const outcome = idsAmong('outcome', rows).flatMap((id) => outcomes.get(id) ?? [])[0]
    const seats = outcome?.told.seats
    return {
      kind: outcome?.name ?? (kind === 'command' ? 'other' : kind),
      by: outcome
        ? { name: outcome.operatorName, here: outcome.deviceId === deviceId, refused: outcome.status === 'refused' }
        : null,
      ...aboutOf(rows),
      seats: typeof seats === 'number' ? seats : null,
      counts: counts ? { ...counts } : null,
    }
  }
  return arrivals.map(({ events, counts, ...arrival }) => ({
    ...arrival,
    counts: { ...counts },
    events: events.map(told),
  }))
}
