import { useState } from 'react'
import type { ReviewRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/fields.tsx'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { isUndelivered, REVIEW, reviewHeadline, sayNoteHint } from '../../text/screens/review.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { CorrectReceiptDialog } from '../payments/correct-receipt-dialog.tsx'
import { VoidDialog } from '../payments/void-dialog.tsx'
import { RefuseDialog } from '../requests/refuse-dialog.tsx'
import { ActionButtons, type Asking } from './action-buttons.tsx'
import { actionsFor, choiceWhenHandled } from './review-actions.ts'
import { ReviewFacts } from './review-facts.tsx'
import { useReviewSubject } from './use-review-subject.ts'
import { useSettle } from './use-settle.ts'

/** One thing to look at: who did what, why it does not hold, what stands, what can be done now, and the buttons to settle it. */
export function ReviewCard({ item }: { item: ReviewRow }) {
  const { desk, openRequest } = useOffice()
  const settling = useSettle(item)
  const subject = useReviewSubject(item)
  const [asking, setAsking] = useState<Asking | null>(null)
  const actions = subject ? actionsFor(item, subject, desk) : []
  const { requestId } = item
  // Of money that fits nothing, the receipt is only what stood in the way: the point stays until the payment is dealt with.
  const aboutReceipt = item.name === 'receipt.issue'
  const reason = whyNotAllowed(desk, 'review.settle')
  const canAct = actions[0]?.reason === null && actions[0].kind !== 'refuse' && actions[0].kind !== 'void'
  return (
    <article className="card to-review" aria-labelledby={`review-${item.id}`}>
      <h2 id={`review-${item.id}`}>{reviewHeadline(item)}</h2>
      <ReviewFacts item={item} subject={subject} />
      {actions.length > 0 ? <ActionButtons actions={actions} settling={settling} ask={setAsking} /> : null}
      <div className="settle">
        <TextField label={REVIEW.note} hint={sayNoteHint(item)} value={settling.note} onChange={settling.setNote} />
        <div className="buttons">
          {requestId ? (
            <Button tone="quiet" onPress={() => openRequest(requestId, subject?.request?.sessionId)}>
              {REVIEW.openRequest}
            </Button>
          ) : null}
          {isUndelivered(item) ? null : (
            <Button reason={reason} busy={settling.busy} onPress={() => settling.settle('left')}>
              {REVIEW.leave}
            </Button>
          )}
          <Button
            tone={canAct ? 'plain' : 'primary'}
            reason={reason}
            busy={settling.busy}
            onPress={() => settling.settle(subject ? choiceWhenHandled(item, subject.seats) : 'handled')}
          >
            {REVIEW.handled}
          </Button>
        </div>
        <p className="sub">{isUndelivered(item) ? REVIEW.calledSettles : REVIEW.bothSettle}</p>
      </div>
      {asking?.kind === 'refuse' ? (
        <RefuseDialog
          targets={[asking]}
          undo={false}
          onClose={() => setAsking(null)}
          onRefused={(ids) => {
            if (ids.length === 0) return
            settling.settle('refused', REQUESTS.doneFor(REQUESTS.refusedDone(1), fullName(asking.request.candidate)))
          }}
        />
      ) : null}
      {asking?.kind === 'void' ? (
        <VoidDialog
          payment={asking.payment}
          onClose={() => setAsking(null)}
          onVoided={() => settling.settle('voided', PAYMENTS.voidDone)}
        />
      ) : null}
      {asking?.kind === 'correct-receipt' ? (
        <CorrectReceiptDialog
          payment={asking.payment}
          another={aboutReceipt}
          onClose={() => setAsking(null)}
          onCorrected={() => aboutReceipt && settling.settle('receipt-corrected', REVIEW.receiptCorrected)}
        />
      ) : null}
    </article>
  )
}
