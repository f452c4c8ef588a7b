import { expect, test } from 'vitest'
import { isBareCharacter, type KeyPress, matchKeys } from './keystroke.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrl: false,
  alt: false,
  shift: false,
  ...more,
})

test('a letter is itself, alone, whatever the lock of capitals', () => {
  expect(matchKeys('r', [press('r')])).toBe('whole')
  expect(matchKeys('r', [press('R')])).toBe('whole')
  expect(matchKeys('r', [press('R', { shift: true })])).toBeNull()
  expect(matchKeys('r', [press('r', { ctrl: true })])).toBeNull()
  expect(matchKeys('Shift+R', [press('R', { shift: true })])).toBe('whole')
})

test('a sign is itself, however it is typed: with Shift on a French keyboard', () => {
  expect(matchKeys('?', [press('?', { shift: true })])).toBe('whole')
  expect(matchKeys('?', [press('?')])).toBe('whole')
})

test('a digit with Alt is a place on the keyboard: « & » on a French one', () => {
  expect(matchKeys('Alt+1', [press('&', { code: 'Digit1', alt: true })])).toBe('whole')
  expect(matchKeys('Alt+1', [press('1', { code: 'Digit1', alt: true, shift: true })])).toBe('whole')
  // Alt and the digits of the pad type characters on Windows.
  expect(matchKeys('Alt+1', [press('1', { code: 'Numpad1', alt: true })])).toBeNull()
  expect(matchKeys('Alt+1', [press('&', { code: 'Digit1' })])).toBeNull()
})

test('one key after the other', () => {
  expect(matchKeys('g d', [press('g')])).toBe('begun')
  expect(matchKeys('g d', [press('g'), press('d')])).toBe('whole')
  expect(matchKeys('g d', [press('g'), press('e')])).toBeNull()
  expect(matchKeys('g d', [press('d')])).toBeNull()
  expect(matchKeys('g', [press('g'), press('d')])).toBeNull()
})

test('named keys mind Shift', () => {
  expect(matchKeys('Enter', [press('Enter')])).toBe('whole')
  expect(matchKeys('Enter', [press('Enter', { shift: true })])).toBeNull()
  expect(matchKeys('Ctrl+Enter', [press('Enter', { ctrl: true })])).toBe('whole')
})

test('what only types a character is told apart', () => {
  expect(['r', '?', 'g d', 'Shift+R'].map(isBareCharacter)).toEqual([true, true, true, true])
  expect(['Enter', 'Alt+1', 'Ctrl+K', 'F1'].map(isBareCharacter)).toEqual([false, false, false, false])
})
