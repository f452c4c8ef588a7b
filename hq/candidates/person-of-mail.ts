import { type Candidate, spokenName } from '../../domain/candidate.ts'
import type { Person } from '../../text/mails/mail-data.ts'

/** A candidate as mails call them. */
export function personOfMail(candidate: Pick<Candidate, 'birthName' | 'usageName' | 'firstNames' | 'nuc'>): Person {
  return { name: spokenName(candidate), nuc: candidate.nuc }
}
