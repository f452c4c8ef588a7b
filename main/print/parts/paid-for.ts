import type { ReceiptContent } from '../../../domain/payment.ts'
import { type Html, html } from '../html.ts'

/** What a line of money is for: the exam, and under it whose. */
export function paidFor({
  examCode,
  examLabel,
  candidateName,
  candidateBirth,
  nuc,
  agreement,
}: ReceiptContent['lines'][number]): Html {
  return html`${examCode} — ${examLabel}<small>${candidateName}, ${candidateBirth}${nuc ? html` · ${nuc}` : null}${agreement ? html` · ${agreement}` : null}</small>`
}
