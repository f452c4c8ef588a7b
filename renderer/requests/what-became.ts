import type { RequestRow } from '../../contract/desk.ts'
import { byId } from '../../domain/by-id.ts'
import type { EntryStatus } from '../../domain/entry.ts'
import { dueOf, isLate } from '../../domain/entry-groups.ts'

/** A request as it stood at an instant. */
type Then = { request: Pick<RequestRow, 'entries'>; now: string }
export type Became = {
  /** Exams whose state is not what it was. */
  moved: { examCode: string; status: EntryStatus }[]
  /** Exams whose deadline has passed since, and that are still to be paid. */
  late: string[]
}

/** What became of a request between two instants. */
export function whatBecame(before: Then, after: Then): Became {
  const known = byId(before.request.entries)
  const became: Became = { moved: [], late: [] }
  for (const entry of after.request.entries) {
    const was = known.get(entry.id)
    if (!was) continue
    const { examCode, status } = entry
    if (was.status !== status) became.moved.push({ examCode, status })
    else if (isLate(entry, after.now) && !isLate(was, before.now) && dueOf(entry) > 0) became.late.push(examCode)
  }
  return became
}
