import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anEntry, aPayment, MONDAY } from '../test/helpers/rows.ts'
import { asTheyStand } from './credit.ts'
import { ENTRY_STATUSES } from './entry.ts'
import { moneyTotals } from './money-totals.ts'
import { creditByPayment, PAYMENT_METHODS } from './payment.ts'
import { addSeconds } from './time.ts'

const entries = ENTRY_STATUSES.map((status, n) =>
  anEntry({ id: `entry-${n}`, status, examId: `exam-${n % 3}`, feeAmount: 5000 }),
)
const somePayments = fc
  .array(
    fc.record({
      method: fc.constantFrom(...PAYMENT_METHODS),
      amount: fc.integer({ min: 1, max: 20_000 }),
      shares: fc.array(fc.tuple(fc.nat(entries.length), fc.integer({ min: 1, max: 6000 })), { maxLength: 4 }),
      fell: fc.constantFrom('stands', 'voided', 'bounced', 'both'),
    }),
    { maxLength: 12 },
  )
  .map((drawn) =>
    drawn.map(({ method, amount, shares, fell }, n) => {
      // What a PC allows: no more is shared out than came in. Entries not known here, fees covered twice, dead entries: all may be.
      let left = amount
      const allocations = shares.flatMap(([entry, wanted]) => {
        const part = Math.min(left, wanted)
        left -= part
        return part > 0 ? [{ entryId: `entry-${entry}`, amount: part }] : []
      })
      const payment = aPayment({ id: `payment-${n}`, method, amount, allocations, recordedAt: addSeconds(MONDAY, n) })
      return { payment, voided: fell === 'voided' || fell === 'both', bounced: fell === 'bounced' || fell === 'both' }
    }),
  )

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

test('by method = by exam + credits = the payments that stand, whatever happened to any of them', () => {
  fc.assert(
    fc.property(somePayments, (drawn) => {
      const payments = drawn.map(({ payment }) => payment)
      const idsOf = (fell: 'voided' | 'bounced') => new Set(drawn.flatMap((one) => (one[fell] ? one.payment.id : [])))
      const [voided, bounced] = [idsOf('voided'), idsOf('bounced')]
      const totals = moneyTotals(asTheyStand(payments, [], []), entries, voided, bounced)
      const standing = payments.filter(({ id }) => !voided.has(id) && !bounced.has(id))
      expect(totals.received).toBe(sum(standing.map(({ amount }) => amount)))
      expect(sum(totals.methods.map(({ amount }) => amount))).toBe(totals.received)
      expect(sum(totals.exams.map(({ paid }) => paid)) + totals.credit).toBe(totals.received)
      expect(totals.received + totals.voided.amount + totals.bounced.amount).toBe(
        sum(payments.map(({ amount }) => amount)),
      )
      // Credit + allocated = received, payment by payment too.
      const credits = creditByPayment(
        payments,
        new Set([...voided, ...bounced]),
        new Map(entries.map((entry) => [entry.id, entry])),
      )
      expect(sum([...credits.values()])).toBe(totals.credit)
      expect([...credits.values()].every((credit) => credit >= 0)).toBe(true)
      for (const { expected, owed, paid } of totals.exams) {
        expect(owed).toBeGreaterThanOrEqual(0)
        expect(expected - owed).toBeLessThanOrEqual(paid)
      }
    }),
  )
})

test('a cheque that bounced pays for nothing: its exam owes it again, and it is told apart', () => {
  const held = anEntry({ status: 'confirmed' })
  const cheque = { ...aPayment({ amount: 6000 }), returned: 0 }
  expect(moneyTotals([cheque], [held], new Set(), new Set())).toMatchObject({
    ...{ received: 6000, credit: 1000, bounced: { count: 0, amount: 0 } },
    exams: [{ entries: 1, expected: 5000, paid: 5000, owed: 0 }],
  })
  expect(moneyTotals([cheque], [held], new Set(), new Set([cheque.id]))).toMatchObject({
    ...{ received: 0, credit: 0, bounced: { count: 1, amount: 6000 } },
    exams: [{ entries: 1, expected: 5000, paid: 0, owed: 5000 }],
  })
})
