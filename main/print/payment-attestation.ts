import { fullName } from '../../domain/candidate.ts'
import type { Currency } from '../../domain/money.ts'
import type { ReceiptContent } from '../../domain/payment.ts'
import type { LetterAddressee, LetterSender } from '../../domain/shapes/letter.ts'
import { toLocalDate } from '../../domain/time.ts'
import { formatDate, formatDateLong, formatDateTime, formatMoney } from '../../text/format.ts'
import { ORGANISATION } from '../../text/papers/organisation.ts'
import { ATTESTATION } from '../../text/papers/payment-attestation.ts'
import type { Made } from './document-draft.ts'
import { type Html, html } from './html.ts'
import { paperHtml } from './paper.ts'
import { centreSignature } from './parts/centre-signature.ts'
import { identity } from './parts/identity.ts'
import { candidateHead } from './parts/letter-head.ts'
import { ownWords } from './parts/own-words.ts'
import { lettersPages, pageNumbers } from './parts/pages.ts'
import { signatures } from './parts/signatures.ts'
import { table } from './parts/table.ts'

/** Everything that an attestation of payment says, frozen when it is made: the receipt's own words for one of those it paid for. */
export type AttestationContent = LetterSender &
  LetterAddressee & {
    payerName: string
    receiptNumber: string
    receiptIssuedAt: string
    receivedOn: string
    currency: Currency
    lines: Pick<ReceiptContent['lines'][number], 'examCode' | 'examLabel' | 'amount'>[]
    /** The centre's own paragraph, filled; absent where it has none. */
    words?: readonly string[] | undefined
  }

/**
 * For each candidate of a payer: what was paid for them, citing the receipt by its number and date. Unnumbered, it corrects nothing and
 * proves nothing that the receipt does not (arrêté 83-50/A of 3 October 1983: the note is the receipt).
 * @param attestations at least one, of one receipt; several are a page each
 */
export function paymentAttestations(attestations: readonly AttestationContent[], made: Made): string {
  const [first] = attestations
  const receipt = first?.receiptNumber ?? ''
  const letters = attestations.map((content) => attestation(content, made))
  const areMany = attestations.length > 1
  return paperHtml({
    title:
      first && !areMany
        ? ATTESTATION.title(fullName(first), receipt)
        : ATTESTATION.titleOfMany(letters.length, receipt),
    foot: ATTESTATION.foot(receipt, made.version, made.freshness),
    // Alone, it is counted by the browser.
    style: areMany ? pageNumbers(1) : '',
    logo: made.logo,
    body: html`${letters.flatMap((letter) => lettersPages([letter]))}`,
  })
}

function attestation(content: AttestationContent, made: Made): Html {
  const { centreName, centreTown, timeZone, payerName, receiptNumber, receiptIssuedAt, receivedOn, currency } = content
  const total = formatMoney(
    content.lines.reduce((sum, { amount }) => sum + amount, 0),
    currency,
  )
  const issued = formatDate(toLocalDate(receiptIssuedAt, timeZone))
  const day = formatDateLong(toLocalDate(made.at, timeZone))
  const version = ORGANISATION.version(made.version, formatDateTime(made.at, timeZone))
  return html`${candidateHead(content, made, [version])}
<h1>${ATTESTATION.heading}</h1>
<p class="said">${ATTESTATION.attests(centreName, payerName, total, formatDate(receivedOn))}</p>${identity({ ...content, nuc: null })}
${table({
  columns: [
    { head: ATTESTATION.exam, kind: 'head' },
    { head: ATTESTATION.amount, kind: 'number' },
  ],
  rows: content.lines.map(({ examCode, examLabel, amount }) => [
    `${examCode} — ${examLabel}`,
    formatMoney(amount, currency),
  ]),
  totals: [[ATTESTATION.total, total]],
})}
${ownWords(content.words)}
<section class="closing"><p>${ATTESTATION.receipt(receiptNumber, issued)}</p><p class="note">${ATTESTATION.moneyOnly}</p>
${signatures(null, centreSignature(content, made.at, ATTESTATION.signature(centreTown, day)))}</section>`
}
