import type { Currency } from '../../domain/money.ts'
import { formatDate, formatDateTime, formatDayLong, formatMoney } from '../../text/format.ts'
import { CHEQUE_SLIP } from '../../text/papers/money-sheets.ts'
import { html } from './html.ts'
import { paperHtml } from './paper.ts'
import { sheetHead } from './parts/letterhead.ts'
import { signatures } from './parts/signatures.ts'
import { table } from './parts/table.ts'
import { terms } from './parts/terms.ts'

/** Everything a deposit slip says, frozen when it is made. */
export type SlipContent = {
  centreName: string
  centreTown: string
  timeZone: string
  depositedOn: string
  reference: string | null
  depositedBy: string
  currency: Currency
  total: number
  /** Absent while it stands. */
  voided?: { at: string; by: string; reason: string }
  cheques: { number: string; bank: string; drawer: string; receipt: string | null; amount: number }[]
}

/** The slip (*bordereau de remise*) that goes to the bank with the cheques: each of them, how many, their total. */
export function chequeSlip(content: SlipContent, made: { freshness: string }): string {
  const { centreName, centreTown, timeZone, depositedOn, reference, depositedBy, currency, total, cheques, voided } =
    content
  const { columns } = CHEQUE_SLIP
  const day = formatDate(depositedOn)
  return paperHtml({
    title: CHEQUE_SLIP.title(day, voided !== undefined),
    foot: CHEQUE_SLIP.foot(day, made.freshness, voided !== undefined),
    body: html`${sheetHead(html`<b>${centreName}</b>, ${centreTown}`, day)}
${voided ? html`<div class="duplicate">${CHEQUE_SLIP.voided}</div>` : null}
<h1 style="margin-top: 4mm">${CHEQUE_SLIP.heading}</h1>
${voided ? html`<p>${CHEQUE_SLIP.voidedBy(voided.by, formatDateTime(voided.at, timeZone), voided.reason)}</p>` : null}
${terms([
  [CHEQUE_SLIP.day, formatDayLong(depositedOn)],
  [CHEQUE_SLIP.reference, reference],
  [CHEQUE_SLIP.by, depositedBy],
  [CHEQUE_SLIP.count, String(cheques.length)],
  [CHEQUE_SLIP.total, html`<b>${formatMoney(total, currency)}</b>`],
])}
${table({
  columns: [
    { head: columns.rank, kind: 'number', mm: 9 },
    { head: columns.number, kind: 'head' },
    { head: columns.bank },
    { head: columns.drawer },
    { head: columns.receipt, kind: 'whole' },
    { head: columns.amount, kind: 'number' },
  ],
  rows: cheques.map(({ number, bank, drawer, receipt, amount }, index) => [
    index + 1,
    number,
    bank,
    drawer,
    receipt,
    formatMoney(amount, currency),
  ]),
  totals: [[CHEQUE_SLIP.totalOf(cheques.length), formatMoney(total, currency)]],
})}
<section class="closing">${signatures(CHEQUE_SLIP.centreSignature, CHEQUE_SLIP.bankSignature)}</section>`,
  })
}
