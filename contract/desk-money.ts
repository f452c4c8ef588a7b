import { z } from 'zod'
import { PAYMENT_METHODS } from '../domain/payment.ts'
import { BigCount, CurrencyCode, Id, LocalDateText, ShortText } from '../domain/shapes/basic.ts'
import { ChequeDeposit, DepositVoid } from '../domain/shapes/cheque.ts'
import { PaymentRow, RequestRow } from './desk.ts'

/** What the window shows of the money beyond one payment: cheques, the cash of a day, totals. Amounts in minor units. */

/** Which payments a table is made of: a session's, or all of some days, both included. */
export const PaymentsToSave = z.discriminatedUnion('of', [
  z.object({ of: z.literal('session'), sessionId: Id, as: z.enum(['xlsx', 'csv']) }),
  z.object({ of: z.literal('days'), from: LocalDateText, to: LocalDateText, as: z.enum(['xlsx', 'csv']) }),
])
export type PaymentsToSave = z.infer<typeof PaymentsToSave>

/** A cheque, whatever its session; those that were taken back are left out. */
export const ChequeRow = PaymentRow.extend({ sessionLabel: ShortText })
export type ChequeRow = z.infer<typeof ChequeRow>

export const SlipRow = ChequeDeposit.extend({ voided: DepositVoid.nullable() })
export type SlipRow = z.infer<typeof SlipRow>

export const ChequeList = z.object({
  /** By the day on which they were received. All that wait for something, and those of the last months. */
  cheques: z.array(ChequeRow),
  /** The slips that list one of them, the latest first, with who took it back and why. */
  deposits: z.array(SlipRow),
})
export type ChequeList = z.infer<typeof ChequeList>

/** What the rest of a payment may still pay for. */
export const CreditTargets = z.object({
  requests: z.array(RequestRow),
  /** How many requests there are beyond these. */
  left: BigCount,
})
export type CreditTargets = z.infer<typeof CreditTargets>

/** Who stays validated without the money when a payment is taken back. */
export const UnpaidWithout = z.array(z.object({ candidateId: Id, name: ShortText }))
export type UnpaidWithout = z.infer<typeof UnpaidWithout>

/** The cash received on one day, whatever the session. */
export const CashDay = z.object({
  on: LocalDateText,
  /** In the order recorded, those that were taken back included. */
  payments: z.array(ChequeRow),
  count: BigCount,
  received: BigCount,
  /** What was given back in cash, in the order noted. */
  returns: z.array(
    z.object({
      id: Id,
      payer: PaymentRow.shape.payer,
      payerName: ShortText,
      sessionLabel: ShortText,
      receiptNumber: ShortText.nullable(),
      amount: BigCount,
      by: ShortText,
    }),
  ),
  returned: BigCount,
  /** What the till should hold of that day: below zero when more was given back than received. */
  total: z.int(),
  currency: CurrencyCode,
  /** The latest days on which there was cash, that one and today included, the latest first. */
  days: z.array(z.object({ on: LocalDateText, total: z.int() })),
})
export type CashDay = z.infer<typeof CashDay>

const Counted = z.object({ count: BigCount, amount: BigCount })

/** As `moneyTotals` has it, with names. */
export const SessionTotals = z.object({
  currency: CurrencyCode,
  methods: z.array(Counted.extend({ method: z.enum(PAYMENT_METHODS) })),
  exams: z.array(
    z.object({
      examId: Id,
      code: ShortText,
      label: ShortText,
      entries: BigCount,
      expected: BigCount,
      paid: BigCount,
      owed: BigCount,
    }),
  ),
  credit: BigCount,
  overReturned: BigCount,
  received: BigCount,
  returned: BigCount,
  voided: Counted,
  bounced: Counted,
  /** What receipts that stand say was received, and what was received without one. */
  receipted: Counted,
  unreceipted: Counted,
})
export type SessionTotals = z.infer<typeof SessionTotals>
