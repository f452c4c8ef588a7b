import type { StatementProposal } from '../../contract/desk-statement.ts'
import type { Payer } from '../../domain/payment.ts'
import { plainWords } from '../../domain/plain-text.ts'
import { type BankCredit, proposeDue } from '../../domain/statement-proposals.ts'
import type { ExpectedMoney } from '../reads/expected-money.ts'
import { showProposal } from './show-proposal.ts'

const MOST_FOUND = 20

/**
 * Whom a person names for a credit that nothing else tells: payers who owe something, and payments of that amount that are on no statement
 * yet, of whom each word typed begins a name, a first name or the NUC.
 */
export function searchPayers(text: string, credit: BankCredit, money: ExpectedMoney): StatementProposal[] {
  const typed = plainWords(text)
  if (typed.length === 0) return []
  const { expected, candidates, organisations } = money
  const meant = ({ kind, id }: Payer) => {
    const candidate = kind === 'candidate' ? candidates.get(id) : undefined
    const names = candidate
      ? [candidate.birthName, candidate.usageName, candidate.firstNames, candidate.nuc]
      : [organisations.get(id)?.name]
    const words = names.flatMap((name) => plainWords(name ?? ''))
    return typed.every((one) => words.some((word) => word.startsWith(one)))
  }
  const recorded = expected.recorded.filter(({ payer, amount }) => amount === credit.amount && meant(payer))
  const owing = expected.owing.filter(({ payer }) => meant(payer))
  return [
    ...recorded.map((one) => ({
      kind: 'recorded' as const,
      recorded: one,
      reasons: ['same-amount'] as const,
      score: 0,
    })),
    ...owing.map((one) => proposeDue(one, credit, [], new Map())),
  ]
    .slice(0, MOST_FOUND)
    .map((proposal) => showProposal(proposal, money))
}
