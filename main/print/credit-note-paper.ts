import type { CreditNote } from '../../domain/credit-note.ts'
import type { LogoImage } from '../../domain/logo.ts'
import { toLocalDate } from '../../domain/time.ts'
import { formatDate, formatDateLong, formatDateTime, formatMoney } from '../../text/format.ts'
import { CREDIT_NOTE } from '../../text/papers/credit-note.ts'
import { ORGANISATION } from '../../text/papers/organisation.ts'
import { RECEIPT } from '../../text/papers/receipt.ts'
import { vatTotals } from '../../text/papers/vat-totals.ts'
import { html } from './html.ts'
import { paperHtml } from './paper.ts'
import { letterhead } from './parts/letterhead.ts'
import { paidFor } from './parts/paid-for.ts'
import { signatures } from './parts/signatures.ts'
import { table } from './parts/table.ts'

/** A credit note, from its frozen content alone: it cites the receipt that it corrects, and says why. Its logo is that of the day it is printed. */
export function creditNotePaper(note: CreditNote, duplicate: boolean, logo: LogoImage | null = null): string {
  const { number, issuedAt, issuedBy, reason, original } = note
  const { content } = original
  const issued = formatDateTime(issuedAt, content.timeZone)
  const money = formatMoney(content.amount, content.currency)
  const received = formatDate(content.receivedOn)
  const became =
    original.bouncedOn === undefined
      ? CREDIT_NOTE.moneyStands(money, RECEIPT.by[content.method], received)
      : CREDIT_NOTE.moneyBounced(money, received, formatDate(original.bouncedOn))
  const agreement = content.agreement ?? original.agreement
  const less = (minorUnits: number) => `−${formatMoney(minorUnits, content.currency)}`
  return paperHtml({
    title: CREDIT_NOTE.title(number, duplicate),
    foot: CREDIT_NOTE.foot(number, issued, duplicate),
    logo,
    body: html`${letterhead({
      logo,
      from: { name: content.centreName, lines: [...content.centreAddress, ...content.centreLegal] },
      corner: [
        ORGANISATION.at(content.centreTown, formatDateLong(toLocalDate(issuedAt, content.timeZone))),
        content.sessionLabel,
      ],
      to: [content.payerName, ...content.payerAddress],
    })}
${duplicate ? html`<div class="duplicate">${RECEIPT.duplicate}</div>` : null}
<h1>${CREDIT_NOTE.heading}</h1><div class="no">${CREDIT_NOTE.number(number, issued)}</div>
<p>${CREDIT_NOTE.corrects(original.number, formatDateTime(original.issuedAt, content.timeZone))}</p>
<p>${CREDIT_NOTE.reason} <b>${reason}</b></p>
${agreement ? html`<p>${RECEIPT.agreement(agreement)}</p>` : null}
${table({
  columns: [
    { head: CREDIT_NOTE.line, kind: 'head' },
    { head: RECEIPT.amount, kind: 'number' },
  ],
  rows: [
    ...content.lines.map((line) => [paidFor(line), less(line.amount)]),
    ...(content.credit > 0 ? [[RECEIPT.creditLine, less(content.credit)]] : []),
  ],
  totals: vatTotals(content.vatWording, content.amount).map(({ words, amount }) => [words, less(amount)] as const),
})}
<section class="closing"><p class="note">${became}</p>
${signatures(null, RECEIPT.signature(issuedBy))}</section>`,
  })
}
