import type { RegisterBody } from '../../contract/candidate-pages.ts'
import type { Candidate } from '../../domain/candidate.ts'
import type { SubmittedForm } from '../db/schema.ts'

/** How births in France are written, in centres' lists as on HQ's pages. */
const FRANCE = 'FRANCE'

/** What is kept of a form until the address is confirmed: all but the password, which is kept as a hash with the account. */
export function withoutPassword({ password: _password, attempt: _attempt, ...form }: RegisterBody): SubmittedForm {
  return form
}

/** The record that centres see, made of a form. */
export function recordOfForm(
  id: string,
  { identity, contact }: Pick<SubmittedForm, 'identity' | 'contact'>,
): Candidate {
  const { birthName, usageName, firstNames, sex, bornOn, birthPlace } = identity
  const { email, phone, addressLines, postcode, town } = contact
  return {
    ...{ id, nuc: null, birthName, usageName, firstNames, sex, bornOn },
    birthPlace: birthPlace.town,
    birthCountry: birthPlace.kind === 'france' ? FRANCE : birthPlace.country,
    ...{ email, phone, addressLines, postcode, town, nirCheck: 'none' },
    ...{ emailNext: null, emailChangesAt: null },
  }
}
