import { describe, expect, it } from 'vitest'
import { parseTypedDate } from './typed-date.ts'

describe('a date typed in a hurry', () => {
  it.each([
    ['23/11/2026', '2026-11-23'],
    ['23.11.26', '2026-11-23'],
    [' 3-9 ', '2026-09-03'],
    ['20', '2026-11-20'],
    ['29/02/2028', '2028-02-29'],
  ])('%s is %s', (typed, date) => {
    expect(parseTypedDate(typed, '2026-11-23')).toBe(date)
  })

  it.each(['', 'hier', '31/11/2026', '29/02/2027', '0/1', '2026-11-23', '23/11/202'])('%s is no date', (typed) => {
    expect(parseTypedDate(typed, '2026-11-23')).toBeNull()
  })
})
