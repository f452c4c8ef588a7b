import { expect, test, vi } from 'vitest'
import { passwordFaults } from './password.ts'

test.each([
  ['Été-2026 !', []],
  // Typed apart, an accent is one with its letter: neither a character more, nor the sign that is asked for.
  ['Été-2026 !'.normalize('NFD'), []],
  ['Été202'.normalize('NFD'), ['too-short', 'no-special']],
  ['Été20261'.normalize('NFD'), ['no-special']],
  ['Ẋ̣abc1234', ['no-special']],
  // A family is one sign, of seven code points.
  ['Aa1👩‍👩‍👧‍👦', ['too-short']],
  ['Aa12345👩‍👩‍👧‍👦', []],
  [`Aa1${'👩‍👩‍👧‍👦'.repeat(61)}`, []],
  [`Aa1${'👩‍👩‍👧‍👦'.repeat(62)}`, ['too-long']],
  ['', ['too-short', 'no-lower', 'no-upper', 'no-digit', 'no-special']],
])('%s', (password, faults) => {
  expect(passwordFaults(password)).toEqual(faults)
})

test('however it was typed, one password is judged in one way', () => {
  for (const text of ['Éa1-éàùê', 'ÅÅÅÅaa1!', 'Çç1234-ç'])
    expect(passwordFaults(text.normalize('NFD'))).toEqual(passwordFaults(text.normalize('NFC')))
})

test('a browser that cannot tell signs apart counts an accent with its letter all the same', () => {
  vi.stubGlobal('Intl', {})
  try {
    expect(passwordFaults('Été-2026'.normalize('NFD'))).toEqual([])
    expect(passwordFaults('Été-202'.normalize('NFD'))).toEqual(['too-short'])
  } finally {
    vi.unstubAllGlobals()
  }
})
