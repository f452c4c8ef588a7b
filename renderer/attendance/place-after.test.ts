import { expect, test } from 'vitest'
import { placeAfter } from './place-after.ts'

test.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 2],
  ['ArrowUp', 2, 3, 1],
  ['ArrowUp', 0, 3, 0],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['p', 1, 3, null],
  ['ArrowDown', -1, 3, null],
  ['End', 0, 0, null],
])('%s from line %i of the sheet', (key, from, count, to) => {
  expect(placeAfter(key, from, count)).toBe(to)
})
