import { z } from 'zod'
import { ChequeDeposit } from '../domain/cheque.ts'
import { PAYMENT_METHODS } from '../domain/payment.ts'
import { BigCount, CurrencyCode, Id, LocalDateText, ShortText } from '../domain/shapes.ts'
import { PaymentRow } from './desk.ts'

/** What the window shows of the money beyond one payment: cheques, the cash of a day, totals. Amounts in minor units. */

/** A cheque, whatever its session; those that were taken back are left out. */
export const ChequeRow = PaymentRow.extend({ sessionLabel: ShortText })
export type ChequeRow = z.infer<typeof ChequeRow>

export const ChequeList = z.object({
  /** By the day on which they were received. All that wait for something, and those of the last months. */
  cheques: z.array(ChequeRow),
  /** The slips that list one of them, the latest first. */
  deposits: z.array(ChequeDeposit),
})
export type ChequeList = z.infer<typeof ChequeList>

/** The cash received on one day, whatever the session. */
export const CashDay = z.object({
  on: LocalDateText,
  /** In the order recorded, those that were taken back included. */
  payments: z.array(ChequeRow),
  count: BigCount,
  total: BigCount,
  currency: CurrencyCode,
  /** The latest days on which there was cash, that one and today included, the latest first. */
  days: z.array(z.object({ on: LocalDateText, total: BigCount })),
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
  received: BigCount,
  voided: Counted,
  bounced: Counted,
  /** What receipts that stand say was received, and what was received without one. */
  receipted: Counted,
  unreceipted: Counted,
})
export type SessionTotals = z.infer<typeof SessionTotals>
