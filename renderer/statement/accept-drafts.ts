import type { StatementLine, StatementProposal } from '../../contract/desk-statement.ts'
import type { Draft } from '../../contract/ipc.ts'
import type { Currency } from '../../domain/money.ts'
import { cutLabel } from '../../domain/statement-match.ts'

type Accepted = Pick<StatementLine, 'key' | 'bookedOn' | 'amount' | 'label'>

/**
 * What « Rapprocher » asks for: the payment with what it makes final and its receipt, as when it is taken at the counter, then the match;
 * of what was recorded already, the match alone.
 * @param issue whether a receipt can be issued
 */
export function acceptDrafts(
  { key: lineKey, bookedOn, amount, label: whole }: Accepted,
  proposal: StatementProposal,
  { currency, issue }: { currency: Currency; issue: boolean },
): Draft[] {
  const label = cutLabel(whole)
  const line = { lineKey, bookedOn, amount, label }
  if (proposal.kind === 'recorded')
    return [{ name: 'statement.match', args: { ...line, paymentId: proposal.paymentId, depositId: null } }]
  if (proposal.kind === 'deposit')
    return [{ name: 'statement.match', args: { ...line, paymentId: null, depositId: proposal.depositId } }]
  const { sessionId, payer, allocations, confirms } = proposal
  const payment = { sessionId, payer, method: 'transfer', amount, currency, receivedOn: bookedOn }
  return [
    { name: 'payment.record', args: { ...payment, reference: label || null, cheque: null, allocations } },
    { name: 'statement.match', args: { ...line, paymentId: null, depositId: null }, after: [0] },
    ...(confirms.length > 0 ? [{ name: 'entry.confirm' as const, args: { entryIds: confirms }, after: [0] }] : []),
    ...(issue ? [{ name: 'receipt.issue' as const, args: { paymentId: null }, after: [0] }] : []),
  ]
}

/** The most lines of one click: a click holds 500 drafts, a line four at most. */
export const MOST_AT_ONCE = 100

/** The drafts of several lines, as one click. @returns `firsts`: the place of each line's first draft, which tells whether it was done */
export function acceptManyDrafts(
  accepted: readonly { line: Accepted; proposal: StatementProposal }[],
  said: { currency: Currency; issue: boolean },
): { drafts: Draft[]; firsts: number[] } {
  const drafts: Draft[] = []
  const firsts: number[] = []
  for (const { line, proposal } of accepted) {
    const first = drafts.length
    firsts.push(first)
    for (const { after, ...draft } of acceptDrafts(line, proposal, said))
      drafts.push(after ? { ...draft, after: after.map((place) => place + first) } : draft)
  }
  return { drafts, firsts }
}
