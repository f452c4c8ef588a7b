import type { Candidate, Request } from '../../domain/candidate.ts'
import type { Entry } from '../../domain/entry.ts'
import type { ModificationFacts } from '../../domain/modification.ts'
import { lockEntries, lockOfferings } from '../commands/lock-entries.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import { type PlacedRequest, requestsAhead } from './requests-ahead.ts'
import { lockPerson } from './same-person.ts'

/** A request with all that its modification is judged by. `beside`: the candidate's other requests, of sessions that are not over. */
export type ToModify = Omit<ModificationFacts, 'contact' | 'entries'> & {
  centreId: string
  candidate: Candidate
  request: Request
  entries: Entry[]
  beside: PlacedRequest[]
}

type Asked = { candidateId: string; requestId: string; offeringIds: readonly string[]; at: string }

/**
 * Locks, in the order of all who do, the person, their record, the offerings asked for, the request's entries, and their requests.
 * Null when this candidate has no such request ahead, or HQ no form of theirs.
 */
export async function lockModifiable(
  tx: Tx,
  { candidateId, requestId, offeringIds, at }: Asked,
): Promise<ToModify | null> {
  const asked = await tx
    .selectFrom('request')
    .innerJoin('candidate', 'candidate.id', 'request.candidateId')
    .select(['request.centreId', 'request.sessionId', 'candidate.id', 'birthName', 'firstNames', 'bornOn'])
    .where('request.id', '=', requestId)
    .where('request.candidateId', '=', candidateId)
    .executeTakeFirst()
  if (!asked) return null
  const { centreId, sessionId } = asked
  await lockPerson(tx, asked)
  const row = await tx
    .selectFrom('candidate')
    .selectAll()
    .where('id', '=', candidateId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  const offerings = await lockOfferings(tx, centreId, offeringIds)
  const entries = await lockEntries(tx, centreId, await entryIdsOf(tx, centreId, requestId))
  const ahead = await requestsAhead(tx, candidateId, at)
  const here = ahead.find((one) => one.centreId === centreId && one.request.id === requestId)
  const file = await tx
    .selectFrom('candidateFile')
    .select(['situation', 'funding'])
    .where('candidateId', '=', candidateId)
    .executeTakeFirst()
  if (!here || !file) return null
  const exams = await tx.selectFrom('exam').selectAll().where('sessionId', '=', sessionId).execute()
  return {
    ...{ centreId, candidate: toValue('candidate', row), request: here.request, entries, exams, offerings },
    ...{ situation: file.situation, funding: file.funding, beside: ahead.filter((one) => one !== here) },
  }
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
