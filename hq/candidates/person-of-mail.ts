import { type Candidate, fullName } from '../../domain/candidate.ts'
import type { Person } from '../../text/mails/mail-data.ts'

/** A candidate as mails call them. */
export function personOfMail(candidate: Pick<Candidate, 'birthName' | 'usageName' | 'firstNames' | 'nuc'>): Person {
  return { name: fullName(candidate), nuc: candidate.nuc }
}
