import type { Currency } from '../../domain/money.ts'
import { formatDate, formatDayLong, formatMoney } from '../../text/format.ts'
import { CASH_SHEET } from '../../text/papers/money-sheets.ts'
import { type Html, html } from './html.ts'
import { paperHtml } from './paper.ts'
import { sheetHead } from './parts/letterhead.ts'
import { signatures } from './parts/signatures.ts'
import { table } from './parts/table.ts'
import { terms } from './parts/terms.ts'

/** Everything the sheet of a day says, frozen when it is made. */
export type CashContent = {
  centreName: string
  centreTown: string
  timeZone: string
  on: string
  currency: Currency
  count: number
  total: number
  payments: {
    payer: string
    session: string
    receipt: string | null
    by: string
    amount: number
    voided: boolean
  }[]
  /** Given back that day; none on sheets made before any could be. */
  returns?: { payer: string; session: string; receipt: string | null; by: string; amount: number }[]
}

/** The cash of a day, to be counted against the till and signed. */
export function cashSheet(content: CashContent, made: { version: number; freshness: string }): string {
  const { centreName, centreTown, on, currency, count, total, payments } = content
  const day = formatDate(on)
  return paperHtml({
    title: CASH_SHEET.title(day),
    foot: CASH_SHEET.foot(day, made.version, made.freshness),
    body: html`${sheetHead(html`<b>${centreName}</b>, ${centreTown}`, day)}
<h1 style="margin-top: 4mm">${CASH_SHEET.heading}</h1>
${terms([
  [CASH_SHEET.day, formatDayLong(on)],
  [CASH_SHEET.count, String(count)],
  [CASH_SHEET.total, html`<b>${formatMoney(total, currency)}</b>`],
])}
${payments.length + (content.returns ?? []).length === 0 ? html`<p>${CASH_SHEET.nothing}</p>` : cashTable(content)}
<section class="closing"><p>${CASH_SHEET.counted}</p>${signatures(CASH_SHEET.cashierSignature, CASH_SHEET.managerSignature)}</section>`,
  })
}

function cashTable({ payments, returns = [], currency, count, total }: CashContent): Html {
  const { columns } = CASH_SHEET
  return table({
    columns: [
      { head: columns.rank, kind: 'number', mm: 9 },
      { head: columns.payer, kind: 'head' },
      { head: columns.session },
      { head: columns.receipt, kind: 'whole' },
      { head: columns.by },
      { head: columns.amount, kind: 'number' },
    ],
    rows: [
      ...payments.map(({ payer, session, receipt, by, amount, voided }, index) => [
        index + 1,
        voided ? html`${payer}<small>${CASH_SHEET.voided}</small>` : payer,
        session,
        receipt,
        by,
        voided ? html`<s>${formatMoney(amount, currency)}</s>` : formatMoney(amount, currency),
      ]),
      ...returns.map(({ payer, session, receipt, by, amount }, index) => [
        payments.length + index + 1,
        html`${payer}<small>${CASH_SHEET.returned}</small>`,
        ...[session, receipt, by],
        formatMoney(-amount, currency),
      ]),
    ],
    totals: [
      [
        returns.length > 0 ? CASH_SHEET.totalLess(count, returns.length) : CASH_SHEET.totalOf(count),
        formatMoney(total, currency),
      ],
    ],
  })
}
