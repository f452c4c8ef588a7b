import { type Circumstances, type Decision, decided, refused } from '../decision.ts'
import { canMove, type Entry } from '../entry.ts'
import type { ConfirmArgs } from '../shapes/commands/confirm.ts'

export type ConfirmFacts = {
  entries: readonly Entry[]
  /** Minor units allocated to each entry by payments that stand. */
  allocated: ReadonlyMap<string, number>
  /** Entries whose announced payer is an organisation accepted on account. */
  onAccount: ReadonlySet<string>
}

/**
 * Makes entries final: paid, or on account. A deadline that has passed does not forbid it; only a person releases a seat.
 * Refuses: not-found, wrong-status, fee-not-covered. The reference of the agreement is kept of those on account alone.
 */
export function decideConfirm(args: ConfirmArgs, facts: ConfirmFacts, { at }: Circumstances): Decision {
  const entries: Entry[] = []
  for (const entryId of new Set(args.entryIds)) {
    const entry = facts.entries.find(({ id }) => id === entryId)
    if (!entry) return refused('not-found', { entryId })
    if (!canMove(entry, 'confirm', at)) return refused('wrong-status', { entryId, status: entry.status })
    const missing = entry.feeAmount - (facts.allocated.get(entryId) ?? 0)
    if (missing > 0 && !facts.onAccount.has(entryId))
      return refused('fee-not-covered', { entryId, missing, currency: entry.currency })
    entries.push(entry)
  }
  const reference = args.agreement?.trim() || null
  return decided(
    ...entries.map((entry) => ({
      entity: 'entry' as const,
      value: {
        ...entry,
        ...{ status: 'confirmed' as const, confirmedAt: at, chequeAnnouncedAt: null },
        agreement: facts.onAccount.has(entry.id) ? reference : null,
      },
    })),
  )
}
