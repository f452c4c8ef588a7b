import { rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { addDocument, type KeptDocument, removeDocuments } from '../../db/documents.ts'
import type { Db } from '../../db/schema.ts'
import { fullName } from '../../domain/candidate.ts'
import type { PaperMeans } from '../../domain/issued-paper.ts'
import { type ClickContext, newId } from '../commands/context.ts'
import { runClick } from '../commands/run-click.ts'
import type { Made } from './document-draft.ts'
import type { IssuedContent, IssuedKind, ToPrint } from './issued-kind.ts'
import { keepPdf } from './keep-pdf.ts'

/** Papers that go into one PDF, and what it is called. */
export type PdfToMake<C extends IssuedContent> = { fileName: string; papers: readonly ToPrint<C>[] }

export type BatchTools<C extends IssuedContent> = {
  /** What is printed. */
  kind: IssuedKind<C>
  db: Db
  folder: string
  print: (html: string) => Promise<Uint8Array>
  context: ClickContext
  made: Omit<Made, 'version'>
  sessionId: string
  /** What papers of several people are kept under: the session, the sitting. */
  refId: string
  means: PaperMeans
  /** Whether the person has given up: looked at between two PDFs. */
  isCancelled: () => boolean
  /** A PDF is on the disk: so many papers. */
  onMade: (papers: number) => void
}

export type BatchStopped = 'cancelled' | 'not-made' | 'not-stored' | 'not-issued'

/**
 * Prints a batch and issues what is new of it, all of it or nothing: the PDFs are whole on the disk before the one command runs that
 * says so, and go again when anything fails or the person gives up.
 * @returns the papers kept, or what stopped it
 */
export async function printBatch<C extends IssuedContent>(
  pdfs: readonly PdfToMake<C>[],
  tools: BatchTools<C>,
): Promise<KeptDocument[] | BatchStopped> {
  const made: KeptDocument[] = []
  const stopped = (await makeAll(pdfs, tools, made)) ?? (await list(made, tools)) ?? (await issue(pdfs, tools))
  if (stopped === null) return made
  // A disk in trouble may refuse this too: what is left is a PDF that nobody was shown, and that no ledger names.
  await removeDocuments(
    tools.db,
    made.map(({ id }) => id),
  ).catch((error: unknown) => console.error('papers not forgotten', error))
  for (const { fileName } of pdfs) await rm(path.join(tools.folder, fileName), { force: true }).catch(() => undefined)
  // The folder of several batches, when this was the first; it stays while there is anything in it.
  const parts = path.posix.dirname(pdfs[0]?.fileName ?? '')
  if (parts !== '.') await rmdir(path.join(tools.folder, parts)).catch(() => undefined)
  return stopped
}

/** All of them at once, right before they are issued: a power cut in the middle of a batch leaves none that was never issued. */
async function list(made: readonly KeptDocument[], { db }: { db: Db }): Promise<BatchStopped | null> {
  try {
    await db.transaction().execute(async (tx) => {
      for (const document of made) await addDocument(tx, document)
    })
    return null
  } catch (error) {
    console.error('the papers could not be listed', error)
    return 'not-stored'
  }
}

async function makeAll<C extends IssuedContent>(
  pdfs: readonly PdfToMake<C>[],
  tools: BatchTools<C>,
  made: KeptDocument[],
): Promise<BatchStopped | null> {
  for (const pdf of pdfs) {
    if (tools.isCancelled()) return 'cancelled'
    const html = tools.kind.htmlOf(pdf.papers, tools.made)
    let bytes: Uint8Array
    try {
      bytes = await tools.print(html)
    } catch (error) {
      console.error('printToPDF failed', error)
      return 'not-made'
    }
    try {
      const document = await store(pdf, bytes, tools)
      made.push(document)
    } catch (error) {
      console.error('the papers could not be stored', error)
      return 'not-stored'
    }
    tools.onMade(pdf.papers.length)
  }
  return tools.isCancelled() ? 'cancelled' : null
}

async function store<C extends IssuedContent>(
  { fileName, papers }: PdfToMake<C>,
  bytes: Uint8Array,
  { kind, folder, context, made, sessionId, refId }: BatchTools<C>,
): Promise<KeptDocument> {
  const file = path.join(folder, fileName)
  const sha256 = await keepPdf(path.dirname(file), path.basename(file), bytes)
  const [first] = papers
  const only = papers.length === 1 ? first : undefined
  return {
    id: newId(context),
    kind: kind.kind,
    refId: only?.requestId ?? refId,
    sessionId,
    title: only ? kind.titleOf(only.content) : first ? kind.titleOfMany(papers.length, first.content) : '',
    version: only?.version ?? 1,
    duplicate: 0,
    templateVersion: kind.templateVersion,
    content: JSON.stringify(papers.map(({ requestId, version }) => ({ requestId, version }))),
    ...{ fileName, sha256, madeAt: made.at, madeBy: context.operator.name },
  }
}

/** A name may be longer than a ledger's line; the content has it whole. */
const LONGEST_NAME = 200

async function issue<C extends IssuedContent>(
  pdfs: readonly PdfToMake<C>[],
  tools: BatchTools<C>,
): Promise<BatchStopped | null> {
  const { kind, sessionId, means } = tools
  const fresh = pdfs.flatMap(({ papers }) => papers).filter(({ isNew }) => isNew)
  if (fresh.length === 0) return null
  const papers = fresh.map(({ requestId, candidateId, content, version }) => ({
    ...{ kind: kind.kind, sessionId, candidateId, requestId, version, means },
    content: JSON.stringify(content),
    recipient: fullName(content).slice(0, LONGEST_NAME),
  }))
  const draft = { name: 'paper.issue' as const, args: { issuedAt: tools.made.at, papers } }
  const [done] = (await runClick(tools.db, [draft], tools.context)).results
  return done?.ok ? null : 'not-issued'
}
