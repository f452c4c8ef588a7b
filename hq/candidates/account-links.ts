import type { Selectable } from 'kysely'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import type { HqSchema } from '../db/schema.ts'
import type { Hq } from '../hq.ts'
import { drawSecret, hashSecret } from './secret-text.ts'

/** How long links in mails work, in seconds. */
export const CONFIRM_SECONDS = 48 * 3600
export const NEW_PASSWORD_SECONDS = 3600

type NewLink = { accountId: string; submissionId?: string } & Pick<FoundLink, 'purpose' | 'expiresAt'>
type FoundLink = {
  hash: string
  accountId: string
  purpose: 'confirm' | 'new-password'
  submissionId: string | null
  expiresAt: Instant
}

export type OpenLink = { hash: string; submissionId: string | null; account: Selectable<HqSchema['account']> }

/** @returns the secret, for the mail alone */
export async function issueLink(tx: Tx, hq: Pick<Hq, 'random'>, link: NewLink): Promise<string> {
  const { secret, hash } = drawSecret(hq)
  await tx
    .insertInto('accountLink')
    .values({ hash, usedAt: null, submissionId: null, ...link })
    .execute()
  return secret
}

/** An account, locked: whatever changes it, or follows one of its links, waits for its turn. */
export async function lockAccount(tx: Tx, accountId: string) {
  return tx.selectFrom('account').selectAll().where('id', '=', accountId).forNoKeyUpdate().executeTakeFirst()
}

/**
 * A link that may be used, with its account locked. Of two who use it at once, the second finds it used.
 * One that HQ does not know is answered as one that is over: its account may have been erased since.
 */
export async function openLink(
  tx: Tx,
  secret: string,
  purpose: FoundLink['purpose'],
  at: Instant,
): Promise<OpenLink | { refused: 'link-expired' | 'link-used' }> {
  const hash = hashSecret(secret)
  const read = tx.selectFrom('accountLink').selectAll().where('hash', '=', hash).where('purpose', '=', purpose)
  const seen = await read.executeTakeFirst()
  const account = seen && (await lockAccount(tx, seen.accountId))
  const link = account && (await read.executeTakeFirst())
  if (!link) return { refused: 'link-expired' }
  if (link.usedAt !== null) return { refused: 'link-used' }
  if (link.expiresAt <= at) return { refused: 'link-expired' }
  return { hash, submissionId: link.submissionId, account }
}

/** Links for a new password that were asked for before open nothing any more. */
export async function voidPasswordLinks(tx: Tx, accountId: string): Promise<void> {
  await tx
    .deleteFrom('accountLink')
    .where('accountId', '=', accountId)
    .where('purpose', '=', 'new-password')
    .where('usedAt', 'is', null)
    .execute()
}

/** Uses an open link for good. */
export async function spendLink(tx: Tx, { hash }: Pick<OpenLink, 'hash'>, at: Instant): Promise<void> {
  await tx.updateTable('accountLink').set({ usedAt: at }).where('hash', '=', hash).execute()
}
