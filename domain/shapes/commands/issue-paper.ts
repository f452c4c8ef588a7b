import { z } from 'zod'
import { MOST_PAPERS } from '../../commands/issue-paper.ts'
import { PAPER_KINDS } from '../../issued-paper.ts'
import { InstantText } from '../basic.ts'
import { IssuedPaper } from '../issued-paper.ts'

export const IssuePaperArgs = z.object({
  /** When they were made, by the PC's clock: what is printed on them. */
  issuedAt: InstantText,
  papers: z
    .array(IssuedPaper.omit({ issuedAt: true, issuedBy: true }).extend({ kind: z.enum(PAPER_KINDS) }))
    .min(1)
    .max(MOST_PAPERS),
})
export type IssuePaperArgs = z.infer<typeof IssuePaperArgs>
