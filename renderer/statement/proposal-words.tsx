import type { StatementLine, StatementProposal } from '../../contract/desk-statement.ts'
import { formatDate, formatMoney } from '../../text/format.ts'
import { METHOD_WORDS } from '../../text/fr.ts'
import { STATEMENT, whoOf } from '../../text/screens/statement.ts'
import { useOffice } from '../frame/office.tsx'

type ProposalWordsProps = { line: Pick<StatementLine, 'amount'>; proposal: StatementProposal }

/** A proposal in words: who, for what, what it leaves, and why it is proposed. */
export function ProposalWords({ line, proposal }: ProposalWordsProps) {
  const reasons = STATEMENT.reasons(proposal.reasons)
  return (
    <div className="proposal">
      <b>{whoOf(proposal)}</b>
      <ProposalDetail line={line} proposal={proposal} />
      {reasons === '' ? null : <span className="sub why">{reasons}</span>}
    </div>
  )
}

function ProposalDetail({ line, proposal }: ProposalWordsProps) {
  const { currency } = useOffice().desk.centre
  if (proposal.kind === 'recorded')
    return (
      <span className="sub">{STATEMENT.recorded(METHOD_WORDS[proposal.method], formatDate(proposal.receivedOn))}</span>
    )
  if (proposal.kind === 'deposit')
    return <span className="sub">{STATEMENT.deposit(proposal.count, formatDate(proposal.depositedOn))}</span>
  const { owed, entries, allocations, sessionLabel, payerName, birthName } = proposal
  const others = [...new Set(entries.map(({ candidateName }) => candidateName))].filter((name) => name !== payerName)
  const codes = entries.map(({ examCode }) => examCode)
  const left =
    line.amount < owed
      ? STATEMENT.remains(formatMoney(owed - line.amount, currency))
      : line.amount > owed
        ? STATEMENT.surplus(formatMoney(line.amount - owed, currency))
        : null
  return (
    <>
      {birthName && proposal.reasons.includes('birth-name') ? (
        <span className="sub">{STATEMENT.bornAs(birthName)}</span>
      ) : null}
      <span className="sub">
        {[
          allocations.length > 4 ? STATEMENT.exams(allocations.length) : codes.join(', '),
          ...others.slice(0, 3),
          sessionLabel,
        ].join(' · ')}
      </span>
      {left ? <span className="sub left">{left}</span> : null}
    </>
  )
}
