import { randomBytes } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { Clock } from '../../domain/time.ts'
import type { HqDatabase } from '../../hq/db/open.ts'
import { sendMails } from '../../hq/mail/send-mails.ts'
import { smtpPost } from '../../hq/mail/smtp-post.ts'
import { aMailbox, type Turn } from '../helpers/a-mailbox.ts'

export const SITE = 'https://inscriptions.example.org'
/** Nothing leaves but at once, by the commit that queues it. */
export const NO_NET = 600_000

/** A mailbox for as long as the test lasts. */
export async function startMailbox(turns: Turn[] = []) {
  const box = await aMailbox({ turns })
  onTestFinished(() => box.close())
  return box
}

/** What one instance of HQ does with mails, ended with the test. */
export function startSending(
  hq: { db: HqDatabase; clock: Clock; bugs: unknown[] },
  box: { url: string },
  netMs = 20,
): () => Promise<void> {
  const stop = sendMails(
    {
      ...{ db: hq.db, clock: hq.clock, random: randomBytes, netMs, publicUrl: SITE },
      reportBug: (error) => hq.bugs.push(error),
    },
    smtpPost({ url: box.url, from: 'Pupitre <inscriptions@example.org>' }),
  )
  onTestFinished(stop)
  return stop
}

export function mailsOf({ db }: { db: HqDatabase }) {
  return db.selectFrom('mail').selectAll().orderBy('id').execute()
}

/** `['prevalidated waiting']` */
export async function queueOf(hq: { db: HqDatabase }): Promise<string[]> {
  return (await mailsOf(hq)).map(({ name, status }) => `${name} ${status}`)
}
