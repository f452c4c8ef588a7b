import { toUncheckedCandidates } from '../candidates/unchecked-candidates.ts'
import { lockByText } from '../db/lock-by-text.ts'
import type { Loader } from './loader.ts'

/** One such command of a centre and session at a time. Candidates are not locked: the mail to each looks at them again as it leaves. */
export const loadAskDataCheck: Loader<'data-check.ask'> = async (tx, centreId, { dataCheckId, sessionId }) => {
  await lockByText(tx, 'dataCheck', [`${centreId}\n${sessionId}`])
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
