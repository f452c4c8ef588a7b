import type { RequestRow } from '../../contract/desk.ts'
import { listBouncedUntil, listChequesArrived } from '../../db/payments.ts'
import { readRequestParts } from '../../db/request-parts.ts'
import type { Db, Tx } from '../../db/schema.ts'
import { compareText } from '../../domain/compare-text.ts'
import { readPendingTouches } from './pending-touches.ts'

/** These requests with their entries, in this order. One that is not here, or whose candidate is not, is left out. */
export async function readRequests(db: Db | Tx, requestIds: readonly string[]): Promise<RequestRow[]> {
  if (requestIds.length === 0) return []
  const { requests, entries, candidates, organisations, exams, allocated, earlier } = await readRequestParts(
    db,
    requestIds,
  )
  const { decisions, doubtful } = await readPendingTouches(db)
  const all = [...entries.values()].flat()
  const arrived = await listChequesArrived(db, all)
  const owing = all.filter(
    ({ id, status, feeAmount }) => status === 'confirmed' && (allocated.get(id) ?? 0) < feeAmount,
  )
  const bouncedUntil = await listBouncedUntil(
    db,
    owing.map(({ id }) => id),
  )
  return requestIds.flatMap((id) => {
    const request = requests.get(id)
    const candidate = candidates.get(request?.candidateId ?? '')
    if (!request || !candidate) return []
    const joined = (entries.get(id) ?? []).map((entry) => ({
      ...entry,
      examCode: exams.get(entry.examId)?.code ?? entry.examId,
      pending: decisions.has(`entry/${entry.id}`),
      doubtful: doubtful.has(`entry/${entry.id}`),
      paid: allocated.get(entry.id) ?? 0,
      chequeAnnouncedAt: arrived.has(entry.id) ? null : entry.chequeAnnouncedAt,
      bouncedUntil: bouncedUntil.get(entry.id) ?? null,
    }))
    joined.sort((a, b) => (a.examCode === b.examCode ? compareText(a.id, b.id) : compareText(a.examCode, b.examCode)))
    return {
      ...request,
      candidate,
      organisation: organisations.get(request.organisationId ?? '') ?? null,
      entries: joined,
      earlierRequests: earlier.get(id) ?? 0,
    }
  })
}
