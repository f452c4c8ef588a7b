import type { EntryRow, RequestRow } from '../../contract/desk.ts'
import type { DecisionMade } from './decisions-about.ts'
import { type LineAbout, line } from './history-line.ts'

/** What was decided about each request's exams: one act on several exams is told once. */
export function entryLines(requests: readonly RequestRow[], decisions: readonly DecisionMade[]): LineAbout[] {
  return requests.flatMap((request) => [
    ...decisions.flatMap((decision) => decisionLine(request, decision)),
    ...untoldSteps(request, decisions),
  ])
}

function decisionLine({ id: requestId, sessionId, entries }: RequestRow, decision: DecisionMade): LineAbout[] {
  const { id, name, at, operatorName, pending, doubtful, entryIds, detail } = decision
  const moved = entries.filter((entry) => entryIds.includes(entry.id))
  if (moved.length === 0) return []
  const told = line({
    ...{ id: `${id} ${requestId}`, at, kind: name, operatorName, pending, sessionId },
    entryIds: moved.map((entry) => entry.id),
    detail: { ...detail, exam: codesOf(moved), ...(doubtful && { doubtful: 1 }) },
    text: moved.find(({ refusal }) => refusal?.text && refusal.reason === detail.reason)?.refusal?.text ?? null,
  })
  return [{ line: told, requestIds: [requestId] }]
}

/**
 * What the rows say was done and nobody told who did: decided before outcomes told it, on another PC. A seat that was given again bears
 * the later instant; the first one is then not known.
 */
function untoldSteps({ id, sessionId, entries }: RequestRow, decisions: readonly DecisionMade[]): LineAbout[] {
  const isTold = (entry: EntryRow, ...names: string[]) =>
    decisions.some((one) => names.includes(one.name) && one.entryIds.includes(entry.id))
  const steps = entries.flatMap((entry) => {
    const { prevalidatedAt, confirmedAt } = entry
    const untold: { kind: string; at: string; entry: EntryRow }[] = []
    if (prevalidatedAt !== null && !isTold(entry, 'entry.prevalidate', 'entry.reinstate'))
      untold.push({ kind: 'entry.prevalidate', at: prevalidatedAt, entry })
    if (confirmedAt !== null && !isTold(entry, 'entry.confirm'))
      untold.push({ kind: 'entry.confirm', at: confirmedAt, entry })
    return untold
  })
  return [...Map.groupBy(steps, ({ kind, at }) => `${kind} ${at}`)].flatMap(([key, alike]) => {
    const [first] = alike
    if (!first) return []
    const { kind, at } = first
    const pending = alike.some(({ entry }) => entry.pending)
    const detail = { exam: codesOf(alike.map(({ entry }) => entry)) }
    return [{ line: line({ id: `${id} ${key}`, at, kind, sessionId, pending, detail }), requestIds: [id] }]
  })
}

function codesOf(entries: readonly EntryRow[]): string {
  return entries.map(({ examCode }) => examCode).join(', ')
}
