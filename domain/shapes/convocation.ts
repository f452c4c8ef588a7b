import { z } from 'zod'
import { LONGEST_FILLED, MOST_WORDING_LINES } from '../wording.ts'
import { LocalDateText, LocalTimeText, LongText, ShortText } from './basic.ts'
import { LetterAddressee, LetterSender } from './letter.ts'

/** One exam to sit, as it is convened. Hours are the centre's wall clock. */
export const ConvenedSitting = z.object({
  examCode: ShortText,
  examLabel: ShortText,
  /** Names, separated by commas; empty when the exam needs none. */
  software: LongText,
  heldOn: LocalDateText,
  startsAtLocal: LocalTimeText,
  endsAtLocal: LocalTimeText,
  room: ShortText,
})
export type ConvenedSitting = z.infer<typeof ConvenedSitting>

/**
 * Everything a convocation says, frozen when it is issued: who, to which sittings, in which centre. Never a NIR, never a result. What it
 * says is compared with what would be said now to know whether it still holds.
 */
export const ConvocationContent = z.object({
  ...LetterSender.shape,
  ...LetterAddressee.shape,
  /** In the order of time. */
  sittings: z.array(ConvenedSitting).min(1),
  /** The centre's paragraphs, filled, one a line; absent of one issued before centres had any: the words of then. */
  words: z.array(z.string().max(LONGEST_FILLED)).max(MOST_WORDING_LINES).optional(),
})
export type ConvocationContent = z.infer<typeof ConvocationContent>
