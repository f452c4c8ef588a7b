import { spokenName } from '../../domain/candidate.ts'
import { uuidV7 } from '../../domain/ids.ts'
import { addressKey } from '../../domain/registration.ts'
import { addSeconds, type Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import { ChangedMeanwhile, inTransaction } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import { isJustMailed } from '../mail/just-mailed.ts'
import { PAGES } from '../mail/page-paths.ts'
import { queueMail } from '../mail/queue-mail.ts'
import type { PageRefusal } from '../page-error.ts'
import { CONFIRM_SECONDS } from './account-links.ts'
import type { SignedIn } from './account-sessions.ts'
import { askPassword, lockWithPassword } from './ask-password.ts'
import { isUsedByAnother, lockAddress } from './lock-address.ts'
import { lockCandidate } from './lock-candidate.ts'
import { drawSecret } from './secret-text.ts'

/** Of one account, in a day: each is a mail to an address that may be anybody's. */
const MOST_ASKED = 5
const DAY_SECONDS = 24 * 3600

type Needed = Pick<Hq, 'db' | 'clock' | 'random'>

/**
 * Asks for another address: a link is mailed to it, and the old one is told, with a link to stop it. Nothing changes until the first
 * link is followed; what was asked before is replaced. Answered alike whether or not the address has an account: its owner is told
 * instead, and no link exists.
 * Refuses: wrong-login, bad-request (the address that it is already), too-many-tries.
 */
export async function askAddressChange(
  hq: Needed,
  { accountId, candidateId }: SignedIn,
  { password, email }: { password: string; email: string },
): Promise<object | PageRefusal> {
  const asked = await askPassword(hq, { accountId }, password)
  if ('refused' in asked) return asked
  return inTransaction(hq.db, async (tx) => {
    await lockAddress(tx, email)
    const account = await lockWithPassword(tx, accountId, asked.passwordHash)
    if (!account) return { refused: 'wrong-login' }
    if (account.emailKey === addressKey(email)) return { refused: 'bad-request', detail: '/email' }
    const candidate = await lockCandidate(tx, candidateId)
    if (!candidate) throw new Error(`No record of the account ${accountId}`)
    const at = hq.clock.now()
    if (await askedTooOften(tx, candidateId, at)) return { refused: 'too-many-tries' }
    const used = await isUsedByAnother(tx, email, candidateId)
    const links = { change: drawSecret(hq), stop: drawSecret(hq) }
    const id = uuidV7(at, hq.random(16))
    const validBefore = addSeconds(at, CONFIRM_SECONDS)
    await replaceWaiting(tx, candidateId, at)
    await tx
      .insertInto('addressChange')
      .values({
        ...{ id, candidateId, madeBy: 'candidate', centreId: null, person: null, proof: null, proofText: null },
        ...{ fromEmail: account.email, toEmail: email, askedAt: at, validUntil: validBefore },
        ...{ linkHash: used ? null : links.change.hash, stopHash: links.stop.hash, status: 'waiting', settledAt: null },
      })
      .execute()
    const name = spokenName(candidate)
    const link = PAGES.stopNewAddress(links.stop.secret)
    await queueMail(tx, hq, {
      name: 'address-changing',
      data: { name, email, centre: null, changesAt: null, link, changeId: id },
      recipient: account.email,
    })
    if (used) await tellOwner(tx, hq, email, at)
    else
      await queueMail(tx, hq, {
        name: 'address-asked',
        data: { name, link: PAGES.newAddress(links.change.secret), validBefore, changeId: id },
        recipient: email,
      })
    return {}
  })
}

async function askedTooOften(tx: Tx, candidateId: string, at: Instant): Promise<boolean> {
  const asked = await tx
    .selectFrom('addressChange')
    .select('id')
    .where('candidateId', '=', candidateId)
    .where('madeBy', '=', 'candidate')
    .where('askedAt', '>', addSeconds(at, -DAY_SECONDS))
    .limit(MOST_ASKED)
    .execute()
  return asked.length === MOST_ASKED
}

async function replaceWaiting(tx: Tx, candidateId: string, at: Instant): Promise<void> {
  await tx
    .updateTable('addressChange')
    .set({ status: 'replaced', settledAt: at })
    .where('candidateId', '=', candidateId)
    .where('madeBy', '=', 'candidate')
    .where('status', '=', 'waiting')
    .execute()
}

/** Somebody else would have their mails come to this address. */
async function tellOwner(tx: Tx, hq: Needed, email: string, at: Instant): Promise<void> {
  const owner = await tx
    .selectFrom('account')
    .innerJoin('candidate', 'candidate.id', 'account.candidateId')
    .select(['account.email', 'candidate.birthName', 'candidate.usageName', 'candidate.firstNames'])
    .where('account.emailKey', '=', addressKey(email))
    .executeTakeFirst()
  // Left by its owner since it was looked at: it is free by now.
  if (!owner) throw new ChangedMeanwhile()
  const mail = { name: 'address-in-use', recipient: owner.email } as const
  if (await isJustMailed(tx, at, mail)) return
  const data = { name: spokenName(owner), signInLink: PAGES.signIn, recoverLink: PAGES.recover }
  await queueMail(tx, hq, { ...mail, data })
}
