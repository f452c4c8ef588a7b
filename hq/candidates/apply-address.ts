import { sql } from 'kysely'
import { type Candidate, spokenName } from '../../domain/candidate.ts'
import type { Write } from '../../domain/entities.ts'
import { addressKey } from '../../domain/registration.ts'
import type { Tx } from '../db/open.ts'
import { publish } from '../feed.ts'
import type { Hq } from '../hq.ts'
import { PAGES } from '../mail/page-paths.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { voidPasswordLinks } from './account-links.ts'
import { closeSessions } from './account-sessions.ts'
import { centreOfMail } from './exams-of-mail.ts'

/** `centreId`: the centre that asked for it; `keepSession`: the one that goes on, of all that the account has. */
export type NewAddress = {
  candidate: Candidate
  email: string
  centreId: string | null
  keepSession: string | null
  /** Who hears of it: whoever has just followed a link at the new address knows. */
  tell: readonly ('old' | 'new')[]
}

/**
 * Another address takes the place of a candidate's: in the account, if there is one, and in the record that centres see. Sessions end,
 * what else was asked of the address is void. To be called with the address, the account and the candidate locked, in this order, and
 * the address theirs to take (`clearAddress`, `isFree`); last in its transaction.
 */
export async function applyAddress(
  tx: Tx,
  hq: Pick<Hq, 'clock' | 'random'>,
  { candidate, email, centreId, keepSession, tell }: NewAddress,
): Promise<void> {
  const at = hq.clock.now()
  const account = await tx
    .updateTable('account')
    .set({ email, emailKey: addressKey(email) })
    .where('candidateId', '=', candidate.id)
    .returning('id')
    .executeTakeFirst()
  if (account) {
    await closeSessions(tx, account.id, keepSession)
    await voidPasswordLinks(tx, account.id)
    await dropPasswordMails(tx, candidate.email)
  }
  await tx
    .updateTable('addressChange')
    .set({ status: 'replaced', settledAt: at })
    .where('candidateId', '=', candidate.id)
    .where('status', '=', 'waiting')
    .execute()
  const centre = centreId === null ? null : await centreOfMail(tx, centreId)
  for (const side of tell) {
    const recipient = side === 'old' ? candidate.email : email
    if (recipient === '') continue
    const data = { name: spokenName(candidate), email, side, centre, spaceLink: PAGES.space }
    await queueMail(tx, hq, { name: 'address-changed', data, recipient })
  }
  const value = { ...candidate, email, emailNext: null, emailChangesAt: null }
  await publish(tx, { centreId: null, commandId: null, at, writes: [{ entity: 'candidate', value } satisfies Write] })
}

/** Their links open nothing any more. One that is leaving at this moment leads nowhere. */
async function dropPasswordMails(tx: Tx, recipient: string): Promise<void> {
  await tx
    .updateTable('mail')
    .set({ status: 'dropped', claimedUntil: null, data: sql<string>`jsonb_set(data, '{link}', '""')` })
    .where('name', '=', 'new-password')
    .where('recipient', '=', recipient)
    .where('status', '=', 'waiting')
    .execute()
}
