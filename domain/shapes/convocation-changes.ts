import { z } from 'zod'
import { LocalDateText, LocalTimeText, LongText, ShortText } from './basic.ts'

const MomentOf = z.object({ heldOn: LocalDateText, startsAtLocal: LocalTimeText })
const ofExam = { examCode: ShortText }
/** One change between what was issued and what is so today, with what a sentence of it needs. */
export const ConvocationChange = z.discriminatedUnion('what', [
  z.object({ what: z.literal('name'), before: LongText, after: LongText }),
  z.object({ what: z.literal('born'), before: LocalDateText, after: LocalDateText }),
  z.object({ what: z.literal('exam-added'), ...ofExam }),
  z.object({ what: z.literal('exam-removed'), ...ofExam }),
  z.object({ what: z.literal('sitting-added'), ...ofExam, ...MomentOf.shape, room: ShortText }),
  z.object({ what: z.literal('sitting-removed'), ...ofExam, ...MomentOf.shape, room: ShortText }),
  z.object({ what: z.literal('moment'), ...ofExam, before: MomentOf, after: MomentOf }),
  z.object({ what: z.literal('end'), ...ofExam, before: LocalTimeText, after: LocalTimeText }),
  z.object({ what: z.literal('room'), ...ofExam, before: ShortText, after: ShortText }),
  z.object({ what: z.literal('software'), ...ofExam, before: LongText, after: LongText }),
])
export type ConvocationChange = z.infer<typeof ConvocationChange>
