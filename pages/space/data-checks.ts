import type { MyRequest } from '../../contract/candidate-pages.ts'
import { isToCheck } from '../../domain/data-check.ts'
import type { Instant } from '../../domain/time.ts'

/** What a candidate has to say of their data, or has said, for a session at a centre: once for all of their requests there. */
export type SessionCheck = {
  /** Any of those requests: the answer is for all. */
  request: MyRequest
  checkedAt: Instant | null
  /** Whether the centre waits for it: it asked, there is a seat, and it has not been said since. */
  due: boolean
}

/** The sessions ahead, in the order of the requests. */
export function sessionChecks(requests: readonly MyRequest[]): SessionCheck[] {
  const open = requests.filter(({ dataCheck }) => dataCheck.open)
  const groups = Map.groupBy(open, ({ sessionId, centre }) => `${sessionId} ${centre.id}`)
  return [...groups.values()].flatMap((group) => {
    const [request] = group
    if (!request) return []
    const said = group.map(({ dataCheck }) => dataCheck.checkedAt)
    const checkedAt = said.includes(null) ? null : (said.toSorted().at(-1) ?? null)
    const due = checkedAt === null && request.dataCheck.askedAt !== null && group.some(isToCheck)
    return { request, checkedAt, due }
  })
}
