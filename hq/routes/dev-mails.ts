import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { MailData, MailName } from '../../text/mails/mail-data.ts'
import { isMailName, writeMail } from '../../text/mails/write-mail.ts'
import type { Hq } from '../hq.ts'
import { HttpError } from '../http-error.ts'
import { mailListPage, mailPage } from './dev-mails-page.ts'
import type { HqApp } from './hq-app.ts'

const SHOWN = 200
const OneMail = z.object({ id: z.string().max(64) })

/**
 * The queue of mails to look at, in a demonstration only: it shows personal data, and links that let in, to whoever asks. Its pages
 * run no script; a mail is shown in a frame that may do nothing but open its links elsewhere.
 */
export function devMails(app: HqApp, hq: Pick<Hq, 'db' | 'random' | 'publicUrl'>): void {
  app.get('/dev/mails', { schema: { hide: true } }, async (_request, reply) => {
    const mails = await hq.db.selectFrom('mail').selectAll().orderBy('id', 'desc').limit(SHOWN).execute()
    return sendPage(reply, hq, (nonce) => mailListPage(mails, SHOWN, nonce))
  })

  app.get('/dev/mails/:id', { schema: { hide: true, params: OneMail } }, async ({ params }, reply) => {
    const mail = await readMail(params.id)
    return sendPage(reply, hq, (nonce) => mailPage(mail, written(mail), nonce))
  })

  app.get('/dev/mails/:id/html', { schema: { hide: true, params: OneMail } }, async ({ params }, reply) => {
    const mail = written(await readMail(params.id))
    if (!mail) throw new HttpError('not-found')
    reply.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
    )
    reply.header('x-frame-options', 'SAMEORIGIN')
    const html = mail.html.replace('<head>', '<head>\n<base target="_blank">')
    return withHeaders(reply).send(html)
  })

  async function readMail(id: string) {
    const mail = await hq.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()
    if (!mail) throw new HttpError('not-found')
    return mail
  }

  /** Null when it cannot be written: kept by an earlier version, whose templates said other things. */
  function written({ name, data }: { name: string; data: unknown }) {
    try {
      return isMailName(name) ? writeMail(name, data as MailData[MailName], hq.publicUrl) : null
    } catch {
      return null
    }
  }
}

function sendPage(reply: FastifyReply, { random }: Pick<Hq, 'random'>, page: (nonce: string) => string) {
  const nonce = Buffer.from(random(16)).toString('base64')
  reply.header(
    'content-security-policy',
    `default-src 'none'; style-src 'nonce-${nonce}'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
  return withHeaders(reply).send(page(nonce))
}

function withHeaders(reply: FastifyReply): FastifyReply {
  return reply
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
}
