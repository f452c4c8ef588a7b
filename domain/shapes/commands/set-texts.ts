import { z } from 'zod'
import { ACTIVITY_NUMBER, LONGEST_SIGNED, MOST_ADDRESS_LINES, MOST_LEGAL_LINES } from '../../commands/set-texts.ts'
import type { WordingKind } from '../../placeholders.ts'
import { isWording } from '../../wording.ts'
import { LongText, ShortText } from '../basic.ts'
import { CentreSettings } from '../catalogue.ts'

const Activity = z.object({ number: z.string().regex(ACTIVITY_NUMBER), region: ShortText.trim().min(1) })

/** A line of a paper: an empty one is none. */
const Line = ShortText.trim().min(1)
/** A part of the signature. */
const SignedLine = Line.max(LONGEST_SIGNED)

const LongLine = LongText.trim().min(1)

const { addressLines, legalLines, vatWording, activity, paymentTerms, signatory } = CentreSettings.shape

/** `from`: as the centre saw it; `to`: what it becomes. */
const change = <From extends z.ZodType, To extends z.ZodType>(from: From, to: To) => z.object({ from, to }).optional()

/** Null: back to the original. An empty text is a choice too: the paper then says nothing there. */
const wording = (kind: WordingKind) =>
  change(
    LongText.nullable(),
    LongText.trim()
      .refine((text) => isWording(text, kind))
      .nullable(),
  )

export const TextChanges = z.object({
  /** Receipts state where their issuer is. */
  addressLines: change(addressLines, z.array(Line).min(1).max(MOST_ADDRESS_LINES)),
  legalLines: change(legalLines, z.array(LongLine).max(MOST_LEGAL_LINES)),
  vatWording: change(vatWording, LongLine),
  activity: change(activity, Activity.nullable()),
  paymentTerms: change(paymentTerms, LongLine),
  convocationWording: wording('convocation'),
  confirmationWording: wording('confirmation'),
  reminderWording: wording('reminder-letter'),
  refusalWording: wording('refusal-letter'),
  attestationWording: wording('payment-attestation'),
  attendanceWording: wording('attendance-attestation'),
  signatory: change(signatory, z.object({ name: SignedLine, quality: SignedLine, place: SignedLine }).nullable()),
})
export type TextChanges = z.infer<typeof TextChanges>

export const SetTextsArgs = z.object({
  /** Only the texts that change. */
  changes: TextChanges,
})
export type SetTextsArgs = z.infer<typeof SetTextsArgs>
