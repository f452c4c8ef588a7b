/**
 * What of an amount with taxes is the price and what is the tax: both are stated on a receipt that is not exempt (CGI ann. II
 * art. 242 nonies A, I, 10° and 11°). The two always add up to what was paid.
 * @param amount taxes included, in minor units
 * @param rate in hundredths of a percent: 2000 is 20 %
 * @returns minor units; half a unit of price is rounded up
 */
export function splitVat(amount: number, rate: number): { net: number; tax: number } {
  // In integers throughout: the double of the quotient and one more, halved, is the quotient rounded.
  const [numerator, denominator] = [BigInt(amount) * 10_000n, BigInt(10_000 + rate)]
  const net = Number((2n * numerator + denominator) / (2n * denominator))
  return { net, tax: amount - net }
}
