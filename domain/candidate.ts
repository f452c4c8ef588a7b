import type { Candidate, Identity } from './shapes/candidate.ts'

export type { CallNote, Candidate, DataCheck, Identity, Reminder, Request, RequestChange } from './shapes/candidate.ts'

/** `none`: not given. Else whether the NIR agrees with the identity, or the first part of it that does not. */
export const NIR_CHECKS = ['none', 'ok', 'sex', 'birth-date', 'birth-place'] as const
export type NirCheck = (typeof NIR_CHECKS)[number]

export const REQUEST_CHANGES = ['software', 'phone', 'address', 'category', 'previous-exams', 'funding'] as const

export const CALL_MEANS = ['phone', 'counter', 'mail'] as const

export const REMINDER_MEANS = ['mail', 'phone'] as const

/** Of a candidate, the identity alone. */
export function identityOf(candidate: Identity): Identity {
  const { birthName, usageName, firstNames, sex, bornOn, birthPlace, birthCountry } = candidate
  return { birthName, usageName, firstNames, sex, bornOn, birthPlace, birthCountry }
}

/** How the person is spoken to, in mails and on their own pages: first names, then usage name if any. Never cut. */
export function spokenName(candidate: Pick<Candidate, 'birthName' | 'usageName' | 'firstNames'>): string {
  return `${candidate.firstNames} ${candidate.usageName ?? candidate.birthName}`
}

/** How the person stands in lists and on papers: usage name if any, then first names. Never cut. */
export function fullName(candidate: Pick<Candidate, 'birthName' | 'usageName' | 'firstNames'>): string {
  return `${candidate.usageName ?? candidate.birthName} ${candidate.firstNames}`
}
