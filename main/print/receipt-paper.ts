import type { Currency } from '../../domain/money.ts'
import type { Receipt, ReceiptContent } from '../../domain/payment.ts'
import { toLocalDate } from '../../domain/time.ts'
import { formatDate, formatDateTime, formatDayLong, formatMoney, NBSP } from '../../text/format.ts'
import { RECEIPT } from '../../text/papers/receipt.ts'
import { type Html, html } from './html.ts'
import { paperHtml } from './paper.ts'

/**
 * A receipt, from its frozen content alone: a reprint says the same text on any PC, ten years later.
 * States money only (arrêté 83-50/A art. 1; CGI ann. II art. 242 nonies A).
 */
export function receiptPaper(receipt: Receipt, duplicate: boolean): string {
  const { number, issuedAt, content } = receipt
  const title = RECEIPT.title(number, duplicate)
  return paperHtml({
    title,
    foot: RECEIPT.foot(number, formatDateTime(issuedAt, content.timeZone), duplicate),
    body: html`<header>${organisation(content)}<div class="ref">${RECEIPT.at(content.centreTown, formatDayOnly(toLocalDate(issuedAt, content.timeZone)))}<br>${content.sessionLabel}${nuc(content)}</div></header>
<div class="to">${content.payerName}${content.payerAddress.map((line) => html`<br>${line}`)}</div>
${duplicate ? html`<div class="duplicate">${RECEIPT.duplicate}</div>` : null}
<h1>${RECEIPT.heading}</h1><div class="no">${RECEIPT.number(number, formatDateTime(issuedAt, content.timeZone))}</div>
<p>${RECEIPT.receivedFrom} <b>${content.payerName}</b>${NBSP}:</p>
${lines(content)}
<section class="closing"><p>${RECEIPT.paid} <b>${RECEIPT.by[content.method]}${content.reference ? html` ${content.reference}` : null}</b>${RECEIPT.receivedOn(formatDate(content.receivedOn))} ${RECEIPT.place(content.centreName, content.centreTown)}</p>
${content.credit > 0 ? html`<p>${RECEIPT.credit(formatMoney(content.credit, content.currency))}</p>` : null}
<p class="note">${RECEIPT.moneyOnly}</p>
${content.payerIsOrganisation ? html`<p class="note"><b>${RECEIPT.notAnInvoice}</b></p>` : null}
<div class="sign"><div></div><div>${RECEIPT.signature(content.issuedBy)}</div></div></section>`,
  })
}

/** « 23 novembre 2026 » */
function formatDayOnly(day: string): string {
  return formatDayLong(day).replace(/^\S+ /, '')
}

function organisation({ centreName, centreAddress, centreLegal }: ReceiptContent): Html {
  return html`<div class="org"><b>${centreName}</b><br>${RECEIPT.accredited}${[...centreAddress, ...centreLegal].map((line) => html`<br>${line}`)}</div>`
}

/** The NUC stands in the corner when the receipt is about one person only. */
function nuc({ lines }: ReceiptContent): Html | null {
  const known = new Set(lines.map((line) => line.nuc))
  const [only] = known
  return known.size === 1 && only ? html`<br>NUC <b>${only}</b>` : null
}

/** A part of the fee says that it is one, and what is left. */
function part({ amount, unitPrice, remaining }: ReceiptContent['lines'][number], currency: Currency): Html | null {
  if (amount >= unitPrice) return null
  const left = remaining > 0 ? RECEIPT.remaining(formatMoney(remaining, currency)) : RECEIPT.balance
  return html`<small>${left}</small>`
}

function lines({ lines, currency, amount, vatWording, credit }: ReceiptContent): Html {
  const rows = lines.map(
    (line) =>
      html`<tr><td>${line.examCode} — ${line.examLabel}<small>${line.candidateName}, ${line.candidateBirth}${line.nuc ? html` · ${line.nuc}` : null}</small>${part(line, currency)}</td><td>${line.software}</td><td class="n">1</td><td class="n">${formatMoney(line.unitPrice, currency)}</td><td class="n">${formatMoney(line.amount, currency)}</td></tr>`,
  )
  const kept =
    credit > 0
      ? html`<tr><td colspan="4">${RECEIPT.creditLine}</td><td class="n">${formatMoney(credit, currency)}</td></tr>`
      : null
  return html`<table><thead><tr><th>${RECEIPT.exam}</th><th>${RECEIPT.software}</th><th class="n">${RECEIPT.quantity}</th><th class="n">${RECEIPT.unitPrice}</th><th class="n">${RECEIPT.amount}</th></tr></thead><tbody>${rows}${kept}</tbody><tbody class="totals"><tr><td colspan="4" class="n">${RECEIPT.total(vatWording)}</td><td class="n">${formatMoney(amount, currency)}</td></tr></tbody></table>`
}
