/** Amounts are integers in minor units of an ISO 4217 currency, everywhere: 5000 is 50,00 € in EUR and 5 000 F in XPF. Code never converts. */
export const CURRENCIES = ['EUR', 'XPF'] as const
export type Currency = (typeof CURRENCIES)[number]

/**
 * The most that one payer may pay in cash for one debt, splits included, in minor units; the limit itself is allowed.
 * C. mon. fin. D.112-3: 1 000 EUR; in XPF at the fixed rate of 119.331742, rounded down.
 */
export const CASH_LIMIT: Readonly<Record<Currency, number>> = { EUR: 100_000, XPF: 119_331 }

const MINOR_DIGITS: Readonly<Record<Currency, number>> = { EUR: 2, XPF: 0 }
const SIGNS: Readonly<Record<Currency, readonly string[]>> = {
  EUR: ['', '€', 'EUR'],
  XPF: ['', 'F', 'XPF', 'FCFP', 'CFP'],
}

/** Sign, thousands with or without spaces between them, decimals, then whatever names the currency. */
const AMOUNT = /^([-−]?)(\d+|\d{1,3}(?:\s\d{3})+)(?:[.,](\d+))?\s?(\D*)$/

/** Decimals of a currency: 2 for EUR, 0 for XPF. */
export function minorDigits(currency: Currency): number {
  return MINOR_DIGITS[currency]
}

/**
 * Reads an amount as a French secretary types or pastes it (« 50 », « 50,00 », « 1 000,50 € »), in minor units of `currency`.
 * Null when it is no amount, is of another currency, or has more decimals than the currency: « 1.000 » is not guessed at.
 * Zero and negative amounts are amounts; whether they may be paid is for the caller to judge.
 */
export function parseAmount(text: string, currency: Currency): number | null {
  const [, sign = '', whole = '', decimals = '', name = ''] = AMOUNT.exec(text.trim()) ?? []
  const digits = minorDigits(currency)
  if (whole === '' || decimals.length > digits || !SIGNS[currency].includes(name.replace(/\s/g, '').toUpperCase()))
    return null
  const amount = Number(whole.replace(/\s/g, '') + decimals.padEnd(digits, '0'))
  if (!Number.isSafeInteger(amount)) return null
  // Not `-amount`: minus zero is written « −0,00 ».
  return sign === '' ? amount : 0 - amount
}
