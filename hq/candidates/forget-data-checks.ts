import type { Write } from '../../domain/entities.ts'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import type { CentreWrites } from '../feed.ts'
import { requestsAhead } from './requests-ahead.ts'

/**
 * Who somebody is has changed: what they found right before, they are to look at again. To be written with the change; the candidate must
 * be locked.
 * @returns their requests of sessions that are not over, unchecked: those of this centre, and those of each other one
 */
export async function forgetDataChecks(
  tx: Tx,
  { candidateId, centreId, at }: { candidateId: string; centreId: string; at: Instant },
): Promise<{ here: Write[]; elsewhere: CentreWrites[] }> {
  const checked = (await requestsAhead(tx, candidateId, at)).filter(({ request }) => request.dataCheckedAt !== null)
  const byCentre = Map.groupBy(checked, (one) => one.centreId)
  const parts = [...byCentre].map(([place, requests]) => ({
    centreId: place,
    writes: requests.map(({ request }) => ({
      entity: 'request' as const,
      value: { ...request, dataCheckedAt: null },
    })),
  }))
  return {
    here: parts.find((part) => part.centreId === centreId)?.writes ?? [],
    elsewhere: parts.filter((part) => part.centreId !== centreId),
  }
}
