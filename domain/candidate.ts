import { z } from 'zod'
import { Id, InstantText, LocalDateText, LongText, ShortText } from './shapes.ts'

/** HQ owns this record; the NIR never leaves HQ, centres receive only whether it agrees (`nirCheck`). */
export const Candidate = z.object({
  id: Id,
  /** « Numéro unique de candidat », given at the first pre-validation. Never validate its length: it grows. */
  nuc: ShortText.nullable(),
  birthName: ShortText,
  usageName: ShortText.nullable(),
  firstNames: ShortText,
  sex: z.enum(['F', 'M']),
  bornOn: LocalDateText,
  birthPlace: ShortText,
  birthCountry: ShortText,
  email: ShortText,
  phone: ShortText,
  addressLines: z.array(ShortText).max(4),
  postcode: ShortText,
  town: ShortText,
  nirCheck: z.enum(['none', 'ok', 'mismatch']),
})
export type Candidate = z.infer<typeof Candidate>

/** One submission for a session at this centre; it holds entries. */
export const Request = z.object({
  id: Id,
  sessionId: Id,
  candidateId: Id,
  version: z.int().min(1),
  receivedAt: InstantText,
  emailConfirmedAt: InstantText,
  /** The organisation announced as payer, or null when the candidate pays. */
  organisationId: Id.nullable(),
  note: LongText.nullable(),
})
export type Request = z.infer<typeof Request>

/** The name to call the person by: usage name if any, then first names. Never cut. */
export function fullName(candidate: Pick<Candidate, 'birthName' | 'usageName' | 'firstNames'>): string {
  return `${candidate.usageName ?? candidate.birthName} ${candidate.firstNames}`
}
