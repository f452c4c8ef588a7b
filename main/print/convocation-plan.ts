import type { Parsed } from '../../contract/ipc.ts'
import type { Db } from '../../db/schema.ts'
import { fullName } from '../../domain/candidate.ts'
import type { ConvocationContent } from '../../domain/shapes/convocation.ts'
import { CONVOCATION } from '../../text/papers/convocation.ts'
import { isDue } from '../reads/convocation-list.ts'
import { type ConvocationStanding, readContent, readConvocationStandings } from '../reads/convocation-standing.ts'
import { convocationPaper } from './convocation-paper.ts'
import type { IssuedKind, ToPrint } from './issued-kind.ts'

export const convocationKind: IssuedKind<ConvocationContent> = {
  kind: 'convocation',
  templateVersion: 1,
  htmlOf: convocationPaper,
  titleOf: (content) => CONVOCATION.title(fullName(content), content.sessionLabel),
  titleOfMany: (count, { sessionLabel }) => CONVOCATION.titleOfMany(count, sessionLabel),
  fileNames: { one: 'Convocation', many: 'Convocations' },
}

/** What was asked for and can be printed now, by name. */
export async function readAsked(
  db: Db,
  { sessionId, which }: Parsed<'convocation.print'>,
): Promise<ToPrint<ConvocationContent>[]> {
  const standings = await readConvocationStandings(db, sessionId)
  const wanted = which === 'due' ? isDue : ({ row }: ConvocationStanding) => which.includes(row.requestId)
  return standings.filter(wanted).flatMap((standing) => toPrint(standing) ?? [])
}

/** Null when nobody may be convened with it now. */
function toPrint({ row, today, issued }: ConvocationStanding): ToPrint<ConvocationContent> | null {
  if (!today) return null
  const { requestId, candidateId } = today
  const frozen = issued && row.state === 'current' ? readContent(issued) : null
  if (issued && frozen)
    return { requestId, candidateId, content: frozen, version: issued.version, isNew: false, replaces: null }
  const replaces = issued?.version ?? null
  return { requestId, candidateId, content: today.content, version: (replaces ?? 0) + 1, isNew: true, replaces }
}
