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
import { mustBeKeyOf } from '../nir-key.ts'
import type { PageRefusal } from '../page-error.ts'
import { openLink, spendLink } from './account-links.ts'
import { nirForFile, nirOfForm } from './kept-nir.ts'
import { mailBlocked } from './mail-blocked.ts'
import { isPassword } from './password-hash.ts'
import { recordOfForm } from './record-of-form.ts'
import { liveTrouble, lockPerson, noteDuplicates, othersLike } from './same-person.ts'
import { hashSecret } from './secret-text.ts'
import { sendRequest } from './send-request.ts'
import { unlessNirKeyDiffers } from './unless-nir-key-differs.ts'

type Needed = Pick<Hq, 'db' | 'clock' | 'random' | 'nirKey' | 'reportBug'>

/**
 * Confirms an address, by its link and the password of the form that the link is for, which becomes the account's. The account may sign
 * in, the candidate has a record, and the request goes to the centre, all in one transaction; unless the same person is live elsewhere,
 * in which case HQ's staff are told and the centre sees nothing. Other forms that waited at the address are erased.
 * As slow for a link that HQ does not know as for a wrong password.
 * Refuses: link-expired, link-used; wrong-login and nir-unavailable (`unlessNirKeyDiffers`), which leave the link and the form as they
 * were.
 */
export async function confirmAddress(
  hq: Needed,
  secret: string,
  password: string,
): Promise<ConfirmAnswer | PageRefusal> {
  // Before anything is locked: it takes its time.
  const fits = await isPassword(password, await hashBehind(hq, secret))
  return unlessNirKeyDiffers(hq, () => confirmOnce(hq, secret, fits))
}

function confirmOnce(hq: Needed, secret: string, fits: boolean): Promise<ConfirmAnswer | PageRefusal> {
  return inTransaction(hq.db, async (tx) => {
    const at = hq.clock.now()
    const link = await openLink(tx, secret, 'confirm', at)
    if ('refused' in link) return link
    const { submissionId, account } = link
    const submission = await tx
      .selectFrom('submission')
      .select(['id', 'form', 'passwordHash', 'nirSealed', 'receivedAt'])
      .where('id', '=', submissionId)
      .where('status', '=', 'waiting')
      .executeTakeFirst()
    if (!submission?.form || account.candidateId !== null) return { refused: 'link-used' }
    // A stranger may have typed this address: their form, and their password, are not its owner's to confirm by mistake.
    if (!fits) return { refused: 'wrong-login' }
    await spendLink(tx, link, at)
    const { form, passwordHash } = submission
    const nir = nirOfForm(hq.nirKey, submission)
    const candidate = recordOfForm(uuidV7(at, hq.random(16)), form, nir)
    if (hq.nirKey && nir !== null) await mustBeKeyOf(tx, hq.nirKey)
    const kept = nirForFile(hq.nirKey, nir, candidate.id)
    const person = { ...candidate, nirMark: kept.nirMark }
    await lockPerson(tx, person)
    const trouble = await liveTrouble(tx, person, form)
    const others = await othersLike(tx, person)
    await keepRecord(tx, candidate, form, { informedAt: submission.receivedAt, ...kept })
    await noteDuplicates(tx, hq, candidate.id, { others, stopped: trouble && form })
    await tx
      .updateTable('account')
      .set({ email: form.contact.email, passwordHash, confirmedAt: at, candidateId: candidate.id })
      .where('id', '=', account.id)
      .execute()
    const blocked = trouble?.why ?? null
    const requestId = blocked ? null : uuidV7(at, hq.random(16))
    await tx
      .updateTable('submission')
      .set({ status: blocked ? 'blocked' : 'sent', blockedFor: blocked, requestId, ...ERASED })
      .where('id', '=', submission.id)
      .execute()
    await dropOthers(tx, account.id, at)
    const note = noteOfRequest(form.situation, form.funding)
    if (blocked) await mailBlocked(tx, hq, { candidate, sessionId: form.sessionId, why: blocked })
    if (requestId)
      await sendRequest(tx, hq, {
        ...{ requestId, candidate, asked: form, note, receivedAt: submission.receivedAt, emailConfirmedAt: at },
      })
    return { blocked }
  })
}

/** A form that is of no more use. */
const ERASED = { form: null, passwordHash: null, nirSealed: null } as const

/** The hash of the password that the form behind a link was sent with; null when no form waits there. */
async function hashBehind({ db }: Needed, secret: string): Promise<string | null> {
  const found = await db
    .selectFrom('accountLink')
    .innerJoin('submission', 'submission.id', 'accountLink.submissionId')
    .select('submission.passwordHash')
    .where('accountLink.hash', '=', hashSecret(secret))
    .where('accountLink.purpose', '=', 'confirm')
    .executeTakeFirst()
  return found?.passwordHash ?? null
}

/** What else waited at the address is erased; its links stay known for a while, as used. */
async function dropOthers(tx: Tx, accountId: string, at: Instant): Promise<void> {
  await tx
    .updateTable('accountLink')
    .set({ usedAt: at, submissionId: null })
    .where('accountId', '=', accountId)
    .where('purpose', '=', 'confirm')
    .where('usedAt', 'is', null)
    .execute()
  await tx.deleteFrom('submission').where('accountId', '=', accountId).where('status', '=', 'waiting').execute()
}

/** HQ's own record, which no centre sees before one of its requests, and what only HQ keeps. */
async function keepRecord(
  tx: Tx,
  candidate: Candidate,
  form: SubmittedForm,
  more: { informedAt: Instant; nirSealed: string | null; nirMark: string | null },
): Promise<void> {
  await putRows(tx, null, [{ entity: 'candidate', value: candidate }])
  const { birthPlace, nationality } = form.identity
  await tx
    .insertInto('candidateFile')
    .values({
      ...{ candidateId: candidate.id, birthPlace: JSON.stringify(birthPlace), nationality, ...more },
      situation: JSON.stringify(form.situation),
      funding: JSON.stringify(form.funding),
    })
    .execute()
}
