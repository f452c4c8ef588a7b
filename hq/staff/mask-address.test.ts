import { expect, test } from 'vitest'
import { maskAddress } from './mask-address.ts'

test.each([
  ['maelle@example.org', 'm…e@example.org'],
  ['Anais.LeGoff@example.org', 'A…f@example.org'],
  ['ab@example.org', 'a…@example.org'],
  ['a@example.org', 'a…@example.org'],
  ['"a@b"@example.org', '"…"@example.org'],
  ['👩lise@example.org', '👩…e@example.org'],
  ['no-at-sign', 'n…n'],
])('%s is shown as %s', (email, masked) => {
  expect(maskAddress(email)).toBe(masked)
})
