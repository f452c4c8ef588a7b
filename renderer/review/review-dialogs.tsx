import { fullName } from '../../domain/candidate.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { REVIEW } from '../../text/screens/review.ts'
import { CorrectReceiptDialog } from '../payments/correct-receipt-dialog.tsx'
import { VoidDialog } from '../payments/void-dialog.tsx'
import { RefuseDialog } from '../requests/refuse-dialog.tsx'
import type { Asking } from './use-review-act.ts'
import type { useSettle } from './use-settle.ts'

type ReviewDialogsProps = {
  /** Name of the command that the item is about. */
  name: string
  asking: Asking | null
  settling: ReturnType<typeof useSettle>
  close: () => void
}

/** The dialog that an action asks for; what is done in it settles the item. */
export function ReviewDialogs({ name, asking, settling, close }: ReviewDialogsProps) {
  // Of money that fits nothing, the receipt is only what stood in the way: the point stays until the payment is dealt with.
  const aboutReceipt = name === 'receipt.issue'
  if (asking?.kind === 'refuse')
    return (
      <RefuseDialog
        targets={[asking]}
        undo={false}
        onClose={close}
        onRefused={(ids) => {
          if (ids.length === 0) return
          settling.settle('refused', REQUESTS.doneFor(REQUESTS.refusedDone(1), fullName(asking.request.candidate)))
        }}
      />
    )
  if (asking?.kind === 'void')
    return (
      <VoidDialog
        payment={asking.payment}
        onClose={close}
        onVoided={() => settling.settle('voided', PAYMENTS.voidDone)}
      />
    )
  if (asking?.kind === 'correct-receipt')
    return (
      <CorrectReceiptDialog
        payment={asking.payment}
        another={aboutReceipt}
        onClose={close}
        onCorrected={() => aboutReceipt && settling.settle('receipt-corrected', REVIEW.receiptCorrected)}
      />
    )
  return null
}
