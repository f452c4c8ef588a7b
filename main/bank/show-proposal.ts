import type { StatementProposal } from '../../contract/desk-statement.ts'
import { fullName } from '../../domain/candidate.ts'
import type { Payer } from '../../domain/payment.ts'
import type { Proposal } from '../../domain/statement-proposals.ts'
import type { ExpectedMoney } from '../reads/expected-money.ts'

/** The entries that are named; of the others only how many there are is told. */
const MOST_NAMED = 20

/** A proposal with the names by which it is told. */
export function showProposal(proposal: Proposal, money: ExpectedMoney): StatementProposal {
  const reasons = [...proposal.reasons]
  if (proposal.kind === 'recorded') {
    const { paymentId, payer, receivedOn, reference } = proposal.recorded
    const method = money.payments.get(paymentId)?.method ?? 'transfer'
    return { kind: 'recorded', reasons, paymentId, payerName: payerName(payer, money), method, receivedOn, reference }
  }
  if (proposal.kind === 'deposit') {
    const { depositId, depositedOn, reference } = proposal.deposit
    const count = money.deposits.get(depositId)?.paymentIds.length ?? 0
    return { kind: 'deposit', reasons, depositId, depositedOn, reference, count }
  }
  const { payer, sessionId, dues } = proposal.owing
  const allocations = [...proposal.allocations]
  const entries = allocations.flatMap(({ entryId, amount: paid }) => {
    const entry = money.entries.get(entryId)
    if (!entry) return []
    const { candidateId, status, due, examId } = entry
    const candidateName = payerName({ kind: 'candidate', id: candidateId }, money)
    return [{ entryId, candidateId, candidateName, examCode: money.exams.get(examId)?.code ?? '', status, due, paid }]
  })
  return {
    kind: 'due',
    ...{ reasons, sessionId, payer, allocations, entries: entries.slice(0, MOST_NAMED) },
    sessionLabel: money.sessions.get(sessionId)?.label ?? sessionId,
    payerName: payerName(payer, money),
    birthName: birthName(payer, money),
    owed: dues.reduce((sum, { due }) => sum + due, 0),
    confirms: entries.flatMap(({ entryId, status, due, paid }) =>
      status === 'prevalidated' && paid >= due ? entryId : [],
    ),
  }
}

function payerName(
  { kind, id }: Payer,
  { candidates, organisations }: Pick<ExpectedMoney, 'candidates' | 'organisations'>,
): string {
  if (kind === 'organisation') return organisations.get(id)?.name ?? ''
  const candidate = candidates.get(id)
  return candidate ? fullName(candidate) : ''
}

function birthName({ kind, id }: Payer, { candidates }: ExpectedMoney): string | null {
  const candidate = kind === 'candidate' ? candidates.get(id) : undefined
  return candidate?.usageName ? candidate.birthName : null
}
