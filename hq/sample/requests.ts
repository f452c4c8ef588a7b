import type { Candidate, Request } from '../../domain/candidate.ts'
import { workingCalendar } from '../../domain/catalogue.ts'
import type { Entry } from '../../domain/entry.ts'
import { uuidV7 } from '../../domain/ids.ts'
import { addSeconds, type Instant, toLocalDate } from '../../domain/time.ts'
import { type CentreDays, daysAgo, deadlineFrom, localDateOf, nextWorkingMoment, prevalidationFor } from './calendar.ts'
import { examId, FEE } from './catalogue.ts'
import type { SampleCentre } from './centres.ts'
import type { Chance } from './chance.ts'
import { changesOfPlan } from './modified.ts'
import { makeCandidate, makePeople } from './people.ts'
import type { RequestPlan } from './plan.ts'
import type { SampleSession } from './sessions.ts'

export type SampleRequest = { plan: RequestPlan; candidate: Candidate; request: Request; entries: Entry[] }

export function offeringId({ centre }: SampleCentre, session: SampleSession, key: string): string {
  return `${centre.id}-${session.id}-${key}`
}

export function centreDays({ centre, settings }: SampleCentre, now: Instant): CentreDays {
  const { timeZone } = centre
  const calendar = workingCalendar(centre, settings)
  return { now, today: toLocalDate(now, timeZone), timeZone, calendar, reading: settings.deadlineReading }
}

/** The requests of a centre for a session, one a plan, the plans taken again from the first as often as needed. */
export function makeRequests(
  chance: Chance,
  sample: SampleCentre,
  session: SampleSession,
  now: Instant,
  count: number,
): SampleRequest[] {
  const days = centreDays(sample, now)
  const people = makePeople(chance, sample.people, count)
  const made: SampleRequest[] = []
  for (let index = 0; index < count; index++) {
    const plan = sample.requests[index % sample.requests.length]
    const somebody = people[index]
    if (!plan || !somebody) throw new RangeError('A plan and a person a request')
    const moments = momentsOf(chance, days, plan)
    const known = plan.sameCandidate ? made.at(-1)?.candidate : undefined
    const hasNumber = plan.status !== 'requested' || chance.int(1, 4) === 1
    const nuc = hasNumber ? `CA${(sample.people === 'tahiti' ? 16_000 : 21_000) + index * 7}` : null
    const { receivedAt: at } = moments
    const record = known ?? makeCandidate(chance, somebody, { at, today: days.today, place: sample.people, nuc })
    const candidate = plan.account && index < sample.requests.length ? { ...record, email: plan.account } : record
    const request = makeRequest(chance, sample, session, { plan, candidate, receivedAt: moments.receivedAt, now })
    made.push({
      plan,
      candidate,
      request,
      entries: plan.wants.map((key) => makeEntry(chance, sample, session, { plan, request, key, moments, days })),
    })
  }
  return made
}

const DAYS_SINCE_SENT_TOGETHER = 20

type Moments = { receivedAt: Instant; prevalidatedAt: Instant | null; confirmedAt: Instant | null }

function momentsOf(chance: Chance, days: CentreDays, { status, deadline, payer }: RequestPlan): Moments {
  const clockTime = (from: number, to: number) =>
    `${String(chance.int(from, to)).padStart(2, '0')}:${String(chance.int(0, 59)).padStart(2, '0')}`
  if (status === 'requested')
    return { receivedAt: daysAgo(days, chance.int(0, 9), clockTime(6, 22)), prevalidatedAt: null, confirmedAt: null }
  if (status === 'prevalidated') {
    const prevalidatedAt = prevalidationFor(days, deadline ?? 'later', clockTime(8, 9))
    return { receivedAt: addSeconds(prevalidatedAt, -3600 * chance.int(10, 70)), prevalidatedAt, confirmedAt: null }
  }
  // An organisation sends its people on one day and pays for them all at once: they are confirmed together.
  const together = payer === 'organisation'
  const ago = chance.int(16, 45)
  const receivedAt = daysAgo(days, together ? DAYS_SINCE_SENT_TOGETHER : ago, clockTime(6, 22))
  if (status === 'refused' || status === 'withdrawn') return { receivedAt, prevalidatedAt: null, confirmedAt: null }
  const prevalidatedAt = nextWorkingMoment(days, localDateOf(days, receivedAt), clockTime(8, 11))
  if (status === 'lapsed') return { receivedAt, prevalidatedAt, confirmedAt: null }
  const paidTime = clockTime(14, 17)
  const confirmedAt = nextWorkingMoment(days, localDateOf(days, prevalidatedAt), together ? '15:00' : paidTime)
  return { receivedAt, prevalidatedAt, confirmedAt }
}

type RequestOf = { plan: RequestPlan; candidate: Candidate; receivedAt: Instant; now: Instant }

function makeRequest(
  chance: Chance,
  sample: SampleCentre,
  session: SampleSession,
  { plan, candidate, receivedAt, now }: RequestOf,
): Request {
  const changes = changesOfPlan(sample, session, { plan, candidate, receivedAt, now })
  const { paying, onAccount } = sample.organisations
  return {
    id: uuidV7(receivedAt, chance.bytes(16)),
    sessionId: session.id,
    candidateId: candidate.id,
    version: changes.at(-1)?.version ?? 1,
    receivedAt,
    emailConfirmedAt: addSeconds(receivedAt, -chance.int(60, 3600)),
    organisationId: plan.payer === 'organisation' ? paying.id : plan.payer === 'account' ? onAccount.id : null,
    note: plan.note ?? null,
    changes,
    dataCheckedAt: null,
  }
}

type EntryOf = { plan: RequestPlan; request: Request; key: string | null; moments: Moments; days: CentreDays }

function makeEntry(
  chance: Chance,
  sample: SampleCentre,
  session: SampleSession,
  { plan, request, key, moments, days }: EntryOf,
): Entry {
  const { currency } = sample.centre
  const exam = sample.offerings.find((offering) => offering.key === key)?.exam ?? 'ASCA-E1'
  const deadline = moments.prevalidatedAt === null ? null : deadlineFrom(days, moments.prevalidatedAt)
  return {
    id: uuidV7(request.receivedAt, chance.bytes(16)),
    requestId: request.id,
    candidateId: request.candidateId,
    sessionId: session.id,
    examId: examId(session.id, exam),
    offeringId: key === null ? null : offeringId(sample, session, key),
    status: plan.status,
    feeAmount: FEE[currency],
    currency,
    refusal: plan.refusal ?? null,
    prevalidatedAt: moments.prevalidatedAt,
    deadlineOn: deadline?.on ?? null,
    deadlineAt: deadline?.at ?? null,
    confirmedAt: moments.confirmedAt,
    carriedFrom: null,
    proposedOfferingId: null,
    agreement: null,
    chequeAnnouncedAt: null,
  }
}
