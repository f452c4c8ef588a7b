import type { ConfirmAnswer } from '../../contract/candidate-pages.ts'
import type { Candidate } from '../../domain/candidate.ts'
import { uuidV7 } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import { noteOfRequest } from '../../text/note-of-request.ts'
import type { Tx } from '../db/open.ts'
import { putRows } from '../db/rows.ts'
import type { SubmittedForm } from '../db/schema.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import type { PageRefusal } from '../page-error.ts'
import { followLink } from './account-links.ts'
import { mailBlocked } from './mail-blocked.ts'
import { recordOfForm } from './record-of-form.ts'
import { liveTrouble, lockPerson, noteDuplicates, othersLike } from './same-person.ts'
import { sendRequest } from './send-request.ts'

type Needed = Pick<Hq, 'db' | 'clock' | 'random'>

/**
 * Confirms an address: the account may sign in, the candidate has a record, and the request goes to the centre, all in one transaction;
 * unless the same person is live elsewhere, in which case HQ's staff are told and the centre sees nothing.
 * Refuses: link-expired, link-used.
 */
export async function confirmAddress(hq: Needed, secret: string): Promise<ConfirmAnswer | PageRefusal> {
  return inTransaction(hq.db, async (tx) => {
    const at = hq.clock.now()
    const followed = await followLink(tx, secret, 'confirm', at)
    if ('refused' in followed) return followed
    const { submissionId, account } = followed
    const submission = await tx
      .selectFrom('submission')
      .select(['id', 'form', 'receivedAt'])
      .where('id', '=', submissionId)
      .where('status', '=', 'waiting')
      .executeTakeFirst()
    // A confirmed account has one confirmed submission: its other links went with their forms.
    if (!submission?.form || account.candidateId !== null) return { refused: 'link-used' }
    const { form } = submission
    const candidate = recordOfForm(uuidV7(at, hq.random(16)), form)
    await lockPerson(tx, candidate)
    const trouble = await liveTrouble(tx, candidate, form)
    const others = await othersLike(tx, candidate)
    await keepRecord(tx, candidate, form, submission.receivedAt)
    await noteDuplicates(tx, hq, candidate.id, { others, blocked: trouble !== null })
    await tx
      .updateTable('account')
      .set({ confirmedAt: at, candidateId: candidate.id })
      .where('id', '=', account.id)
      .execute()
    const blocked = trouble?.why ?? null
    const requestId = blocked ? null : uuidV7(at, hq.random(16))
    await tx
      .updateTable('submission')
      .set({ status: blocked ? 'blocked' : 'sent', blockedFor: blocked, requestId, form: null })
      .where('id', '=', submission.id)
      .execute()
    const note = noteOfRequest(form.situation, form.funding)
    if (blocked) await mailBlocked(tx, hq, { candidate, sessionId: form.sessionId, why: blocked })
    if (requestId)
      await sendRequest(tx, hq, {
        ...{ requestId, candidate, asked: form, note, receivedAt: submission.receivedAt, emailConfirmedAt: at },
      })
    return { blocked }
  })
}

/** HQ's own record, which no centre sees before one of its requests, and what only HQ keeps. */
async function keepRecord(tx: Tx, candidate: Candidate, form: SubmittedForm, informedAt: Instant): Promise<void> {
  await putRows(tx, null, [{ entity: 'candidate', value: candidate }])
  const { birthPlace, nationality } = form.identity
  await tx
    .insertInto('candidateFile')
    .values({
      ...{ candidateId: candidate.id, birthPlace: JSON.stringify(birthPlace), nationality, informedAt },
      situation: JSON.stringify(form.situation),
      funding: JSON.stringify(form.funding),
    })
    .execute()
}
