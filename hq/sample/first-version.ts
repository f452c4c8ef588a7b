import type { Candidate, Request } from '../../domain/candidate.ts'
import type { Entry } from '../../domain/entry.ts'
import type { SampleCentre } from './centres.ts'
import { offeringId, type SampleRequest } from './requests.ts'
import type { SampleSession } from './sessions.ts'

/** A request as it was sent, before its candidate changed it. */
export type FirstVersion = { candidate: Candidate; request: Request; entries: Entry[] }

/** Of a request whose plan says what it was changed from; none of the others. */
export function firstVersionOf(
  sample: SampleCentre,
  session: SampleSession,
  { plan: { modifiedFrom }, candidate, request, entries: [first, ...others] }: SampleRequest,
): FirstVersion[] {
  if (!modifiedFrom || !first) return []
  const asked = { ...first, offeringId: offeringId(sample, session, modifiedFrom.offering) }
  return [
    {
      candidate: { ...candidate, phone: modifiedFrom.phone },
      request: { ...request, version: 1, changes: [] },
      entries: [asked, ...others],
    },
  ]
}
