import type { z } from 'zod'
import type { AskMoreBody, DoneAnswer } from '../../contract/candidate-pages.ts'
import { uuidV7 } from '../../domain/ids.ts'
import { toValue } from '../db/rows.ts'
import { ChangedMeanwhile, inTransaction } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import type { PageRefusal } from '../page-error.ts'
import { lockAccount } from './account-links.ts'
import type { SignedIn } from './account-sessions.ts'
import { refusalOfChoices } from './check-choices.ts'
import { mailBlocked } from './mail-blocked.ts'
import { liveTrouble, lockPerson, noteDuplicates } from './same-person.ts'
import { sendRequest } from './send-request.ts'

type Needed = Pick<Hq, 'db' | 'clock' | 'random'>
const DONE: DoneAnswer = { done: true }

/**
 * Another request of somebody signed in: sent to the centre at once, for the address is confirmed. One `attempt` is one request: once
 * it was sent it is answered alike; until then it is looked at anew, since what stood in the way may have been changed.
 * Refuses what `refusalOfChoices` does, already-asked, live-elsewhere (HQ's staff are told when another record is the cause).
 */
export async function askMore(
  hq: Needed,
  { accountId, candidateId }: SignedIn,
  { attempt, ...asked }: z.infer<typeof AskMoreBody>,
): Promise<DoneAnswer | PageRefusal> {
  return inTransaction(hq.db, async (tx) => {
    const account = await lockAccount(tx, accountId)
    const before = await tx.selectFrom('submission').selectAll().where('id', '=', attempt).executeTakeFirst()
    if (before && (before.accountId !== accountId || before.status === 'modified'))
      return { refused: 'bad-request', detail: '/attempt' }
    if (before?.status === 'sent') return DONE
    const at = hq.clock.now()
    const refusal = await refusalOfChoices(tx, asked, at)
    if (refusal) return refusal
    const row = await tx.selectFrom('candidate').selectAll().where('id', '=', candidateId).executeTakeFirstOrThrow()
    const candidate = toValue('candidate', row)
    await lockPerson(tx, candidate)
    const trouble = await liveTrouble(tx, candidate, asked)
    const requestId = trouble ? null : uuidV7(at, hq.random(16))
    const outcome = {
      ...({ status: trouble ? 'blocked' : 'sent', blockedFor: trouble?.why ?? null, requestId } as const),
      receivedAt: at,
    }
    const kept = await tx
      .insertInto('submission')
      .values({ id: attempt, accountId, form: null, ...outcome })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(outcome).where('submission.accountId', '=', accountId),
      )
      .returning('id')
      .executeTakeFirst()
    if (!kept) throw new ChangedMeanwhile()
    if (trouble) {
      await noteDuplicates(tx, hq, candidateId, { others: trouble.others, stopped: asked })
      // What was refused is looked at again, for it may have been mended; it is mailed once.
      if (!before) await mailBlocked(tx, hq, { candidate, sessionId: asked.sessionId, why: trouble.why })
      return { refused: trouble.why }
    }
    if (requestId) {
      const emailConfirmedAt = account?.confirmedAt ?? at
      await sendRequest(tx, hq, { requestId, candidate, asked, note: null, receivedAt: at, emailConfirmedAt })
    }
    return DONE
  })
}
