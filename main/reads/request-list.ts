import type { RequestRow } from '../../contract/desk.ts'
import type { Db } from '../../db/schema.ts'
import { type PendingTouches, readPendingTouches, readSession, type SessionRows } from './session-rows.ts'

/** The requests of a session with their entries, oldest first. */
export async function listRequests(db: Db, sessionId: string): Promise<RequestRow[]> {
  return joinRequests(await readSession(db, sessionId), await readPendingTouches(db))
}

export function joinRequests(rows: SessionRows, pending: PendingTouches): RequestRow[] {
  const entriesOf = Map.groupBy(rows.entries.values(), ({ requestId }) => requestId)
  const seen = new Map<string, number>()
  const oldestFirst = [...rows.requests.values()].sort(
    (a, b) => a.receivedAt.localeCompare(b.receivedAt) || a.id.localeCompare(b.id),
  )
  return oldestFirst.flatMap((request) => {
    const candidate = rows.candidates.get(request.candidateId)
    if (!candidate) return []
    const earlierRequests = seen.get(candidate.id) ?? 0
    seen.set(candidate.id, earlierRequests + 1)
    const entries = (entriesOf.get(request.id) ?? []).map((entry) => ({
      ...entry,
      examCode: rows.exams.get(entry.examId)?.code ?? entry.examId,
      pending: pending.decisions.has(`entry/${entry.id}`),
      doubtful: pending.doubtful.has(`entry/${entry.id}`),
      paid: rows.allocated.get(entry.id) ?? 0,
    }))
    entries.sort((a, b) => a.examCode.localeCompare(b.examCode))
    return {
      ...request,
      candidate,
      organisation: rows.organisations.get(request.organisationId ?? '') ?? null,
      entries,
      earlierRequests,
    }
  })
}
