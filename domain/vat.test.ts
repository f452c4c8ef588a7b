import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitVat } from './vat.ts'

test.each([
  [5000, 2000, 4167, 833],
  [12_000, 2000, 10_000, 2000],
  [5000, 550, 4739, 261],
  [5967, 1300, 5281, 686],
  [0, 2000, 0, 0],
  [1, 2000, 1, 0],
])('%i with taxes at %i is %i and %i', (amount, rate, net, tax) => {
  expect(splitVat(amount, rate)).toEqual({ net, tax })
})

test('price and tax add up to what was paid, and the tax is that of the price to half a unit', () => {
  fc.assert(
    fc.property(fc.nat(10 ** 12), fc.integer({ min: 1, max: 9999 }), (amount, rate) => {
      const { net, tax } = splitVat(amount, rate)
      expect(net + tax).toBe(amount)
      expect(Math.abs(net * (10_000 + rate) - amount * 10_000) * 2).toBeLessThanOrEqual(10_000 + rate)
    }),
  )
})
