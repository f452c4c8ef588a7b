import { useState } from 'react'
import type { PaymentRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { formatMoney } from '../../text/format.ts'
import { CREDITS } from '../../text/screens/credits.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { ReturnCreditDialog } from './return-credit-dialog.tsx'
import { UseCreditDialog } from './use-credit-dialog.tsx'

/** What can be done with what is left of a payment; nothing where nothing is left. */
export function CreditActs({ payment }: { payment: PaymentRow }) {
  const { desk } = useOffice()
  const [asked, setAsked] = useState<'use' | 'return' | null>(null)
  const { payerName, credit, currency } = payment
  const fell = payment.voided !== null || payment.end?.outcome === 'bounced'
  // Once asked, the dialog stays: its own click leaves nothing to use.
  if (asked === null && (credit <= 0 || fell)) return null
  const money = formatMoney(credit, currency)
  return (
    <div className="actions">
      <Button
        small
        tone="link"
        label={CREDITS.spendOf(payerName, money)}
        reason={whyNotAllowed(desk, 'credit.use')}
        onPress={() => setAsked('use')}
      >
        {CREDITS.spend}
      </Button>
      <Button
        small
        tone="link"
        label={CREDITS.giveBackOf(payerName, money)}
        reason={whyNotAllowed(desk, 'credit.return')}
        onPress={() => setAsked('return')}
      >
        {CREDITS.giveBack}
      </Button>
      {asked === 'use' ? <UseCreditDialog payment={payment} onClose={() => setAsked(null)} /> : null}
      {asked === 'return' ? <ReturnCreditDialog payment={payment} onClose={() => setAsked(null)} /> : null}
    </div>
  )
}
