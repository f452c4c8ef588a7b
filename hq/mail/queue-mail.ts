import { uuidV7 } from '../../domain/ids.ts'
import type { MailData, MailName } from '../../text/mails/mail-data.ts'
import type { Tx } from '../db/open.ts'
import type { Hq } from '../hq.ts'
import { notePublished } from '../published.ts'
import { MAIL_STREAM } from '../stream-names.ts'

/** PostgreSQL takes 65 535 parameters in a statement; a row has ten. */
const ROWS_PER_STATEMENT = 1000

/**
 * `entryIds`: what it is about; a mail that no longer fits what became of them is not sent. `accountId`: whose address it is to confirm,
 * erased with it when nobody does.
 */
export type MailOrder<N extends MailName> = {
  name: N
  data: MailData[N]
  recipient: string
  centreId?: string
  candidateId?: string
  accountId?: string
  entryIds?: readonly string[]
}

/**
 * Keeps a mail to be sent, in the transaction that is its cause: neither exists without the other. Its Message-ID is drawn here, once,
 * so that a mail sent twice by accident is one mail for whoever receives it.
 */
export async function queueMail<N extends MailName>(
  tx: Tx,
  hq: Pick<Hq, 'clock' | 'random'>,
  order: MailOrder<N>,
): Promise<void> {
  await queueMails(tx, hq, [order])
}

/** The same for many at once, as a centre writes to all of its candidates: nobody must wait for a statement each. */
export async function queueMails<N extends MailName>(
  tx: Tx,
  { clock, random }: Pick<Hq, 'clock' | 'random'>,
  orders: readonly MailOrder<N>[],
): Promise<void> {
  const now = clock.now()
  const rows = orders.map(({ name, data, recipient, centreId, candidateId, accountId, entryIds = [] }) => {
    const id = uuidV7(now, random(16))
    return {
      ...{ id, name, recipient, queuedAt: now, dueAt: now },
      data: JSON.stringify(data),
      centreId: centreId ?? null,
      candidateId: candidateId ?? null,
      accountId: accountId ?? null,
      entryIds: JSON.stringify(entryIds),
      messageId: `<${id}@pupitre>`,
    }
  })
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT)
    await tx
      .insertInto('mail')
      .values(rows.slice(start, start + ROWS_PER_STATEMENT))
      .execute()
  if (rows.length > 0) notePublished(tx, [MAIL_STREAM])
}
