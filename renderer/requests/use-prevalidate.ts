import type { RequestRow } from '../../contract/desk.ts'
import { useRun } from '../run-click.ts'
import { waitingFor } from './feasibility.ts'
import { sayPrevalidated } from './say-prevalidated.ts'

/**
 * Pre-validates what waits in these requests, all of it or one exam (by its code), in one click, and says what became of it. Gives whether
 * it was answered.
 */
export function usePrevalidate(): (requests: readonly RequestRow[], exam?: string | null) => Promise<boolean> {
  const run = useRun()
  return async (requests, exam = null) => {
    const answer = await run(
      requests.map((request) => ({
        name: 'entry.prevalidate',
        args: { requestId: request.id, entryIds: waitingFor(request, exam).map(({ id }) => id) },
      })),
      (done) => sayPrevalidated(done, requests),
    )
    return answer !== null
  }
}
