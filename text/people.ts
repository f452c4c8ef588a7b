import type { Candidate } from '../domain/candidate.ts'
import { formatDate } from './format.ts'

export function civility(sex: Candidate['sex']): string {
  return sex === 'F' ? 'Madame' : 'Monsieur'
}

type Born = Pick<Candidate, 'sex' | 'usageName' | 'birthName' | 'bornOn'>

/** « née TERIITAHI le 30/05/1998 », or « né le 02/09/1987 » when the birth name is the name used. */
export function bornOnWords(candidate: Born): string {
  const { born, name, on } = bornOnParts(candidate)
  return [born, name, on].filter((part) => part !== null).join(' ')
}

/** The same in its parts, for who marks the name in it. */
export function bornOnParts({ sex, usageName, birthName, bornOn }: Born): {
  born: string
  name: string | null
  on: string
} {
  return {
    born: sex === 'F' ? 'née' : 'né',
    name: usageName !== null && usageName !== birthName ? birthName : null,
    on: `le ${formatDate(bornOn)}`,
  }
}
