import type { DataCheck } from '../../domain/candidate.ts'
import { isToCheck } from '../../domain/data-check.ts'
import { uuidV7 } from '../../domain/ids.ts'
import { addSeconds, type Instant } from '../../domain/time.ts'
import { daysAgo } from './calendar.ts'
import type { SampleCentre } from './centres.ts'
import type { Chance } from './chance.ts'
import { centreDays, type SampleRequest } from './requests.ts'
import type { SampleSession } from './sessions.ts'

const ASKED_DAYS_AGO = 3
/** One person in so many has answered. */
const ANSWERED = 3

/**
 * The centre asked its candidates of the session to check their data, and some have found them right; whoever may sign in with a seat to
 * pay has not, so that it can be tried.
 * @returns the ask, and the requests as they are since
 */
export function makeDataCheck(
  chance: Chance,
  sample: SampleCentre,
  session: SampleSession,
  requests: readonly SampleRequest[],
  now: Instant,
): { check: DataCheck; requests: SampleRequest[] } {
  const askedAt = daysAgo(centreDays(sample, now), ASKED_DAYS_AGO, '10:12')
  const id = uuidV7(askedAt, chance.bytes(16))
  const asked = [...new Set(requests.filter(isToCheck).map(({ candidate }) => candidate.id))]
  const waiting = new Set(
    requests.flatMap(({ plan, candidate }) => (plan.account && plan.status === 'prevalidated' ? candidate.id : [])),
  )
  const answers = new Map(
    asked.flatMap((candidateId, index): [string, Instant][] =>
      index % ANSWERED === 0 && !waiting.has(candidateId)
        ? [[candidateId, addSeconds(askedAt, 3600 + index * 60)]]
        : [],
    ),
  )
  return {
    check: { id, sessionId: session.id, askedAt, askedBy: sample.operators[0]?.name ?? '' },
    requests: requests.map((made) => {
      const dataCheckedAt = answers.get(made.candidate.id)
      // A request that came since has not been looked at.
      if (dataCheckedAt === undefined || made.request.receivedAt > dataCheckedAt) return made
      return { ...made, request: { ...made.request, dataCheckedAt } }
    }),
  }
}
