import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anEntry, aPayment, MONDAY } from '../test/helpers/rows.ts'
import { recordReturn } from './commands/return-credit.ts'
import { decideUseCredit } from './commands/use-credit.ts'
import { allocatedNow, asTheyStand, type CreditFacts, type CreditReturn, type CreditUse, creditLeft } from './credit.ts'
import { ENTRY_STATUSES, type Entry } from './entry.ts'
import { moneyTotals } from './money-totals.ts'
import { allocatedByEntry, creditByPayment, type Payment } from './payment.ts'
import { addSeconds } from './time.ts'

const circumstances = { at: MONDAY, operatorName: 'Anne Hervé', role: 'secretary' as const }
const ENTRIES = 4
const step = fc.oneof(
  fc.record({
    does: fc.constant('use' as const),
    payment: fc.nat(2),
    entry: fc.nat(ENTRIES - 1),
    amount: fc.nat(6000),
  }),
  fc.record({ does: fc.constant('return' as const), payment: fc.nat(2), entry: fc.nat(0), amount: fc.nat(6000) }),
  fc.record({
    does: fc.constant('become' as const),
    payment: fc.nat(0),
    entry: fc.nat(ENTRIES - 1),
    amount: fc.nat(6),
  }),
)
const history = fc.record({
  payments: fc.array(fc.record({ over: fc.nat(3000), entries: fc.uniqueArray(fc.nat(ENTRIES - 1)) }), {
    minLength: 3,
    maxLength: 3,
  }),
  steps: fc.array(step, { maxLength: 25 }),
  fallen: fc.uniqueArray(fc.nat(2)),
})

class Books {
  readonly payments: Payment[]
  readonly uses: CreditUse[] = []
  readonly returns: CreditReturn[] = []
  entries: Entry[] = Array.from({ length: ENTRIES }, (_, n) => anEntry({ id: `e${n}`, status: 'prevalidated' }))

  constructor(drawn: readonly { over: number; entries: readonly number[] }[]) {
    this.payments = drawn.map(({ over, entries }, n) =>
      aPayment({
        ...{ id: `p${n}`, recordedAt: addSeconds(MONDAY, n), amount: over + entries.length * 5000 },
        allocations: entries.map((entry) => ({ entryId: `e${entry}`, amount: 5000 })),
      }),
    )
  }

  factsOf(paymentId: string): CreditFacts {
    const payment = this.payments.find(({ id }) => id === paymentId) ?? null
    const own = { uses: this.uses, returns: this.returns }
    const of = <T extends { paymentId: string }>(rows: readonly T[]) =>
      rows.filter((row) => row.paymentId === paymentId)
    return {
      ...{ payment, voided: false, bounced: false, entries: this.entries },
      returned: of(own.returns).reduce((sum, { amount }) => sum + amount, 0),
      given: payment ? allocatedNow(payment, of(own.uses), of(own.returns)) : new Map(),
      allocated: allocatedByEntry(asTheyStand(this.payments, own.uses, own.returns), new Set()),
    }
  }

  take({ does, payment, entry, amount }: { does: string; payment: number; entry: number; amount: number }) {
    const paymentId = `p${payment}`
    const facts = this.factsOf(paymentId)
    if (does === 'become')
      this.entries = this.entries.map((one) =>
        one.id === `e${entry}` ? { ...one, status: ENTRY_STATUSES[amount] ?? 'lapsed' } : one,
      )
    if (does === 'use') {
      const args = {
        useId: `u${this.uses.length}`,
        paymentId,
        usedAt: MONDAY,
        allocations: [{ entryId: `e${entry}`, amount }],
      }
      const known = { ...facts, targets: this.entries, ofPayer: new Set(this.entries.map(({ id }) => id)) }
      const decision = decideUseCredit(args, known, circumstances)
      if (!decision.ok) return
      expect(amount).toBeLessThanOrEqual(creditLeft(facts))
      for (const { entity, value } of decision.writes) if (entity === 'creditUse') this.uses.push(value)
    }
    if (does === 'return') {
      // A fact stands even beyond what is left: two PCs may have given the same back.
      const args = { returnId: `r${this.returns.length}`, paymentId, amount, means: 'cash' as const, note: null }
      const whole = { ...args, returnedOn: '2026-11-23', returnedAt: MONDAY }
      for (const { entity, value } of recordReturn(whole, { ...facts, centre: undefined as never }, circumstances))
        if (entity === 'creditReturn') this.returns.push(value)
    }
  }
}

test('whatever is used, given back, ended and begun again, no money pays twice and none is lost', () => {
  fc.assert(
    fc.property(history, ({ payments, steps, fallen }) => {
      const books = new Books(payments)
      for (const one of steps) {
        books.take(one)
        const now = asTheyStand(books.payments, books.uses, books.returns)
        for (const { id, amount, allocations, returned } of now) {
          const facts = books.factsOf(id)
          const given = allocations.reduce((sum, part) => sum + part.amount, 0)
          expect(allocations.every((part) => part.amount > 0)).toBe(true)
          // Beyond what came in only by what was given back beyond what was left.
          const returns = books.returns.filter(({ paymentId }) => paymentId === id)
          if (returns.length === 0) expect(given).toBeLessThanOrEqual(amount)
          expect(amount - returned - given + sumOfFree(facts)).toBe(creditLeft(facts))
        }
      }
      const now = asTheyStand(books.payments, books.uses, books.returns)
      const fell = new Set(fallen.map((n) => `p${n}`))
      const totals = moneyTotals(now, books.entries, fell, new Set())
      const paid = totals.exams.reduce((sum, exam) => sum + exam.paid, 0)
      expect(totals.received - totals.returned).toBe(paid + totals.credit - totals.overReturned)
      const byId = new Map(books.entries.map((entry) => [entry.id, entry]))
      const credits = [...creditByPayment(now, fell, byId).values()].reduce((sum, one) => sum + one, 0)
      expect(credits).toBe(totals.credit - totals.overReturned)
      if (books.returns.length === 0) expect(totals.overReturned).toBe(0)
    }),
  )
})

function sumOfFree(facts: CreditFacts): number {
  const { given, entries, allocated } = facts
  return [...given].reduce((sum, [entryId, amount]) => {
    const entry = entries.find(({ id }) => id === entryId)
    const alive = entry && !['refused', 'lapsed', 'withdrawn'].includes(entry.status)
    const beyond = alive ? (allocated.get(entryId) ?? 0) - entry.feeAmount : amount
    return sum + Math.max(0, Math.min(amount, beyond))
  }, 0)
}
