import type { Write } from '../../domain/entities.ts'
import { uuidV7 } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import { workingMomentAfter } from './calendar.ts'
import type { SampleCentre } from './centres.ts'
import type { Chance } from './chance.ts'
import { centreDays, type SampleRequest } from './requests.ts'

const CALLED_AT = '11:05'
const REMINDED_AT = '16:20'

/** What was said with candidates and who was reminded of a payment, on a working day after the request or its pre-validation. */
export function makeDeskWork(
  chance: Chance,
  sample: SampleCentre,
  requests: readonly SampleRequest[],
  now: Instant,
): Write[] {
  const days = centreDays(sample, now)
  const [first, second = first] = sample.operators
  return requests.flatMap(({ plan, candidate, request, entries }): Write[] => {
    const writes: Write[] = []
    if (plan.call) {
      const notedAt = workingMomentAfter(days, request.receivedAt, CALLED_AT)
      const id = uuidV7(notedAt, chance.bytes(16))
      const said = { candidateId: candidate.id, ...plan.call, notedAt, notedBy: first?.name ?? '' }
      writes.push({ entity: 'callNote', value: { id, ...said } })
    }
    const [entry] = entries
    if (plan.reminded && entry?.prevalidatedAt) {
      const sentAt = workingMomentAfter(days, entry.prevalidatedAt, REMINDED_AT)
      const { id: requestId, sessionId } = request
      const about = { requestId, candidateId: candidate.id, sessionId, entryIds: entries.map(({ id }) => id) }
      const id = uuidV7(sentAt, chance.bytes(16))
      writes.push({
        entity: 'reminder',
        value: { id, ...about, means: plan.reminded, sentAt, sentBy: second?.name ?? '' },
      })
    }
    return writes
  })
}
