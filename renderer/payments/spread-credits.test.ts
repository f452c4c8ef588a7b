import fc from 'fast-check'
import { expect, it } from 'vitest'
import { requestRow } from '../../test/helpers/window-rows.ts'
import { owedIn } from './payment-form.ts'
import { allocationsOf, draftsOfUse, spreadCredits } from './spread-credits.ts'

const held = { status: 'prevalidated' as const }
const duesOf = (...paid: number[]) =>
  owedIn([requestRow({ id: 'r', entries: paid.map((one) => ({ ...held, paid: one })) })])

it('takes from one credit after the other, and from no more than is needed', () => {
  const credits = ['first', 'second', 'third'].map((id) => ({ id, credit: 3000 }))
  expect(spreadCredits(credits, duesOf(0))).toEqual([
    { paymentId: 'first', allocations: [{ entryId: 'r-0', amount: 3000 }], amount: 3000 },
    { paymentId: 'second', allocations: [{ entryId: 'r-0', amount: 2000 }], amount: 2000 },
  ])
  expect(spreadCredits(credits, [])).toEqual([])
})

it('makes final what is paid whole, after the credits that pay for it and no other', () => {
  const credits = [
    { id: 'first', credit: 8000 },
    { id: 'second', credit: 4000 },
  ]
  const ticked = duesOf(0, 0, 0)
  expect(draftsOfUse(spreadCredits(credits, ticked), ticked)).toEqual([
    {
      name: 'credit.use',
      args: {
        paymentId: 'first',
        allocations: [
          { entryId: 'r-0', amount: 5000 },
          { entryId: 'r-1', amount: 3000 },
        ],
      },
    },
    {
      name: 'credit.use',
      args: {
        paymentId: 'second',
        allocations: [
          { entryId: 'r-1', amount: 2000 },
          { entryId: 'r-2', amount: 2000 },
        ],
      },
    },
    { name: 'entry.confirm', args: { entryIds: ['r-0'] }, after: [0] },
    { name: 'entry.confirm', args: { entryIds: ['r-1'] }, after: [0, 1] },
  ])
})

it('never takes more than is left of a credit, nor than is owed, and leaves nothing that could still be paid', () => {
  const few = fc.array(fc.integer({ min: 1, max: 6000 }), { maxLength: 5 })
  fc.assert(
    fc.property(few, fc.array(fc.integer({ min: 0, max: 4999 }), { maxLength: 5 }), (lefts, paid) => {
      const credits = lefts.map((credit, n) => ({ id: `p${n}`, credit }))
      const dues = duesOf(...paid)
      const parts = spreadCredits(credits, dues)
      const sum = (some: readonly { amount: number }[]) => some.reduce((all, { amount }) => all + amount, 0)
      const left = new Map(credits.map(({ id, credit }) => [id, credit]))
      for (const { paymentId, allocations, amount } of parts) {
        expect(sum(allocations)).toBe(amount)
        expect(amount).toBeLessThanOrEqual(left.get(paymentId) ?? 0)
      }
      for (const { entryId, amount } of allocationsOf(parts))
        expect(amount).toBeLessThanOrEqual(dues.find(({ entry }) => entry.id === entryId)?.due ?? 0)
      const owed = dues.reduce((all, { due }) => all + due, 0)
      expect(sum(parts)).toBe(Math.min(owed, sum(lefts.map((amount) => ({ amount })))))
    }),
  )
})
