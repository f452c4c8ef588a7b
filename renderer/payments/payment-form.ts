import type { EntryRow, RequestRow } from '../../contract/desk.ts'
import type { Draft } from '../../contract/ipc.ts'
import type { Centre } from '../../domain/catalogue.ts'
import type { Cheque } from '../../domain/cheque.ts'
import { objectToPayment, type RecordPaymentArgs } from '../../domain/commands/record-payment.ts'
import type { Circumstances, Refusal } from '../../domain/decision.ts'
import { holdsSeat } from '../../domain/entry.ts'
import type { Currency } from '../../domain/money.ts'
import { type Allocation, PAYMENT_METHODS, type Payer, type PaymentMethod } from '../../domain/payment.ts'
import type { LocalDate } from '../../domain/time.ts'
import { isListOf, isOneOf, isShaped, isText, isYesNo, orNull } from '../../kit/accepts.ts'
import type { Accept } from '../../kit/kept.ts'
import { formatDate } from '../../text/format.ts'

/** An entry that a payer still owes for. Amounts in minor units. */
export type Due = { entry: EntryRow; request: RequestRow; due: number }

/** What the person has filled in, texts as typed. Null is what nobody touched: it follows the entries, the day, what is due. */
export type PaymentForm = {
  payer: Payer['kind']
  method: PaymentMethod
  amount: string | null
  receivedOn: { text: string; typedOn: LocalDate } | null
  reference: string
  /** Of a cheque; the drawer, null, is the payer. */
  number: string
  bank: string
  drawer: string | null
  /** Entries ticked. */
  entryIds: readonly string[] | null
  issue: boolean
}

/** Whether what was kept is such a form: an older version may have written it. */
export const isPaymentForm: Accept<PaymentForm> = isShaped({
  payer: isOneOf('candidate', 'organisation'),
  method: isOneOf(...PAYMENT_METHODS),
  amount: orNull(isText),
  receivedOn: orNull(isShaped({ text: isText, typedOn: isText })),
  reference: isText,
  number: isText,
  bank: isText,
  drawer: orNull(isText),
  entryIds: orNull(isListOf(isText)),
  issue: isYesNo,
})

/** The date in its field: as typed today, or else today. A form kept from another day must not slip that day into the books. */
export function receivedOnText({ receivedOn }: Pick<PaymentForm, 'receivedOn'>, today: LocalDate): string {
  return receivedOn?.typedOn === today ? receivedOn.text : formatDate(today)
}

/** Which requests a payment was asked for: these, by id, or all for which the payer owes. */
export type Meant = readonly string[] | 'all'

/** The dues ticked: as the person left them, or else all that is owed now for the requests meant. */
export function tickedDues({ entryIds }: Pick<PaymentForm, 'entryIds'>, dues: readonly Due[], meant: Meant): Due[] {
  if (entryIds === null && meant === 'all') return [...dues]
  const ids = new Set(entryIds ?? meant)
  return dues.filter(({ entry, request }) => ids.has(entryIds ? entry.id : request.id))
}

/** Everything this payer still owes in the session for what holds a seat: their own request first. What HQ may be refusing waits. */
export function duesOf(request: RequestRow, requests: readonly RequestRow[], payer: Payer['kind']): Due[] {
  const covered = requests.filter((other) =>
    payer === 'organisation'
      ? other.organisationId !== null && other.organisationId === request.organisationId
      : other.candidateId === request.candidateId,
  )
  return owedIn(covered.toSorted((a, b) => Number(b.id === request.id) - Number(a.id === request.id)))
}

/** What these requests owe for what holds a seat, in their order. What HQ may be refusing waits. */
export function owedIn(requests: readonly RequestRow[]): Due[] {
  return requests.flatMap((other) =>
    other.entries.flatMap((entry) => {
      const due = entry.feeAmount - entry.paid
      return holdsSeat(entry.status) && !entry.doubtful && due > 0 ? [{ entry, request: other, due }] : []
    }),
  )
}

/** What the payment is found again by: of a cheque what it bears, nothing when neither number nor bank was typed; else a reference. */
export function referenceOf(
  form: Pick<PaymentForm, 'method' | 'reference' | 'number' | 'bank' | 'drawer'>,
  payerName: string,
): Pick<Payment, 'reference' | 'cheque'> {
  if (form.method !== 'cheque') return { reference: form.reference.trim() || null, cheque: null }
  const number = form.number.trim()
  const bank = form.bank.trim()
  if (number === '' && bank === '') return { reference: null, cheque: null }
  return { reference: null, cheque: { number, bank, drawer: form.drawer?.trim() || payerName } }
}

/** Spreads an amount over what is owed, in order; what is left over is the payer's credit. */
export function allocate(dues: readonly Due[], amount: number): Allocation[] {
  let left = amount
  return dues.flatMap(({ entry, due }) => {
    const part = Math.min(left, due)
    left -= part
    return part > 0 ? [{ entryId: entry.id, amount: part }] : []
  })
}

/** Pre-validated entries whose fee these allocations complete: they become final with the payment. */
export function entriesCovered(dues: readonly Due[], allocations: readonly Allocation[]): string[] {
  const paid = new Map(allocations.map(({ entryId, amount }) => [entryId, amount]))
  return dues.flatMap(({ entry, due }) =>
    entry.status === 'prevalidated' && (paid.get(entry.id) ?? 0) >= due ? [entry.id] : [],
  )
}

export type Payment = {
  sessionId: string
  payer: Payer
  method: PaymentMethod
  amount: number
  currency: Currency
  receivedOn: string
  reference: string | null
  cheque: Cheque | null
  allocations: Allocation[]
}

/** What the domain has against this payment, or null: the same rule that main will apply. */
export function objectionTo(
  payment: Payment,
  facts: { centre: Centre; dues: readonly Due[]; cashSoFar: number },
  circumstances: Circumstances,
): Refusal | null {
  const args: RecordPaymentArgs = { ...payment, paymentId: '', recordedAt: circumstances.at }
  const entries = facts.dues.map(({ entry }) => entry)
  const allocated = new Map(entries.map(({ id, paid }) => [id, paid]))
  return objectToPayment(args, { centre: facts.centre, entries, allocated, cashSoFar: facts.cashSoFar }, circumstances)
}

/** What one click on « Encaisser » asks for: the money, what it makes final, the receipt. Main draws ids, instant and number. */
export function draftsOf(payment: Payment, confirmed: readonly string[], issue: boolean): Draft[] {
  const drafts: Draft[] = [{ name: 'payment.record', args: { ...payment } }]
  if (confirmed.length > 0) drafts.push({ name: 'entry.confirm', args: { entryIds: [...confirmed] }, after: [0] })
  if (issue) drafts.push({ name: 'receipt.issue', args: { paymentId: null }, after: [0] })
  return drafts
}
