import { useState } from 'react'
import type { Currency } from '../../domain/money.ts'
import { Button } from '../../kit/button.tsx'
import { formatMoney } from '../../text/format.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'

type ChangeToGiveProps = {
  /** Minor units of cash: what was handed over, null while it cannot be read, and what is due. */
  amount: number | null
  owed: number
  currency: Currency
  /** Only what is due is received. */
  giveChange: () => void
}

/** More cash than is due: change to be given back at the counter, in one click, or else kept for the payer. */
export function ChangeToGive({ amount, owed, currency, giveChange }: ChangeToGiveProps) {
  const [handed, setHanded] = useState<number | null>(null)
  const money = (minor: number) => formatMoney(minor, currency)
  if (amount === null || owed === 0) return null
  if (amount > owed)
    return (
      <div className="resumed" role="status">
        <span>{PAYMENTS.changeOrCredit(money(amount - owed))}</span>
        <Button
          small
          onPress={() => {
            setHanded(amount)
            giveChange()
          }}
        >
          {PAYMENTS.giveChange}
        </Button>
      </div>
    )
  // The amount is that of the receipt by now: what to put in their hand must not be worked out again.
  return handed !== null && handed > owed && amount === owed ? (
    <p className="resumed" role="status">
      {PAYMENTS.changeIs(money(handed - owed), money(handed))}
    </p>
  ) : null
}
