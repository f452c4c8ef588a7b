import { type CreditFacts, creditLeft, takenFor } from '../credit.ts'
import { type Circumstances, type Decision, decided, type Refusal, refused } from '../decision.ts'
import { type Entry, isLive } from '../entry.ts'
import type { UseCreditArgs } from '../shapes/commands/use-credit.ts'

export type UseCreditFacts = CreditFacts & {
  /** The entries it would pay for. */
  targets: readonly Entry[]
  /** Of those, the ones that the payer may pay for (`isForPayer`). */
  ofPayer: ReadonlySet<string>
}

/**
 * Puts what is left of a payment to exams still to be paid, of the same session.
 *
 * A decision, though it is about money: nothing changes hands, and what is left of a credit is as scarce as a seat. Of two PCs that used
 * the same credit while offline, HQ takes the first and refuses the second, whose confirmation falls with it: a seat must not be final
 * on money that has paid for another. What was given back has left the till, and is a fact (`return-credit.ts`).
 *
 * Refuses: not-found, payment-voided, cheque-bounced, amount-not-positive, other-session, entry-not-live, other-payer, entry-already-paid,
 * credit-too-small.
 */
export function decideUseCredit(
  args: UseCreditArgs,
  facts: UseCreditFacts,
  { operatorName }: Pick<Circumstances, 'operatorName'>,
): Decision {
  const { payment } = facts
  if (!payment) return refused('not-found')
  if (facts.voided) return refused('payment-voided')
  if (facts.bounced) return refused('cheque-bounced')
  const wrong = objectToTargets(args, facts, payment.sessionId)
  if (wrong) return { ok: false, refusal: wrong }
  const total = args.allocations.reduce((sum, { amount }) => sum + amount, 0)
  const left = creditLeft(facts)
  if (total > left) return refused('credit-too-small', { left: Math.max(0, left), currency: payment.currency })
  const { useId: id, ...rest } = args
  const value = { id, ...rest, takenFrom: takenFor(facts, total), usedBy: operatorName }
  return decided({ entity: 'creditUse', value })
}

function objectToTargets({ allocations }: UseCreditArgs, facts: UseCreditFacts, sessionId: string): Refusal | null {
  const wanted = new Map<string, number>()
  for (const { entryId, amount } of allocations) {
    if (amount <= 0) return { code: 'amount-not-positive' }
    wanted.set(entryId, (wanted.get(entryId) ?? 0) + amount)
  }
  for (const [entryId, amount] of wanted) {
    const entry = facts.targets.find(({ id }) => id === entryId)
    if (!entry) return { code: 'not-found', detail: { entryId } }
    if (entry.sessionId !== sessionId) return { code: 'other-session', detail: { entryId } }
    if (!isLive(entry.status)) return { code: 'entry-not-live', detail: { entryId, status: entry.status } }
    if (!facts.ofPayer.has(entryId)) return { code: 'other-payer', detail: { entryId } }
    const due = entry.feeAmount - (facts.allocated.get(entryId) ?? 0)
    if (amount > due) return { code: 'entry-already-paid', detail: { entryId, due, currency: entry.currency } }
  }
  return null
}

/**
 * Whether a payer's credit may pay for an entry: the payer's own, one announced as paid by them, or of somebody that the payment paid for.
 * @param organisationId of the entry's request @param paidFor the candidates of the entries that the payment allocates to
 */
export function isForPayer(
  { candidateId, organisationId }: { candidateId: string; organisationId: string | null },
  payer: { kind: 'candidate' | 'organisation'; id: string },
  paidFor: ReadonlySet<string>,
): boolean {
  if (paidFor.has(candidateId)) return true
  return payer.kind === 'candidate' ? candidateId === payer.id : organisationId === payer.id
}
