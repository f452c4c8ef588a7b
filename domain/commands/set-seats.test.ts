import { expect, test } from 'vitest'
import { SetSeatsArgs } from '../shapes/commands/set-seats.ts'
import { isSeatCount } from './set-seats.ts'

test.each([
  [0, true],
  [9999, true],
  [10_000, false],
  [-1, false],
  [1.5, false],
  [Number.NaN, false],
  [Number.POSITIVE_INFINITY, false],
])('an offering of %d seats, as the field and the command have it: %s', (seats, may) => {
  const taken = SetSeatsArgs.safeParse({ offeringId: 'offering-1', seats }).success
  expect([isSeatCount(seats), taken]).toEqual([may, may])
})
