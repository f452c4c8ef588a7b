import { expect, test } from 'vitest'
import { offeringRow } from '../../test/helpers/window-rows.ts'
import { longestOf, progressLines } from './progress-lines.ts'

test('every offering, then what waits for a software, and their total', () => {
  const offerings = [
    offeringRow({ id: 'a', seats: 12, used: 9, confirmed: 6, waiting: 2 }),
    // Lowered below what is used, and closed: nothing is free in either.
    offeringRow({ id: 'b', seats: 4, used: 5, confirmed: 5, waiting: 1 }),
    offeringRow({ id: 'c', seats: 20, used: 0, open: false, examCode: 'UCP-E1' }),
  ]
  const { lines, total } = progressLines(offerings, [{ examId: 'e1', count: 3 }], [{ id: 'e1', code: 'ASCA-E1' }])
  expect(lines.map(({ id, held, waiting, free }) => [id, held, waiting, free])).toEqual([
    ['a', 3, 2, 3],
    ['b', 0, 1, 0],
    ['to-place-e1', 0, 3, null],
    ['c', 0, 0, 0],
  ])
  expect(total).toEqual({ confirmed: 11, held: 3, waiting: 6, seats: 36, free: 3 })
  expect(longestOf(lines)).toBe(20)
})

test('a queue longer than the seats sets the scale; nothing at all still has one', () => {
  expect(longestOf(progressLines([offeringRow({ seats: 2, used: 2, waiting: 30 })], [], []).lines)).toBe(32)
  expect(longestOf([])).toBe(1)
})
