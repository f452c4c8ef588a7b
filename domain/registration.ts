import type { Exam, Offering } from './catalogue.ts'
import type { Identity } from './shapes/registration.ts'
import { SHORT_LENGTH } from './text-lengths.ts'
import type { Instant } from './time.ts'

export type { BirthPlace, Choices, Funding, Identity, Registration, Situation } from './shapes/registration.ts'

/** The rules that HQ's pages and HQ both apply to what a candidate fills in; some are the desk's too. */

/** A name as on an identity document: letters of any script, with what French civil status allows between them. */
export const PERSON_NAME = { longest: 60, pattern: /^\p{L}[\p{L}\p{M}'’ .-]*$/u } as const

/** Whether a text may be a name of somebody, spaces around it aside. */
export function isPersonName(text: string): boolean {
  const name = text.trim()
  return name.length <= PERSON_NAME.longest && PERSON_NAME.pattern.test(name)
}

/** What most mail servers take: no quotes, no address in figures, a domain with a dot in it. */
export const EMAIL_ADDRESS = {
  longest: SHORT_LENGTH,
  pattern: /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/,
} as const

/** Whether a text may be a mail address, spaces around it aside. */
export function isEmailAddress(text: string): boolean {
  const address = text.trim()
  return address.length <= EMAIL_ADDRESS.longest && EMAIL_ADDRESS.pattern.test(address)
}

/** Nobody who registers was born before: a mistyped year was. */
export const EARLIEST_BIRTH = '1900-01-01'

export const CANDIDATE_CATEGORIES = ['employee', 'job-seeker', 'student', 'self-employed', 'other'] as const

/** Whether requests for this exam are taken: open and closed to the instant. The window is for submission only. */
export function registrationState(
  { registrationOpensAt, registrationClosesAt }: Pick<Exam, 'registrationOpensAt' | 'registrationClosesAt'>,
  at: Instant,
): 'not-yet' | 'open' | 'closed' {
  if (at < registrationOpensAt) return 'not-yet'
  return at < registrationClosesAt ? 'open' : 'closed'
}

/**
 * The offerings of one centre for each exam wanted, or null when the centre does not run them all: an exam whose offerings are all
 * closed is not run. A full offering still counts: the request then waits in its queue.
 */
export function offeringsForAll(
  examIds: readonly string[],
  offerings: readonly Offering[],
): Map<string, Offering[]> | null {
  const found = new Map(
    examIds.map((id) => [id, offerings.filter(({ examId, open }) => examId === id && open)] as const),
  )
  return [...found.values()].every((some) => some.length > 0) ? found : null
}

/** An address as accounts are told apart by it: capitals and the spaces around it do not matter. */
export function addressKey(email: string): string {
  return email.trim().toLowerCase()
}

/** A name as two people are compared by it: accents, capitals, hyphens, apostrophes and spaces aside. */
export function comparableName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
}

/**
 * Birth name, first first name and birth date: two records alike in these may be one person. The two names in one order, for they are
 * often typed one in place of the other.
 */
export function personKey({
  birthName,
  firstNames,
  bornOn,
}: Pick<Identity, 'birthName' | 'firstNames' | 'bornOn'>): string {
  const names = [comparableName(birthName), comparableName(firstNames.trim().split(/[\s,]+/)[0] ?? '')]
  return `${names.sort().join('/')}/${bornOn}`
}
