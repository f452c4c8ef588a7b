import { useState } from 'react'
import type { ReviewRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/fields.tsx'
import { isUndelivered, REVIEW, reviewHeadline, sayNoteHint } from '../../text/screens/review.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { ActionButtons } from './action-buttons.tsx'
import { actionsFor, choiceWhenHandled } from './review-actions.ts'
import { ReviewDialogs } from './review-dialogs.tsx'
import { ReviewFacts } from './review-facts.tsx'
import type { Asking } from './use-review-act.ts'
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
      <ReviewDialogs name={item.name} asking={asking} settling={settling} close={() => setAsking(null)} />
    </article>
  )
}
