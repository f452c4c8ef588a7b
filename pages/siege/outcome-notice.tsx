import { useEffect, useRef } from 'react'
import { Notice } from '../../kit/status-tag.tsx'
import { Trouble } from '../frame/trouble.tsx'
import type { Outcome } from './use-act.ts'

/** What came of the last thing done. The focus comes here: the button that was pressed may be gone with its row. */
export function OutcomeNotice({ outcome }: { outcome: Outcome | null }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (outcome) box.current?.focus()
  }, [outcome])
  if (!outcome) return null
  return (
    <div ref={box} tabIndex={-1} className="outcome">
      {outcome.done ? (
        <div role="status">
          <Notice tone="go" icon="check">
            {outcome.sentence}
          </Notice>
        </div>
      ) : (
        <Trouble failure={outcome.failure} />
      )}
    </div>
  )
}
