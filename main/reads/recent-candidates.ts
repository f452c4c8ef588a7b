import { sql } from 'kysely'
import type { RecentCandidate, RecentList } from '../../contract/desk-candidate.ts'
import { MOST_RECENT } from '../../contract/limits.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { getRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { readSyncState } from '../../db/sync-state.ts'
import type { CallNote } from '../../domain/candidate.ts'
import { type Clock, startOfDay, toLocalDate } from '../../domain/time.ts'

/** Whom a person is likely to look for again: those they opened, those in touch today. @param candidateIds those opened, the latest first */
export async function listRecentCandidates(db: Db, clock: Clock, candidateIds: readonly string[]): Promise<RecentList> {
  const { centreId } = await readSyncState(db)
  const timeZone = (centreId ? await getRow(db, 'centre', centreId) : null)?.timeZone ?? 'Europe/Paris'
  const notes = await notesSince(db, startOfDay(toLocalDate(clock.now(), timeZone), timeZone))
  const lastNote = new Map(notes.map((note) => [note.candidateId, note]))
  const inTouch = [...lastNote.values()]
    .sort((a, b) => b.notedAt.localeCompare(a.notedAt))
    .map(({ candidateId }) => candidateId)
    .filter((id) => !candidateIds.includes(id))
    .slice(0, MOST_RECENT)
  const people = new Map(
    (await rowsBy(db, 'candidate', 'id', [...candidateIds, ...inTouch])).map((row) => [row.id, row]),
  )
  const told = (id: string): RecentCandidate[] => {
    const candidate = people.get(id)
    const note = lastNote.get(id)
    if (!candidate) return []
    const { nuc, birthName, usageName, firstNames, sex, bornOn, phone } = candidate
    return [
      {
        candidate: { id, nuc, birthName, usageName, firstNames, sex, bornOn, phone },
        lastNote: note ? { at: note.notedAt, means: note.means, by: note.notedBy } : null,
      },
    ]
  }
  return { opened: candidateIds.flatMap(told), today: inTouch.flatMap(told) }
}

/** Oldest first. */
async function notesSince(
  db: Db,
  since: string,
): Promise<Pick<CallNote, 'candidateId' | 'notedAt' | 'means' | 'notedBy'>[]> {
  const { rows } = await sql<CallNote>`select candidate_id, noted_at, means, noted_by from call_note
    where noted_at >= ${since} order by noted_at, id`.execute(db)
  return rows
}
