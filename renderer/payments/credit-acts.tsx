import { useState } from 'react'
import type { PaymentRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { formatMoney } from '../../text/format.ts'
import { CREDITS } from '../../text/screens/credits.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { ReturnCreditDialog } from './return-credit-dialog.tsx'
import { UseCreditDialog } from './use-credit-dialog.tsx'

/** Whether something is left of a payment that stands. */
export function isUsable({ credit, voided, end }: Pick<PaymentRow, 'credit' | 'voided' | 'end'>): boolean {
  return credit > 0 && voided === null && end?.outcome !== 'bounced'
}

/** What can be done with what is left of a payment; nothing where nothing is left. */
export function CreditActs({ payment }: { payment: PaymentRow }) {
  const { desk } = useOffice()
  const [asked, setAsked] = useState<'use' | 'return' | null>(null)
  const { payerName, credit, currency } = payment
  // Once asked, the dialog stays: its own click leaves nothing to use.
  if (asked === null && !isUsable(payment)) return null
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
      {asked === 'use' ? <UseCreditDialog payments={[payment]} onClose={() => setAsked(null)} /> : null}
      {asked === 'return' ? <ReturnCreditDialog payments={[payment]} onClose={() => setAsked(null)} /> : null}
    </div>
  )
}
