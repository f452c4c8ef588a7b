import type { DuplicateRecord } from '../../contract/staff-pages.ts'
import type { Instant } from '../../domain/time.ts'
import type { HqDatabase, Tx } from '../db/open.ts'

/** Records of candidates as staff compare them, by id, each with its requests in every centre. */
export async function readRecords(
  db: HqDatabase | Tx,
  candidateIds: readonly string[],
): Promise<Map<string, DuplicateRecord>> {
  if (candidateIds.length === 0) return new Map()
  const candidates = await db
    .selectFrom('candidate')
    .leftJoin('account', 'account.candidateId', 'candidate.id')
    .select(['candidate.id as candidateId', 'birthName', 'usageName', 'firstNames', 'sex', 'bornOn'])
    .select(['birthPlace', 'birthCountry', 'nuc', 'candidate.email', 'candidate.phone'])
    .select(['account.id as accountId', 'account.confirmedAt'])
    .where('candidate.id', 'in', candidateIds)
    .execute()
  const requests = await requestsOf(db, candidateIds)
  return new Map(
    candidates.map(({ accountId, confirmedAt, ...identity }) => {
      const own = requests.get(identity.candidateId) ?? []
      const heardOf = [confirmedAt, ...own.map(({ receivedAt }) => receivedAt)].filter((at) => at !== null)
      const record = {
        ...{ ...identity, hasAccount: accountId !== null, requests: own },
        knownSince: heardOf.sort()[0] ?? null,
      }
      return [identity.candidateId, record]
    }),
  )
}

/** The record that HQ heard of first, then the other. */
export function olderFirst<R extends { candidateId: string; knownSince: Instant | null }>(records: readonly R[]): R[] {
  const key = ({ knownSince, candidateId }: R) => `${knownSince ?? '9'} ${candidateId}`
  return records.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

async function requestsOf(db: HqDatabase | Tx, candidateIds: readonly string[]) {
  const requests = await db
    .selectFrom('request')
    .innerJoin('centre', 'centre.id', 'request.centreId')
    .innerJoin('examSession', 'examSession.id', 'request.sessionId')
    .select(['request.id', 'request.centreId', 'request.candidateId', 'request.receivedAt'])
    .select(['examSession.label as sessionLabel', 'centre.name as centreName', 'centre.town'])
    .select('centre.phone as centrePhone')
    .where('request.candidateId', 'in', candidateIds)
    .orderBy('request.receivedAt')
    .execute()
  const entries = await db
    .selectFrom('entry')
    .innerJoin('exam', 'exam.id', 'entry.examId')
    .select(['entry.centreId', 'entry.requestId', 'exam.code as examCode', 'entry.status'])
    .where('entry.candidateId', 'in', candidateIds)
    .orderBy('exam.code')
    .execute()
  const found = requests.map(({ candidateId, centreId, ...request }) => {
    const own = entries.filter((entry) => entry.requestId === request.id && entry.centreId === centreId)
    return { candidateId, ...request, entries: own.map(({ examCode, status }) => ({ examCode, status })) }
  })
  return Map.groupBy(found, ({ candidateId }) => candidateId)
}
