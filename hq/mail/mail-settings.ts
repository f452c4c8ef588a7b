import type { SmtpSettings } from './smtp-post.ts'

/** One address, with a name before it or not. */
const FROM = /^(?:[^<>@\s]+@[^<>@\s]+|[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>)$/

/**
 * Reads how mails leave, as given in the environment.
 * @returns null when nothing is set: mails wait in the queue; or which of the two cannot be used
 */
export function readMailSettings(
  url: string | undefined,
  from: string | undefined,
): SmtpSettings | 'bad-url' | 'bad-from' | null {
  if (!url) return null
  if (!URL.canParse(url) || !['smtp:', 'smtps:'].includes(new URL(url).protocol) || new URL(url).hostname === '')
    return 'bad-url'
  // Anything else nodemailer may take for « yes »: mails would leave in clear without anybody having said so.
  if (!new URL(url).searchParams.getAll('ignoreTLS').every((value) => ['true', 'false'].includes(value)))
    return 'bad-url'
  return from && FROM.test(from) ? { url, from } : 'bad-from'
}

/** The address of HQ's pages, without its last slash; null when it is not one of the web, or leads below its root. */
export function readPublicUrl(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { protocol, pathname, search, hash, origin } = new URL(text)
  const isRoot = pathname === '/' && search === '' && hash === ''
  return ['http:', 'https:'].includes(protocol) && isRoot ? origin : null
}
