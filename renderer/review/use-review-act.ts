import type { Draft } from '../../contract/ipc.ts'
import { fullName } from '../../domain/candidate.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { REVIEW } from '../../text/screens/review.ts'
import { useOffice } from '../frame/office.tsx'
import type { ReviewAction } from './review-actions.ts'
import type { useSettle } from './use-settle.ts'

/** What asks for more before it can be done. */
export type Asking = Extract<ReviewAction, { kind: 'refuse' | 'void' | 'correct-receipt' }>

/** Does what can be done about an item: at once, on another screen, or by asking for more first. */
export function useReviewAct(
  settling: ReturnType<typeof useSettle>,
  /** Opens the dialog that this action asks for. */
  ask: (action: Asking) => void,
): (action: ReviewAction) => void {
  const { go, openOffering } = useOffice()
  return (action) => {
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
    } else if (action.kind === 'see') go(action.screen)
    else ask(action)
  }
}

/** What the button of an action says. */
export function wordsOfAction(action: ReviewAction): string {
  if (action.kind === 'see') return REVIEW.see[action.screen]
  return action.kind === 'prevalidate' && action.confirmIds.length > 0 ? REVIEW.againAndConfirm : WORDS[action.kind]
}

const WORDS: Readonly<Record<Exclude<ReviewAction['kind'], 'see'>, string>> = {
  prevalidate: REVIEW.again,
  confirm: REVIEW.confirmAgain,
  refuse: REVIEW.refuse,
  'raise-seats': REVIEW.raiseSeats,
  void: REVIEW.voidPayment,
  'correct-receipt': REVIEW.correctReceipt,
}
