import { z } from 'zod'
import { ShortText } from './basic.ts'
import { Candidate } from './candidate.ts'
import { Centre, Signatory } from './catalogue.ts'

/** Who writes, as letters say it. */
export const LetterSender = z.object({
  ...Centre.pick({ timeZone: true }).shape,
  centreName: ShortText,
  centreTown: ShortText,
  centreAddress: z.array(ShortText).max(6),
  centrePhone: ShortText.nullable(),
  centreEmail: ShortText.nullable(),
  sessionLabel: ShortText,
  /** Who signs it, as the centre had chosen then; absent: whoever does, by hand. */
  signatory: Signatory.optional(),
})
export type LetterSender = z.infer<typeof LetterSender>

/** Whom to, and where it is sent. Never a NIR. */
export const LetterAddressee = Candidate.pick({
  ...{ nuc: true, birthName: true, usageName: true, firstNames: true, sex: true, bornOn: true, birthPlace: true },
  ...{ addressLines: true, postcode: true, town: true },
})
export type LetterAddressee = z.infer<typeof LetterAddressee>
