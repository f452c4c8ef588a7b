import type { PaymentRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { PAPERS } from '../../text/screens/papers.ts'
import { PRINT_PAPERS } from '../../text/screens/print-papers.ts'
import { useOpenDocument } from '../papers/open-document.ts'

/** Of a payment for others, an attestation for each of them in one file; none without a receipt that stands. */
export function AttestationsButton({ payment }: { payment: PaymentRow }) {
  const { open, isOpening } = useOpenDocument()
  const { payer, receipt, voided, end, entries } = payment
  if (payer.kind !== 'organisation' || !receipt || voided || end?.outcome === 'bounced' || entries.length === 0)
    return null
  const asked = { kind: 'payment-attestation', receiptId: receipt.id, candidateId: null } as const
  const people = new Set(entries.map(({ candidateId }) => candidateId)).size
  return (
    <Button
      small
      tone="link"
      label={PRINT_PAPERS.attestationsOf(people, receipt.number)}
      busy={isOpening(asked)}
      onPress={() => void open(asked)}
    >
      {isOpening(asked) ? PAPERS.making : PRINT_PAPERS.attestations(people)}
    </Button>
  )
}
