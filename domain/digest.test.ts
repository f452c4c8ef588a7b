import { describe, expect, test } from 'vitest'
import { addSums, DIGEST_VERSION, rowText, subtractSum } from './digest.ts'
import { entityShapes } from './shapes/entities.ts'

describe('what rows add up to', () => {
  test('a row reads the same whatever the order in which its fields were kept, at every depth', () => {
    const one = rowText('exam', 'e1', 3, { id: 'e1', fee: { EUR: 5000, XPF: 5967 }, allowedDates: ['b', 'a'] })
    const other = rowText('exam', 'e1', 3, { allowedDates: ['b', 'a'], fee: { XPF: 5967, EUR: 5000 }, id: 'e1' })
    expect(one).toBe(other)
  })

  test.each([
    ['another value', rowText('exam', 'e1', 3, { id: 'e1', label: 'y' })],
    ['another revision', rowText('exam', 'e1', 4, { id: 'e1', label: 'x' })],
    ['another id', rowText('exam', 'e2', 3, { id: 'e1', label: 'x' })],
    ['another kind', rowText('entry', 'e1', 3, { id: 'e1', label: 'x' })],
    ['a list instead of a text', rowText('exam', 'e1', 3, { id: 'e1', label: ['x'] })],
    ['nothing instead of a text', rowText('exam', 'e1', 3, { id: 'e1', label: null })],
    ['a number instead of a text', rowText('exam', 'e1', 3, { id: 'e1', label: 1 })],
    ['the same letters in another field', rowText('exam', 'e1', 3, { id: 'e1', family: 'x', label: '' })],
  ])('%s reads otherwise', (_, text) => {
    expect(text).not.toBe(rowText('exam', 'e1', 3, { id: 'e1', label: 'x' }))
  })

  test('sums turn over at 64 bits, and what was added can be taken away', () => {
    const most = (1n << 64n) - 1n
    expect(addSums(most, 1n)).toBe(0n)
    expect(subtractSum(0n, 1n)).toBe(most)
    expect(subtractSum(addSums(7n, most), most)).toBe(7n)
  })

  // A reader that leaves out a field adds up something else: the shapes and their version change together.
  test('the shapes summed up are those of this version', () => {
    const fields = Object.entries(entityShapes).map(
      ([name, schema]) => `${name}: ${Object.keys(schema.shape).join(' ')}`,
    )
    expect({ version: DIGEST_VERSION, fields }).toMatchSnapshot()
  })
})
