import { isInstant } from '../../domain/time.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { PAGES, sayTooManyChanges, sayTooManyTries, TROUBLES } from '../../text/pages/frame.ts'
import type { Failure } from '../api.ts'
import { Unread } from '../queries.ts'

/** Something was not done: said at once, also to who does not see it. */
export function Trouble({ failure }: { failure: Failure }) {
  return (
    <div role="alert">
      <Notice tone="stop" icon="alert">
        {sayTrouble(failure)}
      </Notice>
    </div>
  )
}

function sayTrouble({ code, detail }: Failure): string {
  if (detail === undefined || !isInstant(detail)) return TROUBLES[code]
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  if (code === 'too-many-tries') return sayTooManyTries(detail, timeZone)
  return code === 'too-many-changes' ? sayTooManyChanges(detail, timeZone) : TROUBLES[code]
}

/** What stands where an answer would be: waiting for it, or why it did not come and a way to ask again. */
export function Awaited({ error, retry }: { error: Error | null; retry: () => void }) {
  if (!error) {
    return (
      <p className="loading muted" role="status">
        {PAGES.loading}
      </p>
    )
  }
  return (
    <div className="stack" role="alert">
      <Notice tone="stop" icon="alert">
        {TROUBLES[error instanceof Unread ? error.failure.code : 'internal']}
      </Notice>
      <div>
        <Button onPress={retry}>{PAGES.retry}</Button>
      </div>
    </div>
  )
}
