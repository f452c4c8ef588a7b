import type { Selectable } from 'kysely'
import { formatDateTime, NBSP } from '../../text/format.ts'
import type { WrittenMail } from '../../text/mails/letter.ts'
import { escapeHtml } from '../../text/mails/letter-html.ts'
import { MAIL_NAMES, MAIL_PREVIEW, MAIL_STATUSES } from '../../text/mails/preview.ts'
import { isMailName } from '../../text/mails/write-mail.ts'
import type { HqSchema } from '../db/schema.ts'

type QueuedMail = Selectable<HqSchema['mail']>

const STYLE = `
  :root { color-scheme: light dark }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 1.5rem auto; padding: 0 1rem }
  ul { list-style: none; padding: 0 }
  li { padding: .75rem 0; border-top: 1px solid #858f9d }
  li p, dl { margin: 0 }
  li p { overflow-wrap: anywhere }
  dt { float: left; margin-right: .5rem }
  dd { margin: 0; font-weight: 600; overflow-wrap: anywhere }
  iframe { width: 100%; height: 42rem; border: 1px solid #858f9d; border-radius: 8px }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #858f9d; border-radius: 8px; padding: 1rem }`

/** The queue, newest first. */
export function mailListPage(mails: readonly QueuedMail[], most: number, nonce: string): string {
  const list = `<ul>${mails.map(line).join('\n')}</ul>`
  return page(
    MAIL_PREVIEW.title,
    nonce,
    `<p>${escapeHtml(MAIL_PREVIEW.explained)}</p>
${mails.length === 0 ? `<p>${escapeHtml(MAIL_PREVIEW.none)}</p>` : list}
${mails.length === most ? `<p>${escapeHtml(MAIL_PREVIEW.shown(most))}</p>` : ''}`,
  )
}

/** One mail as it leaves, or left; `written` is null when it cannot be shown. */
export function mailPage(mail: QueuedMail, written: WrittenMail | null, nonce: string): string {
  const facts: [string, string][] = [
    [MAIL_PREVIEW.recipient, mail.recipient],
    [MAIL_PREVIEW.subject, written?.subject ?? ''],
    [MAIL_PREVIEW.status, state(mail)],
  ]
  const shown = written
    ? `<h2>${escapeHtml(MAIL_PREVIEW.asShown)}</h2>
<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/dev/mails/${encodeURIComponent(mail.id)}/html" title="${escapeHtml(written.subject)}"></iframe>
<h2>${escapeHtml(MAIL_PREVIEW.asText)}</h2>
<pre>${escapeHtml(written.text)}</pre>`
    : `<p>${escapeHtml(MAIL_PREVIEW.unwritable)}</p>`
  const forgotten =
    (mail.data as { link?: string }).link === '' ? `<p>${escapeHtml(MAIL_PREVIEW.linkForgotten)}</p>` : ''
  return page(
    named(mail),
    nonce,
    `<p><a href="/dev/mails">${escapeHtml(MAIL_PREVIEW.back)}</a></p>
<dl>${facts.map(([label, value]) => `<dt>${escapeHtml(label)}${NBSP}:</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
${forgotten}
${shown}`,
  )
}

function line(mail: QueuedMail): string {
  return `<li><p><a href="/dev/mails/${encodeURIComponent(mail.id)}">${escapeHtml(named(mail))}</a>, ${escapeHtml(mail.recipient)}</p>
<p>${escapeHtml(`${formatDateTime(mail.queuedAt, 'Europe/Paris')}${NBSP}: ${state(mail)}`)}</p></li>`
}

function named({ name }: QueuedMail): string {
  return isMailName(name) ? MAIL_NAMES[name] : name
}

function state({ status, attempts, trouble }: QueuedMail): string {
  const words = `${MAIL_STATUSES[status]}${MAIL_PREVIEW.attempts(attempts)}`
  return trouble === null ? words : `${words}, ${trouble}`
}

function page(title: string, nonce: string, body: string): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title>
<style nonce="${escapeHtml(nonce)}">${STYLE}
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`
}
