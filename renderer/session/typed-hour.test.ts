import { expect, test } from 'vitest'
import { readHour } from './typed-hour.ts'

test.each([
  ['9', '09:00'],
  ['9h', '09:00'],
  ['9 h', '09:00'],
  ['9h5', '09:05'],
  ['9 h 30', '09:30'],
  ['09\u00a0h\u00a030', '09:30'],
  ['13:30', '13:30'],
  ['13.30', '13:30'],
  ['1330', '13:30'],
  ['930', '09:30'],
  ['0H00', '00:00'],
  ['23h59', '23:59'],
])('« %s » is %s', (typed, hour) => {
  expect(readHour(typed)).toBe(hour)
})

test.each(['', ' ', 'matin', '24h', '9h60', '9h300', '12345', '-9', '9hh'])('« %s » is no hour', (typed) => {
  expect(readHour(typed)).toBeNull()
})
