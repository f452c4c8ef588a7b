import type { Candidate, Request } from '../../domain/candidate.ts'
import type { Offering } from '../../domain/catalogue.ts'
import type { Entry } from '../../domain/entry.ts'
import { personKey } from '../../domain/registration.ts'
import { lockEntries, lockOfferings } from '../commands/lock-entries.ts'
import type { Tx } from '../db/open.ts'
import { ChangedMeanwhile } from '../db/transaction.ts'
import { lockCandidate } from './lock-candidate.ts'
import { type PlacedRequest, requestsAhead } from './requests-ahead.ts'
import { lockPerson } from './same-person.ts'

/** `beside`: the candidate's other requests, of sessions that are not over. */
export type LockedRequest = {
  centreId: string
  candidate: Candidate
  request: Request
  entries: Entry[]
  /** Of those named, the ones that this centre has. */
  offerings: Offering[]
  beside: PlacedRequest[]
}

type Asked = { candidateId: string; requestId: string; offeringIds: readonly string[]; at: string }

/**
 * Locks, in the order of all who do, the person, their record, the offerings named, the request's entries, and their requests.
 * Null when this candidate has no such request of a session that is not over.
 * @throws ChangedMeanwhile when the person was corrected while their lock was waited for: it is the lock of who they were
 */
export async function lockRequest(
  tx: Tx,
  { candidateId, requestId, offeringIds, at }: Asked,
): Promise<LockedRequest | null> {
  const asked = await tx
    .selectFrom('request')
    .innerJoin('candidate', 'candidate.id', 'request.candidateId')
    .select(['request.centreId', 'candidate.id', 'birthName', 'firstNames', 'bornOn'])
    .where('request.id', '=', requestId)
    .where('request.candidateId', '=', candidateId)
    .executeTakeFirst()
  if (!asked) return null
  const { centreId } = asked
  await lockPerson(tx, asked)
  const candidate = await lockCandidate(tx, candidateId)
  if (!candidate || personKey(candidate) !== personKey(asked)) throw new ChangedMeanwhile()
  const offerings = await lockOfferings(tx, centreId, offeringIds)
  const entries = await lockEntries(tx, centreId, await entryIdsOf(tx, centreId, requestId))
  const ahead = await requestsAhead(tx, candidateId, at)
  const here = ahead.find((one) => one.centreId === centreId && one.request.id === requestId)
  if (!here) return null
  const beside = ahead.filter((one) => one !== here)
  return { centreId, candidate, request: here.request, entries, offerings, beside }
}

async function entryIdsOf(tx: Tx, centreId: string, requestId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('entry')
    .select('id')
    .where('centreId', '=', centreId)
    .where('requestId', '=', requestId)
    .execute()
  return rows.map(({ id }) => id)
}
