import { expect, test } from 'vitest'
import { nextAttempt } from './settle-mail.ts'

const NOW = '2026-11-23T08:41:00.000Z'

test.each([
  [1, 60],
  [2, 120],
  [5, 16 * 60],
  [10, 6 * 3600],
  [2000, 6 * 3600],
])('after %i attempts it waits about %i s, a quarter more or less', (attempts, seconds) => {
  const waited = (byte: number) =>
    (Date.parse(nextAttempt(NOW, attempts, () => Uint8Array.of(byte))) - Date.parse(NOW)) / 1000
  expect([waited(0), waited(255)]).toEqual([seconds * 0.75, seconds * 1.25])
})
