import { useRef, useState } from 'react'
import type { StatementLine, StatementProposal } from '../../contract/desk-statement.ts'
import { formatMoney } from '../../text/format.ts'
import { sayRefusal } from '../../text/fr.ts'
import { STATEMENT, whoOf } from '../../text/screens/statement.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNoReceipt } from '../frame/why-not-allowed.ts'
import { refusalsOf, useRun } from '../run-click.ts'
import { acceptDrafts, acceptManyDrafts } from './accept-drafts.ts'

type Acceptance = {
  /** Gives whether the first of what was asked is done. */
  accept: (line: StatementLine, proposal: StatementProposal) => Promise<boolean>
  /** The first proposal of each of these lines, in one click. */
  acceptMany: (lines: readonly StatementLine[]) => Promise<void>
  busy: boolean
}

/** Records what a person says that lines are, and says what became of it. */
export function useAccept(): Acceptance {
  const { desk } = useOffice()
  const { currency } = desk.centre
  const run = useRun()
  const [busy, setBusy] = useState(false)
  // Two presses in one frame both see `busy` as it was drawn: money must not be recorded twice.
  const taking = useRef(false)
  const once = async <V>(otherwise: V, act: () => Promise<V>): Promise<V> => {
    if (taking.current) return otherwise
    taking.current = true
    setBusy(true)
    try {
      return await act()
    } finally {
      taking.current = false
      setBusy(false)
    }
  }
  const issue = whyNoReceipt(desk) === null
  const accept = (line: StatementLine, proposal: StatementProposal) =>
    once(false, async () => {
      const amount = formatMoney(line.amount, currency)
      const answer = await run(acceptDrafts(line, proposal, { currency, issue }), (done) => {
        const [first] = refusalsOf(done)
        if (first) return done.results[0]?.ok ? STATEMENT.partly(sayRefusal(first)) : sayRefusal(first)
        if (proposal.kind !== 'due') return STATEMENT.ticked(amount, whoOf(proposal))
        return STATEMENT.done(amount, whoOf(proposal), issue)
      })
      return answer?.results[0]?.ok === true
    })
  const acceptMany = (lines: readonly StatementLine[]) =>
    once(undefined, async () => {
      const accepted = lines.flatMap((line) => (line.proposals[0] ? [{ line, proposal: line.proposals[0] }] : []))
      const { drafts, firsts } = acceptManyDrafts(accepted, { currency, issue })
      await run(drafts, (done) => {
        const count = firsts.filter((place) => done.results[place]?.ok).length
        const [first] = refusalsOf(done)
        return STATEMENT.doneMany(count, firsts.length - count, first ? sayRefusal(first) : null)
      })
    })
  return { accept, acceptMany, busy }
}
