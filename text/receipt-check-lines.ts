import type { ReceiptCheck } from '../contract/desk-receipts.ts'
import { RECEIPT_CHECK, sayReceiptFault } from './screens/receipt-check.ts'

/** A check of receipts as lines of plain text, year by year: what `npm run verify:receipts` says. */
export function receiptCheckLines({ currency, years }: ReceiptCheck): string[] {
  if (years.length === 0) return [RECEIPT_CHECK.none]
  return years.flatMap((year) => [
    `${year.year} · ${RECEIPT_CHECK.series(year.series)} · ${RECEIPT_CHECK.sums(year, currency)}`,
    ...(year.older > 0 ? [`  ${RECEIPT_CHECK.older(year.older)}`] : []),
    ...(year.faultCount === 0
      ? [`  ${RECEIPT_CHECK.holds}`]
      : [
          `  ${RECEIPT_CHECK.wrong(year.faultCount)}`,
          ...year.faults.map((fault) => `  – ${sayReceiptFault(fault, currency)}`),
          ...(year.faultCount > year.faults.length
            ? [`  – ${RECEIPT_CHECK.more(year.faultCount - year.faults.length)}`]
            : []),
          `  ${RECEIPT_CHECK.wayOut}`,
        ]),
  ])
}
