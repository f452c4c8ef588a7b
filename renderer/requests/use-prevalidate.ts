import type { RequestRow } from '../../contract/desk.ts'
import { useRun } from '../run-click.ts'
import { waitingEntries } from './feasibility.ts'
import { sayPrevalidated } from './say-prevalidated.ts'

/** Pre-validates all that waits in these requests, in one click, and says what became of it. Gives whether it was answered. */
export function usePrevalidate(): (requests: readonly RequestRow[]) => Promise<boolean> {
  const run = useRun()
  return async (requests) => {
    const answer = await run(
      requests.map((request) => ({
        name: 'entry.prevalidate',
        args: { requestId: request.id, entryIds: waitingEntries(request).map(({ id }) => id) },
      })),
      (done) => sayPrevalidated(done, requests),
    )
    return answer !== null
  }
}
