import type { z } from 'zod'
import { Uuid } from '../basic.ts'
import { StatementMatch } from '../statement-match.ts'

export const MatchStatementArgs = StatementMatch.omit({ id: true, matchedBy: true }).extend({ matchId: Uuid })
export type MatchStatementArgs = z.infer<typeof MatchStatementArgs>
