import type { PaymentRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { PAPERS } from '../../text/screens/papers.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useOpenDocument } from '../papers/open-document.ts'

/** Opens the credit note that cancelled a receipt of this payment. */
export function CreditNoteButton({ note }: { note: PaymentRow['creditNotes'][number] }) {
  const { open, isOpening } = useOpenDocument()
  const paper = { kind: 'credit-note', creditNoteId: note.id } as const
  const opening = isOpening(paper)
  return (
    <Button
      small
      tone="link"
      label={PAYMENTS.openCreditNote(note.number, note.receiptNumber)}
      busy={opening}
      onPress={() => void open(paper)}
    >
      {opening ? PAPERS.opening : PAYMENTS.creditNote(note.number)}
    </Button>
  )
}
