import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { toUncheckedCandidates } from '../candidates/unchecked-candidates.ts'
import type { Tx } from '../db/open.ts'
import type { Loader } from './loader.ts'

/** Any number, the same for all instances: the first half of the advisory lock of what a centre asks about a session. */
const DATA_CHECK_LOCKS = 727_004

/** One such command of a centre and session at a time. Candidates are not locked: the mail to each looks at them again as it leaves. */
export const loadAskDataCheck: Loader<'data-check.ask'> = async (tx, centreId, { dataCheckId, sessionId }) => {
  await lockAsking(tx, centreId, sessionId)
  const session = await tx
    .selectFrom('examSession')
    .select(['id', 'label', 'startsOn', 'endsOn'])
    .where('id', '=', sessionId)
    .executeTakeFirst()
  const { timeZone } = await tx
    .selectFrom('centre')
    .select('timeZone')
    .where('id', '=', centreId)
    .executeTakeFirstOrThrow()
  const asked = await tx
    .selectFrom('dataCheck')
    .select((eb) => eb.fn.max<string | null>('askedAt').as('lastAskedAt'))
    .where('centreId', '=', centreId)
    .where('sessionId', '=', sessionId)
    .executeTakeFirstOrThrow()
  const sameId = await tx
    .selectFrom('dataCheck')
    .select('id')
    .where('centreId', '=', centreId)
    .where('id', '=', dataCheckId)
    .executeTakeFirst()
  const { unchecked } = await tx
    .selectFrom(toUncheckedCandidates(tx, { centreId, sessionId }).as('candidate'))
    .select((eb) => eb.fn.countAll<number>().as('unchecked'))
    .executeTakeFirstOrThrow()
  return {
    facts: { session: session ?? null, timeZone, unchecked, lastAskedAt: asked.lastAskedAt, isIdTaken: !!sameId },
    subject: { requestId: null, entryIds: [], paymentId: null },
  }
}

/** Two sessions of one hash only wait for each other. */
async function lockAsking(tx: Tx, centreId: string, sessionId: string): Promise<void> {
  const hash = createHash('sha256').update(`${centreId}\n${sessionId}`).digest().readInt32BE()
  await sql`select pg_advisory_xact_lock(${sql.lit(DATA_CHECK_LOCKS)}, ${sql.lit(hash)})`.execute(tx)
}
