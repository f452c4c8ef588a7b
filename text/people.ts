import type { Candidate } from '../domain/candidate.ts'
import { formatDate } from './format.ts'

export function civility(sex: Candidate['sex']): string {
  return sex === 'F' ? 'Madame' : 'Monsieur'
}

/** « née TERIITAHI le 30/05/1998 », or « né le 02/09/1987 » when the birth name is the name used. */
export function bornOnWords({
  sex,
  usageName,
  birthName,
  bornOn,
}: Pick<Candidate, 'sex' | 'usageName' | 'birthName' | 'bornOn'>): string {
  const born = sex === 'F' ? 'née' : 'né'
  return usageName !== null && usageName !== birthName
    ? `${born} ${birthName} le ${formatDate(bornOn)}`
    : `${born} le ${formatDate(bornOn)}`
}
