import { z } from 'zod'
import { IDENTITY_PROOFS } from '../../commands/correct-candidate.ts'
import { Id, LocalDateText, LongText, ShortText } from '../basic.ts'
import { Candidate } from '../candidate.ts'
import { PersonName } from '../registration.ts'

/** `from`: as the centre saw it; `to`: as the proof has it. */
const change = <From extends z.ZodType, To extends z.ZodType>(from: From, to: To) => z.object({ from, to }).optional()
const Town = ShortText.trim().min(1)

export const IdentityChanges = z.object({
  birthName: change(ShortText, PersonName),
  usageName: change(ShortText.nullable(), PersonName.nullable()),
  firstNames: change(ShortText, PersonName),
  sex: change(Candidate.shape.sex, Candidate.shape.sex),
  bornOn: change(LocalDateText, LocalDateText),
  birthPlace: change(ShortText, Town),
  birthCountry: change(ShortText, Town),
})
export type IdentityChanges = z.infer<typeof IdentityChanges>

export const CorrectCandidateArgs = z.object({
  /** One of the centre's own requests, by which it knows the candidate. */
  requestId: Id,
  candidateId: Id,
  /** Only the fields that change. */
  changes: IdentityChanges,
  proof: z.enum(IDENTITY_PROOFS),
  /** Number, date, or what else was shown; required when the proof is `other`. */
  proofText: LongText.nullable(),
})
export type CorrectCandidateArgs = z.infer<typeof CorrectCandidateArgs>
