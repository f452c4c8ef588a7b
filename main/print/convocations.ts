import type { ConvocationList, ConvocationRow, PapersPrinted } from '../../contract/desk-papers.ts'
import type { Parsed } from '../../contract/ipc.ts'
import type { Db } from '../../db/schema.ts'
import { listConvocations } from '../reads/convocation-list.ts'
import { readConvocationStanding } from '../reads/convocation-standing.ts'
import { convocationKind, readAsked } from './convocation-plan.ts'
import type { Issuing } from './issuing.ts'

export type Convocations = {
  list(sessionId: string): Promise<ConvocationList>
  of(who: { sessionId: string; candidateId: string }): Promise<ConvocationRow | null>
  print(asked: Parsed<'convocation.print'>): Promise<PapersPrinted>
}

/** The convocations of a centre. */
export function createConvocations(db: Db, issuing: Issuing): Convocations {
  return {
    list: (sessionId) => listConvocations(db, sessionId),
    of: async (who) => (await readConvocationStanding(db, who))?.row ?? null,
    print: (asked) => {
      const { sessionId, as, means } = asked
      const papers = () => readAsked(db, asked)
      return issuing.print({ kind: convocationKind, papers, sessionId, refId: sessionId, as, means })
    },
  }
}
