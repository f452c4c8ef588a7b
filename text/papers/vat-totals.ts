import { splitVat } from '../../domain/vat.ts'
import { NBSP } from '../format.ts'

/** « dont TVA 20 % »: the total of a receipt is then with taxes. */
export function vatAtRate(rate: string): string {
  return `dont TVA ${rate}${NBSP}%`
}

/** The rate in such a wording, as typed; null when it is another wording. */
export function rateIn(wording: string): string | null {
  return /^dont TVA ([\d,]+)\s%$/.exec(wording)?.[1] ?? null
}

/**
 * The totals that a receipt states, in order: one where nothing is taxed, with the words that say why; else price, tax and both, at the
 * rate of the centre's wording.
 * @param amount taxes included, in minor units
 */
export function vatTotals(vatWording: string, amount: number): { words: string; amount: number }[] {
  const typed = rateIn(vatWording)
  if (typed === null) return [{ words: `Total HT = total TTC (${vatWording})`, amount }]
  const [whole = '0', decimals = ''] = typed.split(',')
  const { net, tax } = splitVat(amount, Number(whole) * 100 + Number(decimals.padEnd(2, '0')))
  return [
    { words: 'Total HT', amount: net },
    { words: `TVA ${typed}${NBSP}%`, amount: tax },
    { words: 'Total TTC', amount },
  ]
}
