import { fullName } from '../../domain/candidate.ts'
import { MOST_PAPERS } from '../../domain/commands/issue-paper.ts'
import { inFileName } from './document-draft.ts'
import type { PdfToMake } from './issue-batch.ts'
import type { IssuedContent, IssuedKind, ToPrint } from './issued-kind.ts'

/** Papers that are issued by one command, and the files that they go into. */
export type Batch<C extends IssuedContent> = { papers: readonly ToPrint<C>[]; pdfs: readonly PdfToMake<C>[] }

/**
 * As many papers at once as one command issues. Of several, files are numbered in the order of the list.
 * @param as together: one PDF a batch. apart: one for each paper @param moment when, as a part of a file's name
 */
export function inBatches<C extends IssuedContent>(
  papers: readonly ToPrint<C>[],
  { one, many }: IssuedKind<C>['fileNames'],
  as: 'together' | 'apart',
  moment: string,
): Batch<C>[] {
  const [only] = papers
  if (papers.length === 1 && only) {
    const fileName = `${one}-${personOf(only)}-${moment}.pdf`
    return [{ papers, pdfs: [{ fileName, papers }] }]
  }
  const folder = `${many}-${moment}`
  const count = Math.ceil(papers.length / MOST_PAPERS)
  return Array.from({ length: count }, (_, index) => {
    const from = index * MOST_PAPERS
    const some = papers.slice(from, from + MOST_PAPERS)
    const last = from + some.length
    const together = count === 1 ? `${folder}.pdf` : `${folder}/${many}-${rank(from + 1)}-a-${rank(last)}.pdf`
    const apart = some.map((paper, place) => ({
      fileName: `${folder}/${rank(from + place + 1)}-${personOf(paper)}.pdf`,
      papers: [paper],
    }))
    return { papers: some, pdfs: as === 'apart' ? apart : [{ fileName: together, papers: some }] }
  })
}

function personOf({ content, version }: ToPrint<IssuedContent>): string {
  return `${inFileName(fullName(content))}-v${version}`
}

function rank(number: number): string {
  return String(number).padStart(4, '0')
}
