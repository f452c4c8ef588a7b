import type { StoppedRequest } from '../../contract/staff-pages.ts'
import type { HqDatabase, Tx } from '../db/open.ts'

/** The requests that cases stopped, by case: the last one of each of its two records. */
export async function readStopped(
  db: HqDatabase | Tx,
  caseIds: readonly string[],
): Promise<Map<string, StoppedRequest[]>> {
  if (caseIds.length === 0) return new Map()
  const blocks = await db
    .selectFrom('duplicateBlock')
    .leftJoin('examSession', 'examSession.id', 'duplicateBlock.sessionId')
    .leftJoin('centre', 'centre.id', 'duplicateBlock.centreId')
    .select(['duplicateBlock.caseId', 'duplicateBlock.candidateId', 'duplicateBlock.blockedAt', 'examCodes'])
    .select(['examSession.label as sessionLabel', 'centre.name as centreName', 'centre.town', 'centre.phone'])
    .where('duplicateBlock.caseId', 'in', caseIds)
    .orderBy('duplicateBlock.blockedAt')
    .orderBy('duplicateBlock.candidateId')
    .execute()
  return new Map(
    [...Map.groupBy(blocks, ({ caseId }) => caseId)].map(([caseId, own]) => [
      caseId,
      own.map(({ candidateId, blockedAt: at, sessionLabel, centreName, town, phone, examCodes }) => ({
        ...{ candidateId, at },
        asked:
          sessionLabel === null || centreName === null || town === null
            ? null
            : { sessionLabel, centreName, town, centrePhone: phone, examCodes: examCodes ?? [] },
      })),
    ]),
  )
}
