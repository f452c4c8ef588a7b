import type { RequestRow } from '../../contract/desk.ts'
import { byId } from '../../domain/by-id.ts'
import { fullName } from '../../domain/candidate.ts'
import { useRows } from '../api.ts'
import { waitingEntries } from './feasibility.ts'

/** A request, and those of its exams that a refusal is about. */
export type RefuseTarget = { request: RequestRow; entryIds: string[] }

/** Those that can still be refused, as they are now, and the names of those that no longer can. */
export function useTargetsNow(given: readonly RefuseTarget[]): { targets: RefuseTarget[]; gone: string[] } {
  const requestIds = given.map(({ request }) => request.id)
  const now = useRows('request.rows', { requestIds }).data
  if (!now) return { targets: [...given], gone: [] }
  const rows = byId(now)
  const all = given.map(({ request, entryIds }) => {
    const row = rows.get(request.id) ?? request
    const waiting = waitingEntries(row).map(({ id }) => id)
    return { request: row, entryIds: entryIds.filter((id) => waiting.includes(id)) }
  })
  return {
    targets: all.filter(({ entryIds }) => entryIds.length > 0),
    gone: all.flatMap(({ request, entryIds }) => (entryIds.length === 0 ? [fullName(request.candidate)] : [])),
  }
}
