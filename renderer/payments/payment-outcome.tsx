import type { Currency } from '../../domain/money.ts'
import { formatMoney } from '../../text/format.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'

type PaymentOutcomeProps = { owed: number; amount: number | null; confirmed: number; currency: Currency }

/** What the click will do besides the money: what becomes final, what stays owed, what is kept as a credit. */
export function PaymentOutcome({ owed, amount, confirmed, currency }: PaymentOutcomeProps) {
  if (amount === null || amount <= 0) return <p />
  return (
    <p role="status">
      {confirmed > 0 ? `${PAYMENTS.willConfirm(confirmed)} ` : ''}
      {amount < owed ? PAYMENTS.missing(formatMoney(owed - amount, currency)) : ''}
      {amount > owed ? PAYMENTS.surplus(formatMoney(amount - owed, currency)) : ''}
    </p>
  )
}
