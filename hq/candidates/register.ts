import type { RegisterAnswer, RegisterBody } from '../../contract/candidate-pages.ts'
import { spokenName } from '../../domain/candidate.ts'
import { uuidV7 } from '../../domain/ids.ts'
import { addressKey, type BirthPlace } from '../../domain/registration.ts'
import { addSeconds, type Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import type { SubmittedForm } from '../db/schema.ts'
import { ChangedMeanwhile, inTransaction } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import { isJustMailed } from '../mail/just-mailed.ts'
import { PAGES } from '../mail/page-paths.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { mustBeKeyOf } from '../nir-key.ts'
import type { PageRefusal } from '../page-error.ts'
import { CONFIRM_SECONDS, issueLink } from './account-links.ts'
import { refusalOfChoices } from './check-choices.ts'
import { communeOf } from './communes.ts'
import { lockAddress } from './lock-address.ts'
import { hashPassword } from './password-hash.ts'
import { recordOfForm, withoutSecrets } from './record-of-form.ts'
import { unlessNirKeyDiffers } from './unless-nir-key-differs.ts'

/** Of one address, in 48 hours: each is a mail to somebody who may have asked for nothing. */
const MOST_WAITING = 5

type Needed = Pick<Hq, 'db' | 'clock' | 'random' | 'nirKey' | 'reportBug'>

/**
 * Keeps a first request until its address is confirmed, and mails the link; no centre sees anything of it. Answered alike whether or not
 * the address has an account: its owner is told by mail. Sent twice with one `attempt`, it is one. Other forms that wait at the address
 * go on waiting, each with its own password and link: whoever types an address last does not own it. A sixth is answered and not kept.
 * Refuses what `refusalOfChoices` does, a commune of birth that does not exist, a NIR that HQ does not ask for, and nir-unavailable (`unlessNirKeyDiffers`):
 * nothing is kept then.
 */
export async function register(hq: Needed, body: RegisterBody): Promise<RegisterAnswer | PageRefusal> {
  const receivedAt = hq.clock.now()
  const sentBefore = await receivedBefore(hq.db, body.attempt)
  if (sentBefore !== null) return answerTo(sentBefore)
  const refusal = await refusalOfChoices(hq.db, body, receivedAt)
  if (refusal) return refusal
  if (body.identity.bornOn >= receivedAt.slice(0, 10)) return { refused: 'bad-request', detail: '/identity/bornOn' }
  const birthPlace = await officialPlace(body.identity.birthPlace)
  if (!birthPlace) return { refused: 'bad-request', detail: '/identity/birthPlace/communeCode' }
  // Never dropped in silence: whoever gave it believes that it is kept.
  if (body.nir !== null && !hq.nirKey) return { refused: 'bad-request', detail: '/nir' }
  const nirSealed =
    body.nir === null ? null : (hq.nirKey?.seal(body.nir, { table: 'submission', id: body.attempt }) ?? null)
  const form = { ...withoutSecrets(body), identity: { ...body.identity, birthPlace } }
  // Before anything is known of the address, so that it takes as long for one that has an account.
  const passwordHash = await hashPassword(body.password, hq.random)
  return unlessNirKeyDiffers(hq, () =>
    keepOnce(hq, { attempt: body.attempt, form, passwordHash, nirSealed, receivedAt }),
  )
}

function keepOnce(hq: Needed, received: Received): Promise<RegisterAnswer> {
  const { attempt, form, nirSealed, receivedAt } = received
  return inTransaction(hq.db, async (tx) => {
    await lockAddress(tx, form.contact.email)
    const meanwhile = await receivedBefore(tx, attempt)
    if (meanwhile !== null) return answerTo(meanwhile)
    if (hq.nirKey && nirSealed !== null) await mustBeKeyOf(tx, hq.nirKey)
    await keepForm(tx, hq, received)
    return answerTo(receivedAt)
  })
}

/** Born in France: the commune's official name, whatever was typed; null when there is no such commune. */
async function officialPlace(place: BirthPlace): Promise<BirthPlace | null> {
  if (place.kind === 'abroad') return place
  const commune = await communeOf(place.communeCode)
  return commune && { ...place, town: commune.name }
}

function answerTo(receivedAt: Instant): RegisterAnswer {
  return { confirmBefore: addSeconds(receivedAt, CONFIRM_SECONDS) }
}

async function receivedBefore(db: Hq['db'] | Tx, attempt: string): Promise<Instant | null> {
  const found = await db.selectFrom('submission').select('receivedAt').where('id', '=', attempt).executeTakeFirst()
  return found?.receivedAt ?? null
}

type Received = {
  attempt: string
  form: SubmittedForm
  passwordHash: string
  nirSealed: string | null
  receivedAt: Instant
}

async function keepForm(tx: Tx, hq: Needed, received: Received): Promise<void> {
  const { attempt, form, passwordHash, nirSealed, receivedAt } = received
  const { email } = form.contact
  const name = spokenName(recordOfForm('', form, null))
  const kept = { email, emailKey: addressKey(email), createdAt: receivedAt }
  if (await tooManyWait(tx, kept.emailKey, receivedAt)) return
  // It is nobody's until its address is confirmed: kept as long as its last form waits.
  const account = await tx
    .insertInto('account')
    .values({ id: uuidV7(receivedAt, hq.random(16)), ...kept, confirmedAt: null })
    .onConflict((conflict) => conflict.column('emailKey').doUpdateSet(kept).where('account.confirmedAt', 'is', null))
    .returning('id')
    .executeTakeFirst()
  const known = account ? null : await accountAt(tx, kept.emailKey)
  const accountId = account?.id ?? known?.id
  if (accountId === undefined) throw new Error('An address is either new or known')
  const submission = await tx
    .insertInto('submission')
    .values({
      ...{ id: attempt, accountId, receivedAt, blockedFor: null, requestId: null },
      form: account ? JSON.stringify(form) : null,
      passwordHash: account ? passwordHash : null,
      nirSealed: account ? nirSealed : null,
      status: account ? 'waiting' : 'known',
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  // Sent at this very moment under another address.
  if (!submission) throw new ChangedMeanwhile()
  if (known) {
    const mail = { name: 'address-known', recipient: known.email } as const
    if (await isJustMailed(tx, receivedAt, mail)) return
    const data = { name: known.name, signInLink: PAGES.signIn, recoverLink: PAGES.recover }
    await queueMail(tx, hq, { ...mail, data })
  } else {
    const expiresAt = addSeconds(receivedAt, CONFIRM_SECONDS)
    const secret = await issueLink(tx, hq, { accountId, purpose: 'confirm', submissionId: submission.id, expiresAt })
    const data = { name, link: PAGES.confirm(secret), confirmBefore: expiresAt }
    await queueMail(tx, hq, { name: 'confirm-address', data, recipient: email, accountId })
  }
}

/** Asked with the address locked. */
async function tooManyWait(tx: Tx, emailKey: string, at: Instant): Promise<boolean> {
  const waiting = await tx
    .selectFrom('submission')
    .innerJoin('account', 'account.id', 'submission.accountId')
    .select('submission.id')
    .where('account.emailKey', '=', emailKey)
    .where('submission.status', '=', 'waiting')
    .where('submission.receivedAt', '>', addSeconds(at, -CONFIRM_SECONDS))
    .limit(MOST_WAITING)
    .execute()
  return waiting.length === MOST_WAITING
}

async function accountAt(tx: Tx, emailKey: string) {
  const account = await tx
    .selectFrom('account')
    .select(['id', 'email', 'candidateId'])
    .where('emailKey', '=', emailKey)
    .executeTakeFirst()
  // Left by its owner since it was looked at: it is free by now.
  if (!account) throw new ChangedMeanwhile()
  const { id, email, candidateId } = account
  const candidate = await tx
    .selectFrom('candidate')
    .select(['birthName', 'usageName', 'firstNames'])
    .where('id', '=', candidateId)
    .executeTakeFirst()
  // The name that the account has, never the one just typed: whoever typed it does not choose what the owner reads.
  return { id, email, name: candidate ? spokenName(candidate) : email }
}
