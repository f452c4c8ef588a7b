import type { Offering, Sitting } from '../../domain/catalogue.ts'
import type { Write } from '../../domain/entities.ts'
import { countSeats } from '../../domain/seats.ts'
import { type Instant, toLocalDate } from '../../domain/time.ts'
import { examId, examsOf, SOFTWARE } from './catalogue.ts'
import { type SampleCentre, sampleCentres } from './centres.ts'
import { chanceOf } from './chance.ts'
import { makeDataCheck } from './data-check.ts'
import { makeDeskWork } from './desk-work.ts'
import { type FirstVersion, firstVersionOf } from './first-version.ts'
import { makePayments } from './payments.ts'
import type { OfferingPlan } from './plan.ts'
import { makeRefusals } from './refusals.ts'
import { makeRequests, offeringId, type SampleRequest } from './requests.ts'
import { nextSessions, type SampleSession } from './sessions.ts'

export type SampleSize = 'small' | 'big'
export type Sample = {
  common: Write[]
  centres: {
    centreId: string
    /** One feed position each, in this order. */
    batches: Write[][]
    /** What was asked first, of requests that were changed since. */
    firstVersions: FirstVersion[]
  }[]
}

const SEED = 20_261_123
const BIG_COUNT = 2000
const REQUESTS_PER_BATCH = 50
/** Seats of an offering of the second session, which nobody has asked for yet. */
const SEATS_LATER = 20

/** The invented data, the same for the same moment and size: both centres, two sessions, requests in every state. */
export function makeSample(now: Instant, size: SampleSize = 'small', seed = SEED): Sample {
  const today = toLocalDate(now, 'Europe/Paris')
  const sessions = nextSessions(today)
  const centres = sampleCentres(today)
  const common: Write[] = [
    ...sessions.map(
      ({ id, label, startsOn, endsOn }): Write => ({ entity: 'examSession', value: { id, label, startsOn, endsOn } }),
    ),
    ...sessions.flatMap(examsOf).map((value): Write => ({ entity: 'exam', value })),
    ...SOFTWARE.map((value): Write => ({ entity: 'software', value })),
    ...centres.map(({ centre }): Write => ({ entity: 'centre', value: centre })),
  ]
  return {
    common,
    centres: centres.map((sample, index) => {
      const count = size === 'big' && index === 0 ? BIG_COUNT : sample.requests.length
      return { centreId: sample.centre.id, ...rowsOfCentre(sample, sessions, now, count, seed + index) }
    }),
  }
}

function rowsOfCentre(
  sample: SampleCentre,
  [first, second]: [SampleSession, SampleSession],
  now: Instant,
  count: number,
  seed: number,
): Pick<Sample['centres'][number], 'batches' | 'firstVersions'> {
  const chance = chanceOf(seed)
  const made = makeRequests(chance, sample, first, now, count)
  const payments = makePayments(chance, sample, first, made)
  const asked = sample.asksDataCheck ? makeDataCheck(chance, sample, first, made, now) : null
  const requests = asked?.requests ?? made
  const batches: Write[][] = [
    [...settingUp(sample), ...offeringsOf(sample, first, requests), ...offeringsOf(sample, second, [])],
  ]
  for (let start = 0; start < requests.length; start += REQUESTS_PER_BATCH)
    batches.push(requests.slice(start, start + REQUESTS_PER_BATCH).flatMap(rowsOf))
  if (payments.length > 0) batches.push(payments)
  if (asked) batches.push([{ entity: 'dataCheck', value: asked.check }])
  const deskWork = [...makeDeskWork(chance, sample, requests, now), ...makeRefusals(chance, sample, requests, now)]
  if (deskWork.length > 0) batches.push(deskWork)
  return { batches, firstVersions: requests.flatMap((one) => firstVersionOf(sample, first, one)) }
}

function settingUp({ settings, device, operators, organisations }: SampleCentre): Write[] {
  return [
    { entity: 'centreSettings', value: settings },
    { entity: 'device', value: device },
    ...operators.map((value): Write => ({ entity: 'operator', value })),
    { entity: 'organisation', value: organisations.paying },
    { entity: 'organisation', value: organisations.onAccount },
  ]
}

/** Seats are those taken and some to spare, so that any number of requests keeps full what should be full. */
function offeringsOf(sample: SampleCentre, session: SampleSession, requests: readonly SampleRequest[]): Write[] {
  const used = countSeats(requests.flatMap(({ entries }) => entries))
  return sample.offerings.flatMap((plan): Write[] => {
    const id = offeringId(sample, session, plan.key)
    const offering: Offering = {
      id,
      sessionId: session.id,
      examId: examId(session.id, plan.exam),
      softwareIds: [...plan.software],
      seats: requests.length > 0 ? (used.get(id) ?? 0) + plan.spare : SEATS_LATER,
      open: plan.open ?? true,
    }
    const sittingOf = (
      { day, startsAt, room }: Pick<OfferingPlan, 'day' | 'startsAt' | 'room'>,
      cancelled: boolean,
    ): Sitting => ({
      id: `${id}-${cancelled ? 'called-off' : 'sitting'}`,
      sessionId: session.id,
      offeringId: id,
      heldOn: session.dates[day] ?? session.startsOn,
      startsAtLocal: startsAt,
      room,
      cancelled,
    })
    const sittings = [sittingOf(plan, false), ...(plan.calledOff ? [sittingOf(plan.calledOff, true)] : [])]
    return [{ entity: 'offering', value: offering }, ...sittings.map((value): Write => ({ entity: 'sitting', value }))]
  })
}

function rowsOf({ plan, candidate, request, entries }: SampleRequest): Write[] {
  const rows: Write[] = [
    { entity: 'request', value: request },
    ...entries.map((value): Write => ({ entity: 'entry', value })),
  ]
  return plan.sameCandidate ? rows : [{ entity: 'candidate', value: candidate }, ...rows]
}
