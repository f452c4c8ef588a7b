import { useState } from 'react'
import type { PaymentRow } from '../../contract/desk.ts'
import { MOST_CREDITS } from '../../contract/limits.ts'
import { Button } from '../../kit/button.tsx'
import { formatMoney } from '../../text/format.ts'
import { CREDITS } from '../../text/screens/credits.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { ReturnCreditDialog } from './return-credit-dialog.tsx'
import { UseCreditDialog } from './use-credit-dialog.tsx'

type Chosen = readonly [PaymentRow, ...PaymentRow[]]
type CreditsBarProps = { chosen: readonly PaymentRow[]; clear: () => void }

/** What can be done with several credits of one payer at once. */
export function CreditsBar({ chosen, clear }: CreditsBarProps) {
  const { desk } = useOffice()
  // Once asked, the dialog stays with what it was asked for: its own click leaves nothing of it.
  const [asked, setAsked] = useState<{ act: 'use' | 'return'; payments: Chosen } | null>(null)
  // Taken from the oldest first, whatever the order in which they are shown.
  const [first, ...others] = chosen.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
  const payers = new Map(chosen.map(({ payer, payerName }) => [`${payer.kind}/${payer.id}`, payerName]))
  const why = whyNotTogether(chosen.length, [...payers.values()])
  const ask = (act: 'use' | 'return') => () => {
    if (first) setAsked({ act, payments: [first, ...others] })
  }
  const close = () => setAsked(null)
  const total = chosen.reduce((sum, { credit }) => sum + credit, 0)
  return (
    <>
      <p role="status" className="sub">
        {first && payers.size === 1
          ? CREDITS.picked(chosen.length, formatMoney(total, first.currency), first.payerName)
          : (why ?? CREDITS.pickHint)}
      </p>
      <Button reason={whyNotAllowed(desk, 'credit.use') ?? why} onPress={ask('use')}>
        {CREDITS.spend}
      </Button>
      <Button reason={whyNotAllowed(desk, 'credit.return') ?? why} onPress={ask('return')}>
        {CREDITS.giveBack}
      </Button>
      {asked?.act === 'use' ? <UseCreditDialog payments={asked.payments} onClose={close} onUsed={clear} /> : null}
      {asked?.act === 'return' ? (
        <ReturnCreditDialog payments={asked.payments} onClose={close} onReturned={clear} />
      ) : null}
    </>
  )
}

function whyNotTogether(count: number, payers: readonly string[]): string | null {
  if (count === 0) return CREDITS.pickHint
  if (payers.length > 1) return CREDITS.severalPayers(payers)
  return count > MOST_CREDITS ? CREDITS.tooMany(MOST_CREDITS) : null
}
