import { addSeconds, type Instant } from '../../domain/time.ts'
import type { MailName } from '../../text/mails/mail-data.ts'
import type { Tx } from '../db/open.ts'

/** What anyone can have sent to somebody else's address is not sent again so soon: a stranger must not fill a mailbox. */
const SECONDS_BETWEEN = 5 * 60

/**
 * Whether a mail of this name was queued for this address in the last five minutes, wherever it was asked for. The truth only under a
 * lock of whom it is for: their account, or their address.
 */
export async function isJustMailed(
  tx: Tx,
  now: Instant,
  { name, recipient }: { name: MailName; recipient: string },
): Promise<boolean> {
  const found = await tx
    .selectFrom('mail')
    .select('id')
    .where('recipient', '=', recipient)
    .where('name', '=', name)
    .where('queuedAt', '>', addSeconds(now, -SECONDS_BETWEEN))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
