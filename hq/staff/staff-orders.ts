import { EmailAddress } from '../../domain/shapes/registration.ts'
import { STAFF_SENTENCES } from '../../text/hq-staff.ts'
import { StartRefused } from '../boot.ts'
import type { Hq } from '../hq.ts'
import { PAGES } from '../mail/page-paths.ts'
import { addStaff, closeStaff, linkStaff, listStaff, type StaffLink } from './staff-accounts.ts'

/** Where HQ listens unless it is told otherwise (`hq/server.ts`). */
const DEFAULT_URL = 'http://127.0.0.1:4180'

export type StaffOrder =
  | { act: 'add'; email: string; name: string }
  | { act: 'link' | 'close'; email: string }
  | { act: 'list' }

type Needed = Pick<Hq, 'db' | 'clock' | 'random'>

/**
 * What the words of a command line ask for; null when they ask for nothing that there is.
 * @throws StartRefused with exit code 2, for an address or a name that cannot be one
 */
export function readStaffOrder([act, email, ...names]: string[]): StaffOrder | null {
  if (act === 'list') return email === undefined ? { act } : null
  if ((act !== 'add' && act !== 'link' && act !== 'close') || email === undefined) return null
  if (act !== 'add') return names.length === 0 ? { act, email } : null
  if (!EmailAddress.safeParse(email).success) throw new StartRefused(STAFF_SENTENCES.badMail(email), { exitCode: 2 })
  const name = names.join(' ').replace(/\s+/g, ' ').trim()
  if (names.length === 0) throw new StartRefused(STAFF_SENTENCES.nameMissing(email), { exitCode: 2 })
  if (name === '' || name.length > 100) throw new StartRefused(STAFF_SENTENCES.badName, { exitCode: 2 })
  return { act, email, name }
}

/**
 * Does it.
 * @param publicUrl where HQ's pages are, for links; null when nobody has said
 * @returns the sentence to print
 * @throws StartRefused with exit code 4, when there is no such account or there is one already
 */
export async function obeyStaffOrder(hq: Needed, order: StaffOrder, publicUrl: string | null): Promise<string> {
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
