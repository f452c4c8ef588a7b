import { Button } from '../../kit/button.tsx'
import type { ReviewAction } from './review-actions.ts'
import { type Asking, useReviewAct, wordsOfAction } from './use-review-act.ts'
import type { useSettle } from './use-settle.ts'

type ActionButtonsProps = {
  actions: readonly ReviewAction[]
  settling: ReturnType<typeof useSettle>
  /** Opens the dialog that this action asks for. */
  ask: (action: Asking) => void
}

/** A button for each thing that can be done now; below, why some cannot. */
export function ActionButtons({ actions, settling, ask }: ActionButtonsProps) {
  const act = useReviewAct(settling, ask)
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
            {wordsOfAction(action)}
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

/** The first, when it can be done, is what the person most likely came for. */
function toneOf(action: ReviewAction, actions: readonly ReviewAction[]): 'primary' | 'danger' | 'plain' {
  if (action.kind === 'refuse' || action.kind === 'void') return 'danger'
  return action === actions[0] && !action.reason ? 'primary' : 'plain'
}
