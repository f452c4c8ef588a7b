import { describe, expect, test } from 'vitest'
import { CASH_LIMIT, minorDigits, parseAmount } from './money.ts'

describe('parseAmount', () => {
  test.each([
    ['50', 5000],
    ['50,00', 5000],
    ['50.00', 5000],
    ['50,5', 5050],
    ['0,05', 5],
    ['0', 0],
    ['007', 700],
    ['  50 € ', 5000],
    ['50€', 5000],
    ['50 eur', 5000],
    ['1000', 100_000],
    ['1 000,50 €', 100_050],
    ['1\u00a0000,50\u00a0€', 100_050],
    ['1\u202f000,50\u00a0€', 100_050],
    ['1\u2009234\u2009567,89', 123_456_789],
    ['-12,50', -1250],
    ['−12,50 €', -1250],
    ['-0', 0],
  ])('%j is %i cents', (text, expected) => {
    expect(parseAmount(text, 'EUR')).toBe(expected)
  })

  test.each([
    ['5967', 5967],
    ['5 967 F', 5967],
    ['5\u202f967\u00a0F', 5967],
    ['5 967 XPF', 5967],
    ['5 967 F CFP', 5967],
  ])('%j is %i francs', (text, expected) => {
    expect(parseAmount(text, 'XPF')).toBe(expected)
  })

  test.each([
    '',
    ' ',
    'cinquante',
    ',50',
    '50,',
    '50,005',
    '1.000',
    '1.000,50',
    '1,000.50',
    '1 00',
    '10 00,00',
    '1  000',
    '50 F',
    '50 $',
    '€ 50',
    '50 € 50',
    '+50',
    '--50',
    '5e1',
    '0x50',
    'Infinity',
    '٥٠',
    '99999999999999999',
  ])('%j is no amount in euros', (text) => {
    expect(parseAmount(text, 'EUR')).toBeNull()
  })

  test.each(['5967,00', '5.967', '5,967', '50 €', '59 67'])('%j is no amount in francs', (text) => {
    expect(parseAmount(text, 'XPF')).toBeNull()
  })
})

test('the euro has cents, the Pacific franc has none', () => {
  expect([minorDigits('EUR'), minorDigits('XPF')]).toEqual([2, 0])
})

test('the cash limit in francs is 1 000 € at the fixed rate, not a franc more', () => {
  expect(CASH_LIMIT.EUR).toBe(parseAmount('1 000 €', 'EUR'))
  expect(CASH_LIMIT.XPF).toBe(Math.floor(1000 * 119.331742))
})
