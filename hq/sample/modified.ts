import type { Candidate, RequestChange } from '../../domain/candidate.ts'
import { addSeconds, type Instant } from '../../domain/time.ts'
import { wordsOfChange } from '../../text/changes-of-request.ts'
import { examId, SOFTWARE } from './catalogue.ts'
import type { SampleCentre } from './centres.ts'
import type { RequestPlan } from './plan.ts'
import type { SampleSession } from './sessions.ts'

/** How long after it was sent a request was changed, in seconds; never in the future. */
const LATER = 5400

type Of = { plan: RequestPlan; candidate: Candidate; receivedAt: Instant; now: Instant }

/** What the candidate of a plan changed since: the software of its exam, and the telephone. */
export function changesOfPlan(
  { offerings }: SampleCentre,
  session: SampleSession,
  { plan: { wants, modifiedFrom }, candidate, receivedAt, now }: Of,
): RequestChange[] {
  const [key] = wants
  const exam = offerings.find((offering) => offering.key === key)?.exam
  if (!modifiedFrom || !key || !exam) return []
  const at = [addSeconds(receivedAt, LATER), now].toSorted()[0] ?? now
  const softwareOf = (offering: string) =>
    (offerings.find((one) => one.key === offering)?.software ?? []).map(
      (id) => SOFTWARE.find((one) => one.id === id)?.name ?? id,
    )
  const software = { what: 'software', examId: examId(session.id, exam), before: modifiedFrom.offering, after: key }
  return [
    wordsOfChange({ ...software, what: 'software' }, softwareOf),
    wordsOfChange({ what: 'phone', before: modifiedFrom.phone, after: candidate.phone }, softwareOf),
  ].map((change) => ({ version: 2, at, ...change }))
}
