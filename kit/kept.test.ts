import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isText } from './accepts.ts'
import { flushKept, forgetKept, isKept, type KeptPair, openKept } from './kept.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what was kept before is believed only where it is accepted', () => {
  openKept({
    values: [
      { key: 'note', value: 'appelé' },
      { key: 'old', value: 3 },
    ],
    save: async () => {},
  })
  expect(isKept('note', isText)).toBe(true)
  expect(isKept('note')).toBe(false)
  expect(isKept('old', isText)).toBe(false)
})

test('another person finds nothing of the one before', () => {
  openKept({ values: [{ key: 'note', value: 'appelé' }], save: async () => {} })
  openKept({ values: [], save: async () => {} })
  expect(isKept('note', isText)).toBe(false)
})

test('a click is written at once; what follows close behind waits, and goes together', async () => {
  const written: (readonly KeptPair[])[] = []
  const values = ['a', 'b', 'c'].map((key) => ({ key, value: 'x' }))
  openKept({ values, save: async (changes) => void written.push(changes) })
  await vi.advanceTimersByTimeAsync(1000)
  forgetKept('a')
  await vi.advanceTimersByTimeAsync(1)
  expect(written).toHaveLength(1)
  forgetKept('b')
  await vi.advanceTimersByTimeAsync(100)
  forgetKept('c')
  expect(written).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(300)
  expect(written.map((changes) => changes.map(({ key }) => key))).toEqual([['a'], ['b', 'c']])
})

test('changes are written behind; a flush does not wait, and a write that failed is tried again, the newest value last', async () => {
  const written: (readonly KeptPair[])[] = []
  let full = true
  openKept({
    values: [
      { key: 'a', value: 'x' },
      { key: 'b', value: 'y' },
    ],
    save: async (changes) => {
      if (full) throw new Error('disk full')
      written.push(changes)
    },
  })
  forgetKept('a')
  await flushKept()
  expect(written).toEqual([])
  full = false
  forgetKept('b')
  await vi.advanceTimersByTimeAsync(6000)
  expect(written.flat()).toEqual([
    { key: 'a', value: null },
    { key: 'b', value: null },
  ])
  await flushKept()
  expect(written.flat()).toHaveLength(2)
})
