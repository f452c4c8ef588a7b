import { sql } from 'kysely'
import type { MailsAnswer, StaffMail } from '../../contract/staff-pages.ts'
import { fullName } from '../../domain/candidate.ts'
import type { Tx } from '../db/open.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import { forgetLink } from '../mail/settle-mail.ts'
import { tellUndelivered } from '../mail/undelivered.ts'
import type { PageRefusal } from '../page-error.ts'
import { notePublished } from '../published.ts'
import { MAIL_STREAM } from '../stream-names.ts'
import { maskAddress } from './mask-address.ts'
import { noteAct } from './note-act.ts'
import type { StaffMember } from './staff-sessions.ts'

type Needed = Pick<Hq, 'db' | 'clock' | 'random'>

const MOST = 200

/** How many mails are in each state, and those that somebody may have to look after. */
export async function readMailQueue({ db, clock }: Pick<Hq, 'db' | 'clock'>): Promise<MailsAnswer> {
  const counted = await db
    .selectFrom('mail')
    .select(({ fn }) => ['status', fn.countAll<number>().as('count')])
    .groupBy('status')
    .execute()
  const mails = await db
    .selectFrom('mail')
    .leftJoin('candidate', 'candidate.id', 'mail.candidateId')
    .leftJoin('centre', 'centre.id', 'mail.centreId')
    .selectAll('mail')
    .select(['birthName', 'usageName', 'firstNames', 'centre.name as centreName'])
    .where((eb) =>
      eb.or([
        eb('status', 'in', ['failed', 'dropped']),
        eb.and([eb('status', '=', 'waiting'), eb('trouble', 'is not', null)]),
      ]),
    )
    .orderBy(sql`array_position(array['failed', 'waiting', 'dropped'], status)`)
    .orderBy('queuedAt', 'desc')
    .orderBy('mail.id', 'desc')
    .limit(MOST)
    .execute()
  const counts = { waiting: 0, sending: 0, sent: 0, dropped: 0, failed: 0 }
  for (const { status, count } of counted) counts[status] = Number(count)
  return {
    counts,
    mails: mails.flatMap((mail): StaffMail[] => {
      const { id, name, status, queuedAt, dueAt, attempts, trouble, centreName } = mail
      if (status === 'sending' || status === 'sent') return []
      const shown = { maskedRecipient: maskAddress(mail.recipient), resendable: !hasForgottenLink(mail.data) }
      return [{ id, name, status, queuedAt, dueAt, attempts, trouble, ...shown, personName: nameIn(mail), centreName }]
    }),
    now: clock.now(),
  }
}

/**
 * A mail that failed waits again, and one that waits is tried now; older than five days, it is tried once. One whose link was forgotten
 * would lead nowhere.
 * Refuses: not-found; changed-meanwhile, when it is in no such state.
 */
export function resendMail(hq: Needed, staff: StaffMember, mailId: string): Promise<object | PageRefusal> {
  return changeMail(hq, { staff, mailId, act: 'mail.resend' }, async (tx, mail) => {
    const mayLeave = mail.status === 'waiting' || (mail.status === 'failed' && !hasForgottenLink(mail.data))
    if (!mayLeave) return false
    await tx
      .updateTable('mail')
      .set({ status: 'waiting', dueAt: hq.clock.now(), claimedUntil: null })
      .where('id', '=', mailId)
      .execute()
    notePublished(tx, [MAIL_STREAM])
    return true
  })
}

/**
 * A mail that waits is given up, as if it had been tried for too long: the centre is told where it must know.
 * Refuses: not-found; changed-meanwhile, when it no longer waits.
 */
export function giveUpMail(hq: Needed, staff: StaffMember, mailId: string): Promise<object | PageRefusal> {
  return changeMail(hq, { staff, mailId, act: 'mail.give-up' }, async (tx, mail) => {
    if (mail.status !== 'waiting') return false
    const data = JSON.stringify(forgetLink(mail.data))
    // Not `dropped`: a seat to pay whose mail never left must go on being known as such (`untoldEntries`).
    await tx.updateTable('mail').set({ status: 'failed', data }).where('id', '=', mailId).execute()
    return true
  })
}

type Change = { staff: StaffMember; mailId: string; act: 'mail.resend' | 'mail.give-up' }

/** Of the mail locked: whoever is about to send it passes over it, or has it already, and then it is in another state. */
async function changeMail(
  hq: Needed,
  { staff: { staffId }, mailId, act }: Change,
  change: (tx: Tx, mail: { status: string; data: unknown }) => Promise<boolean>,
): Promise<object | PageRefusal> {
  return inTransaction(hq.db, async (tx) => {
    const mail = await tx
      .selectFrom('mail')
      .select(['status', 'data'])
      .where('id', '=', mailId)
      .forUpdate()
      .executeTakeFirst()
    if (!mail) return { refused: 'not-found' }
    if (!(await change(tx, mail))) return { refused: 'changed-meanwhile' }
    await noteAct(tx, hq, { staffId, act, about: mailId })
    if (act === 'mail.give-up') await tellUndelivered(tx, hq, mailId)
    return {}
  })
}

type About = { birthName: string | null; usageName: string | null; firstNames: string | null; data: unknown }

/** By the record, or by what was typed while there is none. */
function nameIn({ birthName, usageName, firstNames, data }: About): string | null {
  if (birthName !== null && firstNames !== null) return fullName({ birthName, usageName, firstNames })
  const { name } = data as { name?: unknown }
  return typeof name === 'string' && name !== '' ? name.slice(0, 200) : null
}

function hasForgottenLink(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'link' in data && data.link === ''
}
