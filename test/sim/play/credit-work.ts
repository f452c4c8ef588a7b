import { isLive } from '../../../domain/entry.ts'
import type { Payment } from '../../../domain/payment.ts'
import { givenBy } from '../oracle/facts-of.ts'
import type { TableRows } from '../oracle/table-rows.ts'
import type { Chance } from './chance.ts'
import { type Drawn, nameOf, one, type Screen } from './draw.ts'

/** What is paid beyond what is owed, and what becomes of it: on one day in twelve, so that the others are what they were. */
export const CREDIT_WORK = { payTooMuch: 45, useCredit: 60, returnCredit: 20 }

export const creditDraws: { [K in keyof typeof CREDIT_WORK]: (chance: Chance, screen: Screen) => Drawn } = {
  payTooMuch: (chance, { view, today }) => {
    const alive = view.sorted('entry').filter(({ status }) => isLive(status))
    // What an organisation paid may be used for several people: two PCs meet on it.
    const theirs = alive.filter(({ requestId }) => (view.get('request', requestId)?.organisationId ?? null) !== null)
    const entry = chance.pick(chance.once(4) || theirs.length === 0 ? alive : theirs)
    if (!entry) return null
    const { id: entryId, candidateId, sessionId, feeAmount, currency, requestId } = entry
    const organisationId = view.get('request', requestId)?.organisationId
    const payer = organisationId ? { kind: 'organisation', id: organisationId } : { kind: 'candidate', id: candidateId }
    const amount = feeAmount * (chance.once(4) ? 2 : 1) + 1000
    const allocations = chance.once(3) ? [{ entryId, amount: feeAmount }] : []
    const payment = { sessionId, payer, method: 'transfer', amount, currency, receivedOn: today, reference: null }
    return one('payment.record', { ...payment, allocations }, `takes ${amount} from ${nameOf(view, [entryId])}`)
  },
  /** Now and then more than is left, or for somebody else: another PC may just have used the same. */
  useCredit: (chance, { view, focus }) => {
    const payment = paymentOf(chance, view)
    if (!payment) return null
    const paid = new Map<string, number>()
    for (const one of view.list('payment'))
      for (const [entryId, amount] of givenBy(view, one)) paid.set(entryId, (paid.get(entryId) ?? 0) + amount)
    const isDue = ({ id, feeAmount }: { id: string; feeAmount: number }) => (paid.get(id) ?? 0) < feeAmount
    const alive = view.sorted('entry').filter(({ status }) => isLive(status))
    const owing = chance.once(10) ? alive : alive.filter(isDue)
    const own = owing.filter((entry) => isOf(payment, entry, view))
    const entry =
      chance.pick(own.filter(({ requestId }) => requestId === focus)) ?? chance.pick(chance.once(8) ? owing : own)
    if (!entry) return null
    const left = creditOf(view, payment)
    const amount = chance.once(8) || left <= 0 ? entry.feeAmount : Math.min(left, entry.feeAmount)
    const args = { paymentId: payment.id, allocations: [{ entryId: entry.id, amount }] }
    const told = `uses ${amount} of what is left of a payment of ${payment.amount} for ${nameOf(view, [entry.id])}`
    if (chance.once(2)) return one('credit.use', args, told)
    return {
      drafts: [
        { name: 'credit.use', args },
        { name: 'entry.confirm', args: { entryIds: [entry.id] }, after: [0] },
      ],
      told: `${told} and, if that holds, confirms`,
    }
  },
  returnCredit: (chance, { view, today }) => {
    const payment = paymentOf(chance, view)
    if (!payment) return null
    const amount = Math.max(500, Math.floor(creditOf(view, payment) / (1 + chance.below(2))))
    const means = chance.pick(['transfer', 'cash'] as const) ?? 'cash'
    const args = { paymentId: payment.id, amount, means, returnedOn: today, note: null }
    return one('credit.return', args, `gives ${amount} back of a payment of ${payment.amount}`)
  },
}

/** One of which something is left, on this screen; now and then any. */
function paymentOf(chance: Chance, view: TableRows): Payment | undefined {
  const payments = view.sorted('payment')
  const wanted = chance.once(8) ? payments : payments.filter((payment) => creditOf(view, payment) > 0)
  return chance.pick(wanted)
}

function isOf({ payer, allocations }: Payment, entry: { candidateId: string; requestId: string }, view: TableRows) {
  const paidFor = allocations.map(({ entryId }) => view.get('entry', entryId)?.candidateId)
  const organisationId = view.get('request', entry.requestId)?.organisationId
  return payer.id === entry.candidateId || payer.id === organisationId || paidFor.includes(entry.candidateId)
}

/** What is left of a payment but for exams paid twice: a guess is enough to draw. */
function creditOf(view: TableRows, payment: Payment): number {
  const returned = view.list('creditReturn').filter(({ paymentId }) => paymentId === payment.id)
  const alive = [...givenBy(view, payment)].filter(([entryId]) => {
    const status = view.get('entry', entryId)?.status
    return status !== undefined && isLive(status)
  })
  const used = alive.reduce((sum, [, amount]) => sum + amount, 0)
  return payment.amount - used - returned.reduce((sum, { amount }) => sum + amount, 0)
}
