import type { Chance } from './chance.ts'
import { type Drawn, one, type Screen } from './draw.ts'

/** Lines of bank statements: on one day in twelve, so that the others are what they were. */
export const STATEMENT_WORK = { matchPayment: 40, matchDeposit: 6 }

export const statementDraws: { [K in keyof typeof STATEMENT_WORK]: (chance: Chance, screen: Screen) => Drawn } = {
  /** Now and then a payment, or a line, that is matched already: another PC may just have read the same statement. */
  matchPayment: (chance, { view, today }) => {
    const payment = chance.pick(view.sorted('payment'))
    if (!payment) return null
    const line = { ...lineOf(chance, today), amount: payment.amount }
    return one(
      'statement.match',
      { ...line, paymentId: payment.id, depositId: null },
      `finds ${payment.amount} at the bank`,
    )
  },
  matchDeposit: (chance, { view, today }) => {
    const deposit = chance.pick(view.sorted('chequeDeposit'))
    if (!deposit) return null
    const line = { ...lineOf(chance, today), amount: deposit.total }
    return one('statement.match', { ...line, paymentId: null, depositId: deposit.id }, `finds a deposit at the bank`)
  },
}

/** One of a few, so that people meet on them. */
function lineOf(chance: Chance, today: string) {
  const digit = String(chance.below(3))
  return { lineKey: digit.repeat(64), bookedOn: today, label: `VIR ${digit}` }
}
