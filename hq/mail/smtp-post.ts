import { createTransport } from 'nodemailer'
import type { Instant } from '../../domain/time.ts'
import type { WrittenMail } from '../../text/mails/letter.ts'
import { withoutPersonalData } from './without-personal-data.ts'

/** A mail that leaves: the same `messageId` each time it does. */
export type OutgoingMail = WrittenMail & { recipient: string; messageId: string; date: Instant }
/** `later`: the server may take it another time. `trouble`: a code and the server's words, without personal data. */
export type Delivery = { kind: 'sent' } | { kind: 'later' | 'failed'; trouble: string }
/** Hands a mail to whoever carries it. Never throws. */
export type Post = { deliver: (mail: OutgoingMail, given: { until: AbortSignal }) => Promise<Delivery> }

export type SmtpSettings = {
  /** `smtp://user:pass@host:port`, or `smtps://`. */
  url: string
  /** `Pupitre <inscriptions@example.org>` */
  from: string
}

const SILENCE_MS = 30_000
const LONGEST_MS = 120_000

/**
 * Hands mails to an SMTP server, a connection each. What is not on this machine is spoken to over TLS, or not at all: a mail carries
 * names and links that let in. Whoever must do without says `?ignoreTLS=true` in the address.
 */
export function smtpPost({ url, from }: SmtpSettings): Post {
  const server = new URL(url)
  const { hostname, searchParams, protocol } = server
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const ignoreTLS = searchParams.get('ignoreTLS') === 'true'
  // What the address says goes before what nodemailer is told beside it: it must not have the last word on this.
  for (const name of ['ignoreTLS', 'requireTLS']) searchParams.delete(name)
  const requireTLS = protocol === 'smtp:' && !isHere && !ignoreTLS
  const transport = createTransport({
    url: server.href,
    ...{ requireTLS, ignoreTLS },
    ...{
      connectionTimeout: SILENCE_MS,
      greetingTimeout: SILENCE_MS,
      dnsTimeout: SILENCE_MS,
      socketTimeout: SILENCE_MS,
    },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  return {
    async deliver({ recipient, messageId, date, subject, text, html }, { until }) {
      try {
        await transport.sendMail({
          from,
          // As an object: an address with a comma is not two.
          to: { name: '', address: recipient },
          ...{ subject, text, html, messageId, date: new Date(date) },
          // RFC 3834: « out of office » does not answer.
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'fr' },
          signal: AbortSignal.any([until, AbortSignal.timeout(LONGEST_MS)]),
        })
        return { kind: 'sent' }
      } catch (error) {
        return verdict(error as SmtpError, recipient)
      }
    },
  }
}

type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string }

/**
 * For good only when the server refuses this recipient or this message (5xx to RCPT or DATA). Everything else, a wrong password or
 * sender included, is for whoever runs HQ to mend, and mails wait for it.
 */
function verdict(error: SmtpError, recipient: string): Delivery {
  const { code = 'ERROR', command = '', responseCode, response, message } = error
  const forGood =
    (code === 'EENVELOPE' || code === 'EMESSAGE') &&
    (responseCode === undefined ? command === 'API' : responseCode >= 500 && ['RCPT TO', 'DATA'].includes(command))
  const trouble = withoutPersonalData(`${code} ${command} ${response ?? message}`, recipient)
  return { kind: forGood ? 'failed' : 'later', trouble }
}
