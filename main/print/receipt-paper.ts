import type { LogoImage } from '../../domain/logo.ts'
import type { Currency } from '../../domain/money.ts'
import type { Receipt, ReceiptContent } from '../../domain/payment.ts'
import { toLocalDate } from '../../domain/time.ts'
import { formatDate, formatDateLong, formatDateTime, formatMoney, NBSP } from '../../text/format.ts'
import { ORGANISATION } from '../../text/papers/organisation.ts'
import { RECEIPT } from '../../text/papers/receipt.ts'
import { vatTotals } from '../../text/papers/vat-totals.ts'
import { type Html, html } from './html.ts'
import { paperHtml } from './paper.ts'
import { letterhead } from './parts/letterhead.ts'
import { paidFor } from './parts/paid-for.ts'
import { signatures } from './parts/signatures.ts'
import { table } from './parts/table.ts'

/**
 * A receipt, from its frozen content alone: a reprint says the same text on any PC, ten years later.
 * `logo` dresses it and is no part of what it says: a reprint bears that of its day. States money only (arrêté 83-50/A art. 1; CGI ann. II art. 242 nonies A).
 */
export function receiptPaper(receipt: Receipt, duplicate: boolean, logo: LogoImage | null = null): string {
  const { number, issuedAt, content } = receipt
  const title = RECEIPT.title(number, duplicate)
  return paperHtml({
    title,
    foot: RECEIPT.foot(number, formatDateTime(issuedAt, content.timeZone), duplicate),
    logo,
    body: html`${head(content, issuedAt, logo)}
${duplicate ? html`<div class="duplicate">${RECEIPT.duplicate}</div>` : null}
<h1>${RECEIPT.heading}</h1><div class="no">${RECEIPT.number(number, formatDateTime(issuedAt, content.timeZone))}</div>
<p>${RECEIPT.receivedFrom} <b>${content.payerName}</b>${NBSP}:</p>
${lines(content)}
<section class="closing"><p>${RECEIPT.paid} <b>${RECEIPT.by[content.method]}${content.reference ? html` ${content.reference}` : null}</b>${RECEIPT.receivedOn(formatDate(content.receivedOn))} ${RECEIPT.place(content.centreName, content.centreTown)}</p>
${content.agreement ? html`<p>${RECEIPT.agreement(content.agreement)}</p>` : null}
${content.credit > 0 ? html`<p>${RECEIPT.credit(formatMoney(content.credit, content.currency))}</p>` : null}
<p class="note">${RECEIPT.moneyOnly}</p>
${content.payerIsOrganisation ? html`<p class="note"><b>${RECEIPT.notAnInvoice}</b></p>` : null}
${signatures(null, RECEIPT.signature(content.issuedBy))}</section>`,
  })
}

/** The NUC stands in the corner when the receipt is about one person only. */
function head(content: ReceiptContent, issuedAt: string, logo: LogoImage | null): Html {
  const { centreName, centreAddress, centreLegal, centreTown, timeZone, sessionLabel, payerName, payerAddress } =
    content
  const [nuc, ...others] = new Set(content.lines.map((line) => line.nuc))
  return letterhead({
    logo,
    from: { name: centreName, lines: [...centreAddress, ...centreLegal] },
    corner: [
      ORGANISATION.at(centreTown, formatDateLong(toLocalDate(issuedAt, timeZone))),
      sessionLabel,
      ...(nuc && others.length === 0 ? [html`NUC <b>${nuc}</b>`] : []),
    ],
    to: [payerName, ...payerAddress],
  })
}

/** A part of the fee says that it is one, and what is left. */
function part({ amount, unitPrice, remaining }: ReceiptContent['lines'][number], currency: Currency): Html | null {
  if (amount >= unitPrice) return null
  const left = remaining > 0 ? RECEIPT.remaining(formatMoney(remaining, currency)) : RECEIPT.balance
  return html`<small>${left}</small>`
}

function lines({ lines, currency, amount, vatWording, credit }: ReceiptContent): Html {
  const money = (minorUnits: number) => formatMoney(minorUnits, currency)
  const rows = lines.map((line) => [
    html`${paidFor(line)}${part(line, currency)}`,
    line.software,
    1,
    money(line.unitPrice),
    money(line.amount),
  ])
  return table({
    columns: [
      { head: RECEIPT.exam, kind: 'head' },
      { head: RECEIPT.software },
      { head: RECEIPT.quantity, kind: 'number' },
      { head: RECEIPT.unitPrice, kind: 'number' },
      { head: RECEIPT.amount, kind: 'number' },
    ],
    rows: credit > 0 ? [...rows, [RECEIPT.creditLine, null, null, null, money(credit)]] : rows,
    totals: vatTotals(vatWording, amount).map((sum) => [sum.words, money(sum.amount)] as const),
  })
}
