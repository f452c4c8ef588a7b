import type { CreditNote } from '../../domain/credit-note.ts'
import { toLocalDate } from '../../domain/time.ts'
import { formatDate, formatDateTime, formatDayLong, formatMoney } from '../../text/format.ts'
import { CREDIT_NOTE } from '../../text/papers/credit-note.ts'
import { RECEIPT } from '../../text/papers/receipt.ts'
import { html } from './html.ts'
import { paperHtml } from './paper.ts'

/** A credit note, from its frozen content alone: it cites the receipt that it corrects, and says why. */
export function creditNotePaper(note: CreditNote, duplicate: boolean): string {
  const { number, issuedAt, issuedBy, reason, original } = note
  const { content } = original
  const issued = formatDateTime(issuedAt, content.timeZone)
  const day = formatDayLong(toLocalDate(issuedAt, content.timeZone)).replace(/^\S+ /, '')
  const rows = content.lines.map(
    (line) =>
      html`<tr><td>${line.examCode} — ${line.examLabel}<small>${line.candidateName}, ${line.candidateBirth}${line.nuc ? html` · ${line.nuc}` : null}</small></td><td class="n">−${formatMoney(line.amount, content.currency)}</td></tr>`,
  )
  const kept =
    content.credit > 0
      ? html`<tr><td>${RECEIPT.creditLine}</td><td class="n">−${formatMoney(content.credit, content.currency)}</td></tr>`
      : null
  return paperHtml({
    title: CREDIT_NOTE.title(number, duplicate),
    foot: CREDIT_NOTE.foot(number, issued, duplicate),
    body: html`<header><div class="org"><b>${content.centreName}</b><br>${RECEIPT.accredited}${[...content.centreAddress, ...content.centreLegal].map((line) => html`<br>${line}`)}</div><div class="ref">${RECEIPT.at(content.centreTown, day)}<br>${content.sessionLabel}</div></header>
<div class="to">${content.payerName}${content.payerAddress.map((line) => html`<br>${line}`)}</div>
${duplicate ? html`<div class="duplicate">${RECEIPT.duplicate}</div>` : null}
<h1>${CREDIT_NOTE.heading}</h1><div class="no">${CREDIT_NOTE.number(number, issued)}</div>
<p>${CREDIT_NOTE.corrects(original.number, formatDateTime(original.issuedAt, content.timeZone))}</p>
<p>${CREDIT_NOTE.reason} <b>${reason}</b></p>
<table><thead><tr><th>${CREDIT_NOTE.line}</th><th class="n">${RECEIPT.amount}</th></tr></thead><tbody>${rows}${kept}</tbody><tbody class="totals"><tr><td class="n">${RECEIPT.total(content.vatWording)}</td><td class="n">−${formatMoney(content.amount, content.currency)}</td></tr></tbody></table>
<section class="closing"><p class="note">${CREDIT_NOTE.moneyStands(formatMoney(content.amount, content.currency), RECEIPT.by[content.method], formatDate(content.receivedOn))}</p>
<div class="sign"><div></div><div>${RECEIPT.signature(issuedBy)}</div></div></section>`,
  })
}
