import type { Candidate } from '../../domain/candidate.ts'
import {
  IDENTITY_FIELDS,
  type IdentityChanges,
  type IdentityField,
  isPossible,
} from '../../domain/commands/correct-candidate.ts'
import { formatDate } from '../../text/format.ts'
import { ACTS } from '../../text/screens/request-acts.ts'
import { parseTypedDate } from '../payments/typed-date.ts'

/** What was typed over the values on file; a field that nobody touched is not there. */
export type TypedIdentity = Partial<Readonly<Record<IdentityField, string>>>

const WHOLE_DATE = /^\d{1,2}[/.\s-]\d{1,2}[/.\s-]\d{4}$/

/** A value on file as it is typed. */
export function asTyped(seen: Candidate, field: IdentityField): string {
  return field === 'bornOn' ? formatDate(seen.bornOn) : (seen[field] ?? '')
}

/** What a form asks to change, and what is wrong with it beside the field. `seen`: the values that were on the screen. */
export function readIdentity(
  seen: Candidate,
  typed: TypedIdentity,
): { changes: IdentityChanges; errors: Partial<Record<IdentityField, string>> } {
  const changes: Record<string, unknown> = {}
  const errors: Partial<Record<IdentityField, string>> = {}
  for (const field of IDENTITY_FIELDS) {
    const text = typed[field]?.trim()
    if (text === undefined || text === asTyped(seen, field)) continue
    const to = asValue(field, text)
    if (to === seen[field]) continue
    if (isPossible(field, to)) changes[field] = { from: seen[field], to }
    else errors[field] = wrong(field)
  }
  return { changes: changes as IdentityChanges, errors }
}

function asValue(field: IdentityField, text: string): string | null {
  if (field === 'bornOn') return WHOLE_DATE.test(text) ? parseTypedDate(text, '') : null
  return field === 'usageName' && text === '' ? null : text
}

function wrong(field: IdentityField): string {
  if (field === 'bornOn') return ACTS.notADate
  return field === 'birthPlace' || field === 'birthCountry' ? ACTS.notPossible : ACTS.notAName
}
