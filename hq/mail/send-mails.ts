import type { MailData, MailName } from '../../text/mails/mail-data.ts'
import { isMailName, writeMail } from '../../text/mails/write-mail.ts'
import type { Hq } from '../hq.ts'
import type { Log } from '../log/open-log.ts'
import { onPublished } from '../published.ts'
import { MAIL_STREAM } from '../stream-names.ts'
import { type ClaimedMail, claimMail } from './claim-mail.ts'
import { settleMail } from './settle-mail.ts'
import type { Delivery, Post } from './smtp-post.ts'

/** Mails that one instance sends side by side. */
const SIDE_BY_SIDE = 4
/** How long a stop waits for mails under way before it breaks them off: they are sent again later, under the same Message-ID. */
const STOP_WITHIN_MS = 10_000

type Sender = Pick<Hq, 'db' | 'clock' | 'random' | 'netMs' | 'publicUrl' | 'reportBug' | 'log'>

/**
 * Sends the mails that are due, as soon as this process has queued one, and every few seconds for what others queued and what is to
 * be tried again. Each is claimed, sent outside of any transaction, then marked: at least once, whatever stops in between.
 * @returns what ends it, once the mails under way have left
 */
export function sendMails(hq: Sender, post: Post): () => Promise<void> {
  const breakOff = new AbortController()
  let stopping = false
  let asked = false
  let running: Promise<void> | null = null
  const forget = onPublished(hq.db, (streams) => {
    if (streams.includes(MAIL_STREAM)) wake()
  })
  const net = setInterval(wake, hq.netMs).unref()
  wake()

  function wake(): void {
    asked = true
    running ??= sendAll().finally(() => {
      running = null
    })
  }

  async function sendAll(): Promise<void> {
    while (asked && !stopping) {
      asked = false
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, sendInTurn))
    }
  }

  async function sendInTurn(): Promise<void> {
    try {
      while (!stopping && (await sendNext(hq, post, breakOff.signal)));
    } catch (error) {
      // The database, most likely. A mail that has left without being marked comes back when its claim runs out.
      hq.reportBug(error, 'sending mails')
    }
  }

  return async () => {
    stopping = true
    clearInterval(net)
    forget()
    const late = setTimeout(() => breakOff.abort(), STOP_WITHIN_MS)
    await running
    clearTimeout(late)
  }
}

/** @returns whether a mail was due: there may be more */
async function sendNext(hq: Sender, post: Post, until: AbortSignal): Promise<boolean> {
  const mail = await claimMail(hq)
  if (mail === null) return false
  if (mail === 'held-back') return true
  const delivery = await deliver(hq, post, mail, until)
  await settleMail(hq, mail, delivery)
  sayDelivery(hq.log, mail, delivery)
  return true
}

const LEVELS = { sent: 'info', later: 'warn', failed: 'error' } as const

/** Never for whom. Of what the server said only the first word, which is a code: the rest is the server's own. */
function sayDelivery(log: Log | undefined, { id, name, attempts }: ClaimedMail, delivery: Delivery): void {
  const why = delivery.kind === 'sent' ? {} : { code: delivery.trouble.split(' ', 1)[0] }
  log?.[LEVELS[delivery.kind]]({ mail: name, id, attempts, ...why }, `mail ${delivery.kind}`)
}

async function deliver(hq: Sender, post: Post, mail: ClaimedMail, until: AbortSignal): Promise<Delivery> {
  const { name, data, recipient, messageId, queuedAt } = mail
  try {
    if (!isMailName(name)) throw new Error(`No template for ${name}`)
    const written = writeMail(name, data as MailData[MailName], hq.publicUrl)
    return await post.deliver({ ...written, recipient, messageId, date: queuedAt }, { until })
  } catch (error) {
    hq.reportBug(error, `writing the mail ${name}`)
    return { kind: 'failed', trouble: 'TEMPLATE' }
  }
}
