import { z } from 'zod'
import { IDENTITY_PROOFS } from '../../commands/correct-candidate.ts'
import { Id, LongText, ShortText } from '../basic.ts'
import { EmailAddress } from '../registration.ts'

export const ChangeAddressArgs = z.object({
  /** One of the centre's own requests, by which it knows the candidate. */
  requestId: Id,
  candidateId: Id,
  /** The address as the centre saw it. */
  from: ShortText,
  email: EmailAddress,
  proof: z.enum(IDENTITY_PROOFS),
  /** Number, date, or what else was shown; required when the proof is `other`. */
  proofText: LongText.nullable(),
})
export type ChangeAddressArgs = z.infer<typeof ChangeAddressArgs>
