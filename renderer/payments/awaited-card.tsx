import { useState } from 'react'
import type { AwaitedMoney } from '../../contract/desk-today.ts'
import { Button } from '../../kit/button.tsx'
import { formatMoney } from '../../text/format.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { PayerPaymentDialog } from './payer-payment-dialog.tsx'

/** As many organisations as stand there before the others are asked for: two lines of a small screen. */
const FIRST = 4

/** Above what was received: what is still awaited, how many requests that is, and which organisations owe it; each opens its list. */
export function AwaitedCard({ awaited }: { awaited: AwaitedMoney }) {
  const { openRequests } = useOffice()
  const { due, overdue, currency, amount, payers } = awaited
  const say = (minor: number) => formatMoney(minor, currency)
  return (
    <section className="card awaited" aria-labelledby="awaited">
      <h2 id="awaited">{PAYMENTS.awaited}</h2>
      {due + overdue === 0 && amount === 0 ? <p className="sub">{PAYMENTS.awaitedNone}</p> : null}
      {due + overdue > 0 || amount > 0 ? (
        <p>
          <b>{PAYMENTS.awaitedIs(say(amount))}</b>
          {due > 0 ? (
            <Button tone="link" onPress={() => openRequests({ state: 'due' })}>
              {PAYMENTS.seeDue(due)}
            </Button>
          ) : null}
          {overdue > 0 ? (
            <Button tone="link" onPress={() => openRequests({ state: 'overdue' })}>
              {PAYMENTS.seeOverdue(overdue)}
            </Button>
          ) : null}
        </p>
      ) : null}
      {payers.length > 0 ? <Payers payers={payers} say={say} /> : null}
    </section>
  )
}

type PayersProps = { payers: AwaitedMoney['payers']; say: (minor: number) => string }

function Payers({ payers, say }: PayersProps) {
  const { desk, openRequests } = useOffice()
  const [all, setAll] = useState(false)
  const [collecting, setCollecting] = useState<string | null>(null)
  const notAllowed = whyNotAllowed(desk, 'payment.record')
  const shown = all ? payers : payers.slice(0, FIRST)
  const more = payers.length - FIRST
  return (
    <p className="payers">
      <span className="sub">{PAYMENTS.owe(payers.length, say(payers.reduce((sum, payer) => sum + payer.due, 0)))}</span>
      {shown.map(({ organisationId, name, due, deadlineAt, requestId }) => {
        // The list shows late ones apart.
        const state = deadlineAt !== null && deadlineAt <= desk.now ? 'overdue' : 'due'
        return (
          <span key={organisationId} className="payer">
            <Button tone="link" onPress={() => openRequests({ state, payer: organisationId })}>
              {PAYMENTS.oweOf(name, say(due))}
            </Button>
            <Button small label={PAYMENTS.collectOf(name)} reason={notAllowed} onPress={() => setCollecting(requestId)}>
              {PAYMENTS.collect}
            </Button>
          </span>
        )
      })}
      {more > 0 ? (
        <Button tone="link" small expanded={all} onPress={() => setAll(!all)}>
          {all ? PAYMENTS.fewerPayers : PAYMENTS.otherPayers(more)}
        </Button>
      ) : null}
      {collecting ? <PayerPaymentDialog requestId={collecting} onClose={() => setCollecting(null)} /> : null}
    </p>
  )
}
