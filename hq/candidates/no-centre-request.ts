import type { z } from 'zod'
import type { NoCentreRequest } from '../../contract/candidate-pages.ts'
import { uuidV7 } from '../../domain/ids.ts'
import type { Hq } from '../hq.ts'
import type { PageRefusal } from '../page-error.ts'

/** Keeps for HQ's staff what somebody looked for in vain. Refuses: not-found, for a session or an exam that is not known. */
export async function keepNoCentreRequest(
  { db, clock, random }: Pick<Hq, 'db' | 'clock' | 'random'>,
  { sessionId, examIds, department, email, message }: z.infer<typeof NoCentreRequest>,
): Promise<object | PageRefusal> {
  const wanted = [...new Set(examIds)]
  const known = await db
    .selectFrom('exam')
    .select('id')
    .where('sessionId', '=', sessionId)
    .where('id', 'in', wanted)
    .execute()
  if (known.length < wanted.length) return { refused: 'not-found' }
  const receivedAt = clock.now()
  await db
    .insertInto('noCentreRequest')
    .values({
      ...{ id: uuidV7(receivedAt, random(16)), sessionId, examIds: JSON.stringify(wanted), department },
      ...{ email, message, receivedAt },
    })
    .execute()
  return {}
}
