import { Notice } from '../../kit/status-tag.tsx'
import { CHECK } from '../../text/pages/data-check.ts'
import type { Failure } from '../api.ts'
import { Trouble } from '../frame/trouble.tsx'

/** What was shown had been corrected meanwhile; or anything else that went wrong. */
export function DataCheckTrouble({ failure }: { failure: Failure }) {
  if (failure.code !== 'changed-meanwhile') return <Trouble failure={failure} />
  return (
    <div role="alert">
      <Notice tone="due" icon="alert">
        {CHECK.changed}
      </Notice>
    </div>
  )
}
