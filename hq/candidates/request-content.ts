import type { Candidate } from '../../domain/candidate.ts'
import type { Centre } from '../../domain/catalogue.ts'
import type { Funding, Situation } from '../../domain/registration.ts'
import type { ExamOfMail } from '../../text/mails/mail-data.ts'

type Identity = 'birthName' | 'usageName' | 'firstNames' | 'sex' | 'bornOn' | 'birthPlace' | 'birthCountry'
type Reached = 'email' | 'phone' | 'addressLines' | 'postcode' | 'town'

/**
 * What the paper of one version of a request says, as it was when the version was made. Kept for years: a field may be added, as
 * optional, and none may change its meaning.
 */
export type RequestContent = {
  candidate: Pick<Candidate, 'nuc' | Identity | Reached>
  sessionLabel: string
  centre: Pick<Centre, 'name' | 'town' | 'timeZone' | 'phone' | 'email'> & { addressLines: string[] }
  /** Those asked for or held when the version was made, in the order of their codes; fees in minor units. */
  exams: ExamOfMail[]
  /** Null when HQ never had the form: the request came otherwise than by its pages. */
  situation: Situation | null
  funding: Funding | null
  /** What the centre reads beside the request: it stands for the two above when they are null. */
  note: string | null
}
