import type { RequestRow } from '../../contract/desk.ts'
import { listChequesArrived } from '../../db/payments.ts'
import { readRequestParts } from '../../db/request-parts.ts'
import type { Db, Tx } from '../../db/schema.ts'
import { compareText } from '../../domain/compare-text.ts'
import { dueOf } from '../../domain/entry-groups.ts'
import { fellOf } from '../../domain/fell.ts'
import { readFallenMoney } from './fallen-money.ts'
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
  const owing = all.filter((entry) => dueOf({ ...entry, paid: allocated.get(entry.id) ?? 0 }) > 0)
  const fallen = await readFallenMoney(
    db,
    owing.map(({ id }) => id),
  )
  return requestIds.flatMap((id) => {
    const request = requests.get(id)
    const candidate = candidates.get(request?.candidateId ?? '')
    if (!request || !candidate) return []
    const organisation = organisations.get(request.organisationId ?? '') ?? null
    const onAccount = organisation?.onAccount ?? false
    const joined = (entries.get(id) ?? []).map((entry) => ({
      ...entry,
      examCode: exams.get(entry.examId)?.code ?? entry.examId,
      pending: decisions.has(`entry/${entry.id}`),
      doubtful: doubtful.has(`entry/${entry.id}`),
      paid: allocated.get(entry.id) ?? 0,
      chequeAnnouncedAt: arrived.has(entry.id) ? null : entry.chequeAnnouncedAt,
      fell: fellOf({ ...entry, paid: allocated.get(entry.id) ?? 0, onAccount }, fallen),
    }))
    joined.sort((a, b) => (a.examCode === b.examCode ? compareText(a.id, b.id) : compareText(a.examCode, b.examCode)))
    return {
      ...request,
      candidate,
      organisation,
      entries: joined,
      earlierRequests: earlier.get(id) ?? 0,
    }
  })
}
