import type { Edits } from './modify-draft.ts'

/** What was typed in the form of each request and not sent: it outlives a session that ends meanwhile, not the page. */
const kept = new Map<string, Edits>()

export function editsOf(requestId: string): Edits {
  return kept.get(requestId) ?? {}
}

export function keepEdits(requestId: string, edits: Edits): void {
  kept.set(requestId, edits)
}

export function forgetEdits(requestId: string): void {
  kept.delete(requestId)
}
