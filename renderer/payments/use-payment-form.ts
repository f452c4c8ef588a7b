import { useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { parseAmount } from '../../domain/money.ts'
import type { Payer } from '../../domain/payment.ts'
import { toLocalDate } from '../../domain/time.ts'
import { draftKey } from '../../kit/draft-key.ts'
import { forgetKept, isKept, useKept } from '../../kit/kept.ts'
import { formatDate, formatMoney } from '../../text/format.ts'
import { sayRefusal } from '../../text/fr.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useRows } from '../api.ts'
import { circumstancesOf, useOffice } from '../frame/office.tsx'
import { whyNoReceipt } from '../frame/why-not-allowed.ts'
import {
  allocate,
  duesOf,
  entriesCovered,
  isPaymentForm,
  type Meant,
  objectionTo,
  type Payment,
  type PaymentForm,
  receivedOnText,
  referenceOf,
  tickedDues,
} from './payment-form.ts'
import { parseTypedDate } from './typed-date.ts'

const NOTHING_BESIDE = { left: 0, cash: { candidate: 0, organisation: 0 } }
const UNTOUCHED = {
  method: 'cheque',
  amount: null,
  receivedOn: null,
  reference: '',
  number: '',
  bank: '',
  drawer: null,
  entryIds: null,
  issue: true,
} satisfies Partial<PaymentForm>

/**
 * What is typed in the payment dialog, kept when it is closed by mistake, and what the domain thinks of it.
 * @param meant the requests that it was opened for
 */
export function usePaymentForm(request: RequestRow, meant: Meant) {
  const { desk } = useOffice()
  const { centre } = desk
  // What else the same payer owes; until it is read, this request alone.
  const read = useRows('request.payable', { requestId: request.id }).data
  const payable = read ?? { requests: [request], ...NOTHING_BESIDE }
  const today = toLocalDate(desk.now, centre.timeZone)
  const key = meant === 'all' ? draftKey('payment-of-payer', [request.id]) : draftKey('payment', meant)
  const blank: PaymentForm = { ...UNTOUCHED, payer: request.organisation ? 'organisation' : 'candidate' }
  const [resumed, setResumed] = useState(() => isKept(key, isPaymentForm))
  const [form, setForm] = useKept(key, blank, isPaymentForm)

  const dues = duesOf(request, payable.requests, form.payer)
  const ticked = tickedDues(form, dues, meant)
  const owed = ticked.reduce((sum, { due }) => sum + due, 0)
  const amount = form.amount === null ? owed : parseAmount(form.amount, centre.currency)
  const dateText = receivedOnText(form, today)
  const receivedOn = parseTypedDate(dateText, today)
  const payer: Payer =
    form.payer === 'organisation' && request.organisationId
      ? { kind: 'organisation', id: request.organisationId }
      : { kind: 'candidate', id: request.candidateId }
  const payerName = (payer.kind === 'organisation' && request.organisation?.name) || fullName(request.candidate)
  const allocations = allocate(ticked, amount ?? 0)
  const confirmed = entriesCovered(ticked, allocations)
  const payment: Payment | null =
    amount === null || receivedOn === null
      ? null
      : {
          sessionId: request.sessionId,
          payer,
          method: form.method,
          amount,
          currency: centre.currency,
          receivedOn,
          ...referenceOf(form, payerName),
          allocations,
        }
  const objection =
    payment && objectionTo(payment, { centre, dues, cashSoFar: payable.cash[payer.kind] }, circumstancesOf(desk))
  // The rule names one thing at a time; the date is asked about alone, so that both fields can be put right at once.
  const alone = payment && { ...payment, method: 'card' as const, cheque: null, amount: 1, allocations: [] }
  const wrongDate = alone && objectionTo(alone, { centre, dues, cashSoFar: 0 }, circumstancesOf(desk))
  const wrongAmount = objection && objection.code !== wrongDate?.code ? sayRefusal(objection) : null
  const example = formatMoney(owed, centre.currency)
  return {
    form,
    change: (part: Partial<PaymentForm>) => setForm((one) => ({ ...one, ...part })),
    typeDate: (text: string) => setForm((one) => ({ ...one, receivedOn: { text, typedOn: today } })),
    forget: () => forgetKept(key),
    /** Whether this is what somebody typed before they closed the dialog. */
    resumed,
    restart: () => {
      setForm(blank)
      forgetKept(key)
      setResumed(false)
    },
    /** Whether what the payer owes for the others is not read yet: what is ticked is not yet all that was meant. */
    reading: read === undefined && !(meant.length === 1 && meant[0] === request.id),
    today,
    payerName,
    allocations,
    dues,
    /** Requests that the payer still owes for and that are not among the dues: too many for one payment. */
    left: payer.kind === 'organisation' ? payable.left : 0,
    ticked,
    owed,
    amount,
    dateText,
    receivedOn,
    /** What would be sent; null while something in it cannot be read or is objected to. */
    payment: objection ? null : payment,
    /** Pre-validated entries that the payment would make final. */
    confirmed,
    wrongAmount,
    amountError: amount === null ? PAYMENTS.amountInvalid(example) : wrongAmount,
    dateError: receivedOn === null ? PAYMENTS.dateInvalid(formatDate(today)) : wrongDate && sayRefusal(wrongDate),
    whyNoReceipt: whyNoReceipt(desk),
  }
}
