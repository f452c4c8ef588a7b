import type { Currency } from '../domain/money.ts'
import type { PaymentMethod } from '../domain/payment.ts'
import type { LocalDate } from '../domain/time.ts'
import { formatDayLong, formatMoney, NBSP } from './format.ts'

/** A payment that stands, as a reply speaks of it. Amounts in minor units. */
export type ReplyPayment = {
  /** Of an organisation's, what of it is for this person. */
  amount: number
  currency: Currency
  method: PaymentMethod
  receivedOn: LocalDate
  /** The number of its receipt; null while none is issued. An organisation's is its own affair. */
  receipt: string | null
  /** The organisation that paid; null: the candidate. */
  payer: string | null
}

const BY: Readonly<Record<PaymentMethod, string>> = {
  cheque: 'par chèque',
  transfer: 'par virement',
  card: 'par carte bancaire',
  cash: 'en espèces',
}

/** That the money arrived, how much, how, when and with which receipt: a sentence a payer. */
export function sayPayments(payments: readonly ReplyPayment[]): string[] {
  return [...Map.groupBy(payments, ({ payer }) => payer)].map(([payer, made]) => {
    const whose =
      payer === null ? (made.length > 1 ? 'vos règlements' : 'votre règlement') : `le règlement de ${payer} pour vous`
    const parts = made.map(({ amount, currency, method, receivedOn, receipt }) => {
      const number = receipt === null || payer !== null ? '' : ` (reçu ${receipt})`
      return `${formatMoney(amount, currency)} ${BY[method]} le ${formatDayLong(receivedOn)}${number}`
    })
    return `Nous avons bien reçu ${whose}${NBSP}: ${parts.join(', ')}.`
  })
}

/** A cheque that the bank gave back. Amounts in minor units. */
export type BouncedCheque = {
  amount: number
  currency: Currency
  receivedOn: LocalDate
  /** What is awaited again of it, and until when; null where nobody said. */
  awaited: number
  dueOn: LocalDate | null
  /** The organisation that had paid by it; null: the candidate. */
  payer: string | null
}

/** That it came back, and until when its money is awaited: a sentence each. */
export function sayBounced(cheques: readonly BouncedCheque[]): string[] {
  return cheques.map(({ amount, currency, receivedOn, awaited, dueOn, payer }) => {
    const whose = payer === null ? 'Votre chèque' : `Le chèque de ${payer}`
    const until = dueOn === null ? '' : ` jusqu’au ${formatDayLong(dueOn)}`
    return `${whose} de ${formatMoney(amount, currency)}, reçu le ${formatDayLong(receivedOn)}, est revenu impayé${NBSP}: ${formatMoney(awaited, currency)} attendus${until}.`
  })
}
