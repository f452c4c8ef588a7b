import type { ChequeEnd } from './cheque.ts'
import type { Entry } from './entry.ts'
import { dueOf } from './entry-groups.ts'
import type { Payment, PaymentVoid } from './payment.ts'
import { addDays, type Instant, type LocalDate, startOfDay } from './time.ts'

/** How money that had come for an exam fell: its cheque bounced, or its payment was taken back. */
export const FALLS = ['cheque-bounced', 'payment-voided'] as const
export type Fall = (typeof FALLS)[number]

/** The payment by which an exam is owed again, as it is spoken of. */
export type Fell = {
  why: Fall
  paymentId: string
  /** Of the whole payment, minor units of the currency of the exam. */
  amount: number
  receivedOn: LocalDate
  /** Of a cheque, as it was typed; empty: nobody did. */
  chequeNumber: string
  /** Of a cheque that bounced: until when the money is awaited again, where somebody said. */
  dueOn: LocalDate | null
  /** Who had paid; null: the candidate. */
  payer: string | null
}

/** What came for some entries and fell, by payment: a payment, what the bank answered of it, that it was taken back. */
export type FallenMoney = {
  /** As they stand (`asTheyStand`). */
  payments: readonly Pick<
    Payment,
    'id' | 'amount' | 'receivedOn' | 'cheque' | 'reference' | 'method' | 'payer' | 'allocations'
  >[]
  ends: readonly Pick<ChequeEnd, 'paymentId' | 'outcome' | 'dueOn' | 'notedAt'>[]
  voids: readonly Pick<PaymentVoid, 'paymentId' | 'voidedAt'>[]
  /** The name of who paid, by payment. */
  payerNames: ReadonlyMap<string, string>
}

/** `onAccount`: its payer pays later, by agreement. */
type FallenEntry = Pick<Entry, 'id' | 'candidateId' | 'status' | 'feeAmount'> & { paid: number; onAccount: boolean }

/**
 * By what an exam is owed again, the last that fell; null of one that is not owed, or for which nothing had come. A bounced cheque goes
 * first: it has a day of its own until when the money is awaited. That a payment was taken back is told of what it had made final alone:
 * before that the deadline goes on as it was, and who pays on account owes later.
 */
export function fellOf(entry: FallenEntry, { payments, ends, voids, payerNames }: FallenMoney): Fell | null {
  if (dueOf(entry) === 0) return null
  const own = payments.filter(({ allocations }) =>
    allocations.some(({ entryId, amount }) => entryId === entry.id && amount > 0),
  )
  const voidedAt = new Map(voids.map((one) => [one.paymentId, one.voidedAt]))
  const bounced = own.flatMap((payment) =>
    ends.flatMap(({ paymentId, outcome, dueOn, notedAt }) =>
      paymentId === payment.id && outcome === 'bounced' && !voidedAt.has(paymentId)
        ? { payment, dueOn, at: notedAt, why: 'cheque-bounced' as const }
        : [],
    ),
  )
  const voided = own.flatMap((payment) => {
    const at = voidedAt.get(payment.id)
    return at === undefined || entry.status !== 'confirmed' || entry.onAccount
      ? []
      : { payment, dueOn: null, at, why: 'payment-voided' as const }
  })
  const fallen = bounced.length > 0 ? bounced : voided
  const [last] = fallen.toSorted((a, b) => (`${a.at} ${a.payment.id}` > `${b.at} ${b.payment.id}` ? -1 : 1))
  if (!last) return null
  const { id, amount, receivedOn, cheque, reference, method, payer } = last.payment
  const isTheirs = payer.kind === 'candidate' && payer.id === entry.candidateId
  return {
    ...{ why: last.why, paymentId: id, amount, receivedOn, dueOn: last.dueOn },
    chequeNumber: method === 'cheque' ? (cheque?.number ?? reference ?? '').trim() : '',
    payer: isTheirs ? null : (payerNames.get(id) ?? ''),
  }
}

/** The last day until which money is awaited, and the first instant that is too late. */
export type Until = { on: LocalDate; at: Instant }

type AwaitedEntry = Pick<Entry, 'status' | 'deadlineOn' | 'deadlineAt'> & { fell: Pick<Fell, 'dueOn'> | null }

/**
 * Until when an exam is to be paid: its deadline while it is pre-validated, the day said once its cheque bounced; of the two the later, for
 * a day that was agreed with somebody is not taken back by the one before it. Null where no day was said.
 */
export function awaitedUntil({ status, deadlineOn, deadlineAt, fell }: AwaitedEntry, timeZone: string): Until | null {
  const deadline =
    status === 'prevalidated' && deadlineOn !== null && deadlineAt !== null ? { on: deadlineOn, at: deadlineAt } : null
  const dueOn = fell?.dueOn ?? null
  if (dueOn === null) return deadline
  const agreed = { on: dueOn, at: startOfDay(addDays(dueOn, 1), timeZone) }
  return deadline !== null && deadline.at >= agreed.at ? deadline : agreed
}

type OwedEntry = Pick<Entry, 'status' | 'feeAmount' | 'deadlineOn' | 'deadlineAt'> & { paid: number; fell: Fell | null }

/**
 * Whether somebody may be asked for the money of an exam: it is owed, and there is a day for it or it is final without it. Not before a
 * pre-validation has its deadline, nor for what is final on account.
 */
export function isAwaited(entry: OwedEntry, onAccount: boolean): boolean {
  if (dueOf(entry) === 0) return false
  return entry.status === 'prevalidated' ? entry.deadlineAt !== null : !onAccount
}

/** Exams for which money is awaited for one reason and until one moment: one reminder speaks of them. */
export type AwaitedTogether<E> = { entries: E[]; until: Until | null; fell: Fell | null }

/** What is awaited of these exams of one request, in the order in which it is; what has no day comes last. */
export function awaitedTogether<E extends OwedEntry>(
  entries: readonly E[],
  { onAccount, timeZone }: { onAccount: boolean; timeZone: string },
): AwaitedTogether<E>[] {
  const owed = entries
    .filter((entry) => isAwaited(entry, onAccount))
    .map((entry) => ({ entry, until: awaitedUntil(entry, timeZone) }))
  const alike = Map.groupBy(owed, ({ entry: { status, fell }, until }) =>
    JSON.stringify([until?.at ?? null, fell?.paymentId ?? null, status]),
  )
  return [...alike.values()]
    .flatMap((some) => {
      const [first] = some
      const group = { entries: some.map(({ entry }) => entry), until: first?.until ?? null }
      return first ? { ...group, fell: first.entry.fell } : []
    })
    .toSorted((a, b) => ((a.until?.at ?? '\uffff') < (b.until?.at ?? '\uffff') ? -1 : 1))
}
