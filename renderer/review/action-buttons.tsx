import type { Draft } from '../../contract/ipc.ts'
import { fullName } from '../../domain/candidate.ts'
import { Button } from '../../kit/button.tsx'
import { FILE } from '../../text/screens/request-file.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { REVIEW } from '../../text/screens/review.ts'
import { useOffice } from '../frame/office.tsx'
import type { ReviewAction } from './review-actions.ts'
import type { useSettle } from './use-settle.ts'

/** What asks for more before it can be done. */
export type Asking = Extract<ReviewAction, { kind: 'refuse' | 'void' | 'correct-receipt' }>

type ActionButtonsProps = {
  actions: readonly ReviewAction[]
  settling: ReturnType<typeof useSettle>
  /** Opens the dialog that this action asks for. */
  ask: (action: Asking) => void
}

/** A button for each thing that can be done now; below, why some cannot. */
export function ActionButtons({ actions, settling, ask }: ActionButtonsProps) {
  const { go, openOffering } = useOffice()
  const act = (action: ReviewAction) => {
    if (action.kind === 'prevalidate') {
      const { request, entryIds, confirmIds } = action
      const word = confirmIds.length > 0 ? FILE.confirmed : REQUESTS.prevalidated(1)
      const drafts: Draft[] = [{ name: 'entry.prevalidate', args: { requestId: request.id, entryIds } }]
      if (confirmIds.length > 0) drafts.push({ name: 'entry.confirm', args: { entryIds: confirmIds }, after: [0] })
      settling.decide(drafts, 'done-again', REQUESTS.doneFor(word, fullName(request.candidate)))
    } else if (action.kind === 'confirm') {
      const done = REQUESTS.doneFor(FILE.confirmed, fullName(action.request.candidate))
      settling.decide([{ name: 'entry.confirm', args: { entryIds: action.entryIds } }], 'done-again', done)
    } else if (action.kind === 'raise-seats') {
      if (action.offering) openOffering(action.offering)
      else go('seats')
    } else ask(action)
  }
  const reasons = new Set(actions.flatMap(({ reason }) => reason ?? []))
  return (
    <>
      <div className="can-do">
        {actions.map((action) => (
          <Button
            key={action.kind}
            tone={toneOf(action, actions)}
            reason={action.reason}
            busy={settling.busy}
            onPress={() => act(action)}
          >
            {action.kind === 'prevalidate' && action.confirmIds.length > 0
              ? REVIEW.againAndConfirm
              : WORDS[action.kind]}
          </Button>
        ))}
      </div>
      {[...reasons].map((reason) => (
        <p key={reason} className="no small">
          {reason}
        </p>
      ))}
    </>
  )
}

const WORDS: Readonly<Record<ReviewAction['kind'], string>> = {
  prevalidate: REVIEW.again,
  confirm: REVIEW.confirmAgain,
  refuse: REVIEW.refuse,
  'raise-seats': REVIEW.raiseSeats,
  void: REVIEW.voidPayment,
  'correct-receipt': REVIEW.correctReceipt,
}

/** The first, when it can be done, is what the person most likely came for. */
function toneOf(action: ReviewAction, actions: readonly ReviewAction[]): 'primary' | 'danger' | 'plain' {
  if (action.kind === 'refuse' || action.kind === 'void') return 'danger'
  return action === actions[0] && !action.reason ? 'primary' : 'plain'
}
