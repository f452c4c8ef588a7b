import type { RegisterBody } from '../../contract/candidate-pages.ts'
import type { Candidate } from '../../domain/candidate.ts'
import { checkNir } from '../../domain/nir.ts'
import type { SubmittedForm } from '../db/schema.ts'

/** How births in France are written, in centres' lists as on HQ's pages. */
export const FRANCE = 'FRANCE'

/** What is kept of a form until the address is confirmed: all but the password, kept as a hash, and the NIR, kept sealed. */
export function withoutSecrets({
  password: _password,
  attempt: _attempt,
  nir: _nir,
  ...form
}: RegisterBody): SubmittedForm {
  return form
}

/** The record that centres see, made of a form. Of the NIR given with it, null when none was, only whether it agrees. */
export function recordOfForm(
  id: string,
  { identity, contact }: Pick<SubmittedForm, 'identity' | 'contact'>,
  nir: string | null,
): Candidate {
  const { birthName, usageName, firstNames, sex, bornOn, birthPlace } = identity
  const { email, phone, addressLines, postcode, town } = contact
  return {
    ...{ id, nuc: null, birthName, usageName, firstNames, sex, bornOn },
    birthPlace: birthPlace.town,
    birthCountry: birthPlace.kind === 'france' ? FRANCE : birthPlace.country,
    ...{ email, phone, addressLines, postcode, town },
    nirCheck: nir === null ? 'none' : checkNir(nir, identity),
    ...{ emailNext: null, emailChangesAt: null },
  }
}
