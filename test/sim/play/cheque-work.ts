import { addDays } from '../../../domain/time.ts'
import type { TableRows } from '../oracle/table-rows.ts'
import type { Chance } from './chance.ts'
import { type Drawn, one, type Screen } from './draw.ts'

/** What becomes of cheques, and what of it was a mistake: on one day in twelve, so that the others are what they were. */
export const CHEQUE_WORK = {
  depositCheques: 14,
  endCheque: 16,
  bounceAndCorrect: 6,
  voidDeposit: 24,
  voidChequeEnd: 10,
}

export const chequeDraws: { [K in keyof typeof CHEQUE_WORK]: (chance: Chance, screen: Screen) => Drawn } = {
  /** Now and then something that is no cheque, or one that is at the bank already: another PC may just have taken it there. */
  depositCheques: (chance, { view, today }) => {
    const cheques = chequesOf(chance, view)
    const picked = new Set(Array.from({ length: 1 + chance.below(3) }, () => chance.pick(cheques)))
    const payments = [...picked].flatMap((payment) => payment ?? [])
    const [first] = payments
    if (!first) return null
    const total = payments.reduce((sum, { amount }) => sum + amount, chance.once(12) ? 1 : 0)
    const args = {
      paymentIds: payments.map(({ id }) => id),
      depositedOn: today,
      ...{ reference: null, currency: first.currency, total },
    }
    return one('cheque.deposit', args, `takes ${payments.length} cheques of ${total} to the bank`)
  },
  endCheque: (chance, { view, today }) => {
    const payment = chance.pick(chequesOf(chance, view))
    if (!payment) return null
    const outcome = chance.once(3) ? 'cleared' : 'bounced'
    const dueOn = (outcome === 'bounced') === !chance.once(10) ? addDays(today, 7) : null
    const args = { paymentId: payment.id, outcome, endedOn: today, dueOn, note: null }
    return one('cheque.end', args, `notes that a cheque of ${payment.amount} ${outcome}`)
  },
  bounceAndCorrect: (chance, { view, today }) => {
    const receipt = chance.pick(view.sorted('receipt'))
    if (!receipt) return null
    const end = { outcome: 'bounced', endedOn: today, dueOn: addDays(today, 7), note: null }
    return {
      drafts: [
        { name: 'cheque.end', args: { paymentId: receipt.paymentId, ...end } },
        { name: 'credit-note.issue', args: { receiptId: receipt.id, reason: 'Impayé' }, after: [0] },
      ],
      told: `notes that the cheque of receipt ${receipt.number} bounced, and corrects the receipt`,
    }
  },
  /** Now and then one that was taken back already, or whose cheques the bank has answered about. */
  voidDeposit: (chance, { view }) => {
    const deposit = chance.pick(view.sorted('chequeDeposit'))
    if (!deposit) return null
    const args = { depositId: deposit.id, reason: reasonOf(chance) }
    return one('deposit.void', args, `takes back a slip of ${deposit.paymentIds.length} cheques`)
  },
  /** Half of the time with a receipt, for the one that a credit note had cancelled. */
  voidChequeEnd: (chance, { view }) => {
    const end = chance.pick(view.sorted('chequeEnd'))
    if (!end) return null
    const args = { endId: end.id, paymentId: end.paymentId, reason: reasonOf(chance) }
    const told = `takes back that a cheque ${end.outcome}`
    if (chance.once(2)) return one('cheque-end.void', args, told)
    return {
      drafts: [
        { name: 'cheque-end.void', args },
        { name: 'receipt.issue', args: { paymentId: end.paymentId }, after: [0] },
      ],
      told: `${told}, and gives a receipt again`,
    }
  },
}

function reasonOf(chance: Chance): string {
  return chance.once(12) ? ' ' : 'Erreur de saisie'
}

function chequesOf(chance: Chance, view: TableRows) {
  const payments = view.sorted('payment')
  return chance.once(10) ? payments : payments.filter(({ method }) => method === 'cheque')
}
