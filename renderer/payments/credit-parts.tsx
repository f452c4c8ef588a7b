import type { PaymentRow } from '../../contract/desk.ts'
import { formatDate, formatMoney } from '../../text/format.ts'
import { METHOD_WORDS } from '../../text/fr.ts'
import { CREDITS } from '../../text/screens/credits.ts'

type CreditPartsProps = {
  label: string
  payments: readonly PaymentRow[]
  /** Minor units that would be taken of what is left of each. */
  amountOf: (payment: PaymentRow) => number
}

/** Of several credits, how much the click would take of each, before it is made. */
export function CreditParts({ label, payments, amountOf }: CreditPartsProps) {
  return (
    <section aria-label={label}>
      <h3 className="label">{label}</h3>
      <ul className="deposit-list">
        {payments.map((payment) => {
          const { id, currency, amount, credit, method, receivedOn, receipt } = payment
          const say = (minor: number) => formatMoney(minor, currency)
          return (
            <li key={id}>
              <span>
                {CREDITS.received(say(amount), METHOD_WORDS[method].toLowerCase(), formatDate(receivedOn))}{' '}
                <span className="sub">{receipt ? CREDITS.receipt(receipt.number) : CREDITS.noReceipt}</span>
              </span>
              <b>{CREDITS.partOf(say(amountOf(payment)), say(credit))}</b>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
