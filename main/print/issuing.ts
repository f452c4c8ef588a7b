import path from 'node:path'
import type { PapersPrinted } from '../../contract/desk-papers.ts'
import { addAudit } from '../../db/audit.ts'
import type { KeptDocument } from '../../db/documents.ts'
import type { Db } from '../../db/schema.ts'
import { mayRun } from '../../domain/commands.ts'
import type { PaperMeans } from '../../domain/issued-paper.ts'
import { type ClickContext, newId } from '../commands/context.ts'
import { ownCentre } from '../own-centre.ts'
import { makingNow, momentInFileName } from './document-draft.ts'
import { type BatchStopped, type BatchTools, printBatch } from './issue-batch.ts'
import { type Batch, inBatches } from './issue-plan.ts'
import type { IssuedContent, IssuedKind, ToPrint } from './issued-kind.ts'
import { joinDocuments } from './join-documents.ts'
import type { Printing } from './to-pdf.ts'

export type IssuingOptions = {
  db: Db
  folder: string
  openPrinting: () => Printing
  /** Shows a file or a folder. @throws when the system has no program for it */
  openFile: (path: string) => Promise<void>
  /** @throws when nobody sits here */
  context: () => Promise<ClickContext>
  onProgress: (progress: { done: number; total: number } | null) => void
}

type Asked<C extends IssuedContent> = {
  kind: IssuedKind<C>
  /** What was asked for and can be printed now, in its order. */
  papers: () => Promise<readonly ToPrint<C>[]>
  sessionId: string
  /** What papers of several people are kept under: the session, the sitting. */
  refId: string
  /** together: one PDF, to be printed. apart: a PDF for each. */
  as: 'together' | 'apart'
  means: PaperMeans
}

export type Issuing = {
  /** Prints, keeps, issues what is new and shows it; answers when all is done, or when it was stopped. */
  print<C extends IssuedContent>(asked: Asked<C>): Promise<PapersPrinted>
  /** What is being made ends with the batch before it. */
  stop(): void
  /** Settled once nothing is being printed. */
  settled(): Promise<void>
}

type Job = { cancelled: boolean }
const FAILED = { printed: 0, issued: 0, fileName: null, opened: false, file: null, document: null }

/**
 * Papers that are issued: printed by batches, so that memory and what a failure costs are those of one batch however many there are. One
 * job at a time, whatever is printed.
 */
export function createIssuing(options: IssuingOptions): Issuing {
  const { db, folder } = options
  let running: { job: Job; ended: Promise<unknown> } | null = null

  async function printAll<C extends IssuedContent>(asked: Asked<C>, job: Job): Promise<PapersPrinted> {
    const { kind, as, sessionId, refId, means } = asked
    const context = await options.context()
    const papers = await asked.papers()
    const [first] = papers
    if (!first) return { ...FAILED, stopped: 'nothing' }
    // Before anything is printed: what may not be issued must not lie in the printer.
    if (papers.some(({ isNew }) => isNew) && !mayRun('paper.issue', context.operator.role))
      return { ...FAILED, stopped: 'not-issued' }
    const { timeZone } = (await ownCentre(db)).centre
    const made = await makingNow({ db, clock: context.clock }, timeZone)
    const batches = inBatches(papers, kind.fileNames, as, momentInFileName(made.at, timeZone))
    const tell = (done: number) => options.onProgress({ done, total: papers.length })
    const printing = options.openPrinting()
    const tools = { kind, db, folder, print: printing.print, context, made, sessionId, refId, means }
    const { documents, printed, issued, stopped } = await printBatches(batches, tools, job, tell).finally(printing.end)
    if (printed === 0) return { ...FAILED, stopped }
    const title = kind.titleOfMany(printed, first.content)
    const { fileName, document } = await wholeOf(documents, as, title, context)
    const opened = await show(fileName, printed, context)
    return { printed, issued, stopped, fileName, opened, file: path.join(folder, fileName), document }
  }

  /** Of several batches to be printed together, one file; what is shown of files apart is their folder. */
  async function wholeOf(
    documents: readonly KeptDocument[],
    as: 'together' | 'apart',
    title: string,
    context: ClickContext,
  ): Promise<{ fileName: string; document: { id: string; title: string } | null }> {
    const [first, ...more] = documents
    const fileName = first?.fileName ?? ''
    if (first && more.length === 0) return { fileName, document: { id: first.id, title: first.title } }
    const apart = { fileName: path.posix.dirname(fileName), document: null }
    if (as === 'apart') return apart
    const joining = { db, folder, newId: () => newId(context), title, fileName: `${apart.fileName}.pdf` }
    const whole = await joinDocuments(documents, joining)
    return whole ? { fileName: whole.fileName, document: { id: whole.id, title: whole.title } } : apart
  }

  /** @returns whether a program could show it; the papers stand all the same */
  async function show(fileName: string, papers: number, context: ClickContext): Promise<boolean> {
    const line = { id: newId(context), at: context.clock.now(), operatorName: context.operator.name }
    // A full disk must not keep stored papers from being opened.
    await addAudit(db, { ...line, kind: 'document-made', detail: { fileName, papers } }).catch((error: unknown) =>
      console.error('papers not noted', error),
    )
    return await options.openFile(path.join(folder, fileName)).then(
      () => true,
      () => false,
    )
  }

  return {
    async print(asked) {
      if (running) return { ...FAILED, stopped: 'busy' }
      const job = { cancelled: false }
      const answer = printAll(asked, job).finally(() => {
        running = null
        options.onProgress(null)
      })
      running = { job, ended: answer.catch(() => undefined) }
      return await answer
    },
    stop() {
      if (running) running.job.cancelled = true
    },
    settled: async () => void (await running?.ended),
  }
}

type Printed = { documents: KeptDocument[]; printed: number; issued: number; stopped: BatchStopped | null }

/** One batch after the other, until one is stopped: those before it stand. @param tell how many papers are on the disk */
async function printBatches<C extends IssuedContent>(
  batches: readonly Batch<C>[],
  tools: Omit<BatchTools<C>, 'isCancelled' | 'onMade'>,
  job: Job,
  tell: (done: number) => void,
): Promise<Printed> {
  const all: Printed = { documents: [], printed: 0, issued: 0, stopped: null }
  let done = 0
  tell(done)
  for (const { papers, pdfs } of batches) {
    const kept = await printBatch(pdfs, {
      ...tools,
      isCancelled: () => job.cancelled,
      onMade: (count) => {
        done += count
        tell(done)
      },
    })
    if (typeof kept === 'string') return { ...all, stopped: kept }
    all.documents.push(...kept)
    all.printed += papers.length
    all.issued += papers.filter(({ isNew }) => isNew).length
  }
  return all
}
