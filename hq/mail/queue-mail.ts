import { uuidV7 } from '../../domain/ids.ts'
import type { MailData, MailName } from '../../text/mails/mail-data.ts'
import type { Tx } from '../db/open.ts'
import type { Hq } from '../hq.ts'
import { notePublished } from '../published.ts'
import { MAIL_STREAM } from '../stream-names.ts'

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
  { clock, random }: Pick<Hq, 'clock' | 'random'>,
  { name, data, recipient, centreId, candidateId, accountId, entryIds = [] }: MailOrder<N>,
): Promise<void> {
  const now = clock.now()
  const id = uuidV7(now, random(16))
  await tx
    .insertInto('mail')
    .values({
      ...{ id, name, recipient, queuedAt: now, dueAt: now },
      data: JSON.stringify(data),
      centreId: centreId ?? null,
      candidateId: candidateId ?? null,
      accountId: accountId ?? null,
      entryIds: JSON.stringify(entryIds),
      messageId: `<${id}@pupitre>`,
    })
    .execute()
  notePublished(tx, [MAIL_STREAM])
}
