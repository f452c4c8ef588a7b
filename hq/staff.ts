import { parseArgs } from 'node:util'
import { EmailAddress } from '../domain/registration.ts'
import { SENTENCES } from '../text/hq.ts'
import { STAFF_SENTENCES } from '../text/hq-staff.ts'
import { bootHq, StartRefused } from './boot.ts'
import type { Hq } from './hq.ts'
import { readPublicUrl } from './mail/mail-settings.ts'
import { PAGES } from './mail/page-paths.ts'
import { reportBug } from './report-bug.ts'
import { addStaff, closeStaff, linkStaff, listStaff, type StaffLink } from './staff/staff-accounts.ts'

/**
 * Accounts of HQ's own staff: `npm run hq:staff -- --data <folder> add <mail> <name> | link <mail> | close <mail> | list`. Passwords are
 * never typed here: their owners choose them, by a link.
 * Exit codes: 0 done; 2 the command line; 4 there is no such account, or there is one already; 1 anything else.
 */

/** Where HQ listens unless it is told otherwise (`hq/server.ts`). */
const DEFAULT_URL = 'http://127.0.0.1:4180'

type Order = { act: 'add'; email: string; name: string } | { act: 'link' | 'close'; email: string } | { act: 'list' }

async function run(): Promise<string> {
  const { data, order } = readArguments()
  const publicUrl = readUrl()
  const { hq, close } = await bootHq({
    dataFolder: data,
    databaseUrl: process.env.HQ_DATABASE_URL || undefined,
    clockFile: process.env.PUPITRE_CLOCK_FILE || undefined,
    reportBug,
  })
  try {
    return await obey(hq, order, publicUrl)
  } finally {
    await close()
  }
}

function readArguments(): { data: string; order: Order } {
  const { values, positionals } = parseArgs({
    options: { data: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  })
  const order = readOrder(positionals)
  if (typeof values.data !== 'string' || order === null) throw new StartRefused(STAFF_SENTENCES.usage, { exitCode: 2 })
  return { data: values.data, order }
}

function readOrder([act, email, ...names]: string[]): Order | null {
  if (act === 'list') return email === undefined ? { act } : null
  if ((act !== 'add' && act !== 'link' && act !== 'close') || email === undefined) return null
  if (act !== 'add') return names.length === 0 ? { act, email } : null
  if (!EmailAddress.safeParse(email).success) throw new StartRefused(STAFF_SENTENCES.badMail(email), { exitCode: 2 })
  const name = names.join(' ').replace(/\s+/g, ' ').trim()
  if (names.length === 0) return null
  if (name === '' || name.length > 100) throw new StartRefused(STAFF_SENTENCES.badName, { exitCode: 2 })
  return { act, email, name }
}

function readUrl(): string | null {
  const given = process.env.HQ_PUBLIC_URL
  if (!given) return null
  const url = readPublicUrl(given)
  if (url === null) throw new StartRefused(SENTENCES.publicUrlUnusable, { exitCode: 2 })
  return url
}

async function obey(hq: Hq, order: Order, publicUrl: string | null): Promise<string> {
  if (order.act === 'list') {
    const accounts = await listStaff(hq)
    return accounts.map(STAFF_SENTENCES.line).join('\n') || STAFF_SENTENCES.none
  }
  const { email } = order
  if (order.act === 'close') {
    const closed = await closeStaff(hq, email)
    if (closed === 'unknown') throw refused(STAFF_SENTENCES.unknown(email))
    return closed === 'closed' ? STAFF_SENTENCES.closed(email) : STAFF_SENTENCES.closedBefore(email)
  }
  if (order.act === 'add') {
    const added = await addStaff(hq, email, order.name)
    if (added === 'known') throw refused(STAFF_SENTENCES.known(email))
    return `${STAFF_SENTENCES.added(order.name, email)}\n${sayLink(added, publicUrl)}`
  }
  const link = await linkStaff(hq, email)
  if (link === 'unknown') throw refused(STAFF_SENTENCES.unknown(email))
  if (link === 'closed') throw refused(STAFF_SENTENCES.linkOfClosed(email))
  return sayLink(link, publicUrl)
}

function sayLink({ secret, expiresAt }: StaffLink, publicUrl: string | null): string {
  const url = publicUrl ?? DEFAULT_URL
  const said = STAFF_SENTENCES.link(`${url}${PAGES.staffPassword(secret)}`, expiresAt)
  return publicUrl === null ? `${said}\n${STAFF_SENTENCES.addressGuessed(url)}` : said
}

function refused(sentence: string): StartRefused {
  return new StartRefused(sentence, { exitCode: 4 })
}

run().then(
  (sentence) => console.log(sentence),
  (error: unknown) => {
    console.error(error instanceof StartRefused ? error.message : error)
    process.exitCode = error instanceof StartRefused ? error.exitCode : 1
  },
)
