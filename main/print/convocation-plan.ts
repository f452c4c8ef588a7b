import type { Parsed } from '../../contract/ipc.ts'
import type { Db } from '../../db/schema.ts'
import { fullName } from '../../domain/candidate.ts'
import { MOST_PAPERS } from '../../domain/commands/issue-paper.ts'
import { isDue } from '../reads/convocation-list.ts'
import { type ConvocationStanding, readContent, readConvocationStandings } from '../reads/convocation-standing.ts'
import type { PdfToMake, ToPrint } from './convocation-batch.ts'
import { inFileName } from './document-draft.ts'

/** What was asked for and can be printed now, by name. */
export async function readAsked(db: Db, { sessionId, which }: Parsed<'convocation.print'>): Promise<ToPrint[]> {
  const standings = await readConvocationStandings(db, sessionId)
  const wanted = which === 'due' ? isDue : ({ row }: ConvocationStanding) => which.includes(row.requestId)
  return standings.filter(wanted).flatMap((standing) => toPrint(standing) ?? [])
}

/** Null when nobody may be convened with it now. */
function toPrint({ row, today, issued }: ConvocationStanding): ToPrint | null {
  if (!today) return null
  const { requestId, candidateId } = today
  const frozen = issued && row.state === 'current' ? readContent(issued) : null
  if (issued && frozen)
    return { requestId, candidateId, content: frozen, version: issued.version, isNew: false, replaces: null }
  const replaces = issued?.version ?? null
  return { requestId, candidateId, content: today.content, version: (replaces ?? 0) + 1, isNew: true, replaces }
}

/** Papers that are issued by one command, and the files that they go into. */
export type Batch = { papers: readonly ToPrint[]; pdfs: readonly PdfToMake[] }

/**
 * As many papers at once as one command issues. Of several, files are numbered in the order of the list.
 * @param moment when, as a part of a file's name
 */
export function inBatches(papers: readonly ToPrint[], as: 'together' | 'apart', moment: string): Batch[] {
  const [only] = papers
  if (papers.length === 1 && only) {
    const fileName = `Convocation-${personOf(only)}-${moment}.pdf`
    return [{ papers, pdfs: [{ fileName, papers }] }]
  }
  const folder = `Convocations-${moment}`
  const count = Math.ceil(papers.length / MOST_PAPERS)
  return Array.from({ length: count }, (_, index) => {
    const from = index * MOST_PAPERS
    const some = papers.slice(from, from + MOST_PAPERS)
    const last = from + some.length
    const together = count === 1 ? `${folder}.pdf` : `${folder}/Convocations-${rank(from + 1)}-a-${rank(last)}.pdf`
    const apart = some.map((paper, place) => ({
      fileName: `${folder}/${rank(from + place + 1)}-${personOf(paper)}.pdf`,
      papers: [paper],
    }))
    return { papers: some, pdfs: as === 'apart' ? apart : [{ fileName: together, papers: some }] }
  })
}

function personOf({ content, version }: ToPrint): string {
  return `${inFileName(fullName(content))}-v${version}`
}

function rank(number: number): string {
  return String(number).padStart(4, '0')
}
