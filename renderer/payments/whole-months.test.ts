import { expect, test } from 'vitest'
import { monthBefore, monthOf } from './whole-months.ts'

test.each([
  ['2026-11-23', '2026-11-01', '2026-11-30', '2026-10-01', '2026-10-31'],
  ['2026-12-31', '2026-12-01', '2026-12-31', '2026-11-01', '2026-11-30'],
  ['2027-01-01', '2027-01-01', '2027-01-31', '2026-12-01', '2026-12-31'],
  ['2028-02-29', '2028-02-01', '2028-02-29', '2028-01-01', '2028-01-31'],
  ['2027-03-30', '2027-03-01', '2027-03-31', '2027-02-01', '2027-02-28'],
])('the month of %s, and the one before', (day, from, to, fromBefore, toBefore) => {
  expect(monthOf(day)).toEqual({ from, to })
  expect(monthBefore(day)).toEqual({ from: fromBefore, to: toBefore })
})
