import type { Write } from '../../domain/entities.ts'
import { uuidV7 } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import { toldOf } from '../../domain/told.ts'
import { workingMomentAfter } from './calendar.ts'
import type { SampleCentre } from './centres.ts'
import type { Chance } from './chance.ts'
import { centreDays, type SampleRequest } from './requests.ts'

const REFUSED_AT = '10:25'

/** Who refused what, on a working day after the request, as HQ tells it of every decision that it accepted. */
export function makeRefusals(
  chance: Chance,
  sample: SampleCentre,
  requests: readonly SampleRequest[],
  now: Instant,
): Write[] {
  const days = centreDays(sample, now)
  const [first] = sample.operators
  return requests.flatMap(({ plan, request, entries }): Write[] => {
    if (plan.status !== 'refused') return []
    const at = workingMomentAfter(days, request.receivedAt, REFUSED_AT)
    const writes = entries.map((value): Write => ({ entity: 'entry', value }))
    const done = { status: 'applied', code: null, detail: null, decidedAt: at, doneAt: at } as const
    const about = { deviceId: sample.device.id, name: 'entry.refuse', operatorName: first?.name ?? '' }
    return [
      {
        entity: 'outcome',
        value: { id: uuidV7(at, chance.bytes(16)), ...about, ...done, ...toldOf({ ...plan.refusal }, writes) },
      },
    ]
  })
}
