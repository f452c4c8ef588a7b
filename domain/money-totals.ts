import type { AsItStands } from './credit.ts'
import type { Entry } from './entry.ts'
import { holdsSeat } from './entry.ts'
import { creditByPayment, PAYMENT_METHODS, type Payment, type PaymentMethod, usesByPayment } from './payment.ts'

type Counted = { count: number; amount: number }

/**
 * The money of a session, in minor units of one currency. `received`, by method, − `returned` = what exams were paid with + `credit` −
 * `overReturned`, always.
 */
export type MoneyTotals = {
  methods: (Counted & { method: PaymentMethod })[]
  /** By exam: what the seats held are due, what was paid for them, what is still owed. */
  exams: { examId: string; entries: number; expected: number; paid: number; owed: number }[]
  /** What pays for nothing that is alive: owed back, or kept for a later entry. */
  credit: number
  /** Given back beyond what was left of its payment: on two PCs that did not know of each other, or of a payment that fell afterwards. */
  overReturned: number
  received: number
  /** Given back, of payments that fell since included: it has left. */
  returned: number
  voided: Counted
  bounced: Counted
}

type TotalledPayment = AsItStands<Pick<Payment, 'id' | 'amount' | 'method' | 'allocations' | 'recordedAt'>>
type TotalledEntry = Pick<Entry, 'id' | 'examId' | 'status' | 'feeAmount'>

/**
 * What was received for a session, and for what.
 * @param payments all of the session, as they stand (`asTheyStand`) @param entries those of the session, and those that its payments were for
 * @param voided ids of payments taken back @param bounced ids of those by a cheque that bounced
 */
export function moneyTotals(
  payments: readonly TotalledPayment[],
  entries: readonly TotalledEntry[],
  voided: ReadonlySet<string>,
  bounced: ReadonlySet<string>,
): MoneyTotals {
  const standing = payments.filter(({ id }) => !voided.has(id) && !bounced.has(id))
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const paid = new Map<string, number>()
  for (const uses of usesByPayment(standing, new Set(), byId).values())
    for (const { entryId, amount } of uses) paid.set(entryId, (paid.get(entryId) ?? 0) + amount)
  const left = [...creditByPayment(payments, new Set([...voided, ...bounced]), byId).values()]
  return {
    methods: PAYMENT_METHODS.map((method) => ({ method, ...counted(standing.filter((one) => one.method === method)) })),
    exams: examTotals(entries, paid),
    credit: left.reduce((all, one) => all + Math.max(0, one), 0),
    overReturned: left.reduce((all, one) => all + Math.max(0, -one), 0),
    received: sum(standing),
    returned: payments.reduce((all, one) => all + one.returned, 0),
    voided: counted(payments.filter(({ id }) => voided.has(id))),
    // One that was taken back besides is told once.
    bounced: counted(payments.filter(({ id }) => bounced.has(id) && !voided.has(id))),
  }
}

function examTotals(entries: readonly TotalledEntry[], paid: ReadonlyMap<string, number>): MoneyTotals['exams'] {
  const exams = new Map<string, MoneyTotals['exams'][number]>()
  for (const { id, examId, status, feeAmount } of entries) {
    const given = paid.get(id) ?? 0
    const held = holdsSeat(status)
    if (!held && given === 0) continue
    const exam = exams.get(examId) ?? { examId, entries: 0, expected: 0, paid: 0, owed: 0 }
    exam.paid += given
    if (held) {
      exam.entries += 1
      exam.expected += feeAmount
      exam.owed += feeAmount - given
    }
    exams.set(examId, exam)
  }
  return [...exams.values()].sort((a, b) => (a.examId < b.examId ? -1 : 1))
}

function counted(payments: readonly TotalledPayment[]): Counted {
  return { count: payments.length, amount: sum(payments) }
}

function sum(payments: readonly TotalledPayment[]): number {
  return payments.reduce((total, { amount }) => total + amount, 0)
}
