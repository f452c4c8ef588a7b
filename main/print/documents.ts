import { existsSync } from 'node:fs'
import path from 'node:path'
import type { DocumentRow } from '../../contract/desk.ts'
import type { DocumentAnswer, Parsed } from '../../contract/ipc.ts'
import { addAudit } from '../../db/audit.ts'
import {
  addDocument,
  getDocument,
  type KeptDocument,
  listDocumentsOf,
  listDocumentsOfPapers,
  listDocumentsOfSession,
} from '../../db/documents.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { listRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import type { Clock } from '../../domain/time.ts'
import { newId } from '../commands/context.ts'
import type { Draft, MadeRequest } from './document-draft.ts'
import { draftOf } from './draft-of.ts'
import { keepPdf } from './keep-pdf.ts'

export type DocumentsOptions = {
  db: Db
  clock: Clock
  random: (bytes: number) => Uint8Array
  folder: string
  print: (html: string) => Promise<Uint8Array>
  /** @throws when the system has no program to show it */
  openFile: (path: string) => Promise<void>
  operatorName: () => string
}

export type Documents = {
  open(request: Parsed<'document.open'>): Promise<DocumentAnswer>
  list(sessionId: string): Promise<DocumentRow[]>
  /** Those that people are handed about these receipts, credit notes, requests and candidates, the latest first. */
  listOf(refIds: readonly string[]): Promise<DocumentRow[]>
}

/** Papers: made from frozen content, stored before anything is opened, and kept in a history. */
export function createDocuments(options: DocumentsOptions): Documents {
  const { db, clock, folder } = options

  async function make({ html, ...draft }: Draft): Promise<KeptDocument | 'not-made' | 'not-stored'> {
    let pdf: Uint8Array
    try {
      pdf = await options.print(html)
    } catch (error) {
      console.error('printToPDF failed', error)
      return 'not-made'
    }
    try {
      const sha256 = await keepPdf(folder, draft.fileName, pdf)
      const document = { ...draft, sha256, id: newId(options), madeAt: clock.now(), madeBy: options.operatorName() }
      await addDocument(db, document)
      return document
    } catch (error) {
      console.error('the document could not be stored', error)
      return 'not-stored'
    }
  }

  async function show(document: KeptDocument, kind: 'document-made' | 'document-opened'): Promise<DocumentAnswer> {
    const { id, fileName } = document
    const detail = { documentId: id, fileName }
    const line = { id: newId(options), at: clock.now(), operatorName: options.operatorName(), kind, detail }
    // A full disk must not keep a stored paper from being opened.
    await addAudit(db, line).catch((error: unknown) => console.error('paper not noted', error))
    const file = path.join(folder, fileName)
    const opened = await options.openFile(file).then(
      () => true,
      () => false,
    )
    return { ok: true, value: asRow(document, await creditNoteNumbers()), opened, file }
  }

  function asRow(document: KeptDocument, cancelledBy: ReadonlyMap<string, string>): DocumentRow {
    const { id, kind, refId, title, fileName, version, duplicate, madeAt, madeBy } = document
    return {
      id,
      kind,
      refId,
      title,
      fileName,
      version,
      duplicate: duplicate === 1,
      madeAt,
      madeBy,
      cancelledBy: (kind === 'receipt' && cancelledBy.get(refId)) || null,
      onDisk: isOnDisk(document),
    }
  }

  function isOnDisk({ fileName }: KeptDocument): boolean {
    return existsSync(path.join(folder, fileName))
  }

  /** The credit notes by the receipt that each cancels. */
  async function creditNoteNumbers(): Promise<Map<string, string>> {
    return new Map((await listRows(db, 'creditNote')).map(({ receiptId, number }) => [receiptId, number]))
  }

  /** Of a paper with a number, the one to show again: the original if this PC made it, else its latest DUPLICATA. */
  async function heldPaper(request: MadeRequest): Promise<KeptDocument | null> {
    if ((request.kind !== 'receipt' && request.kind !== 'credit-note') || request.copy) return null
    const refId = request.kind === 'receipt' ? request.receiptId : request.creditNoteId
    const held = (await listDocumentsOf(db, request.kind, refId)).filter(isOnDisk)
    return held.find(({ duplicate }) => duplicate === 0) ?? held[0] ?? null
  }

  async function openOne(request: Parsed<'document.open'>): Promise<DocumentAnswer> {
    if (request.kind === 'stored') {
      const document = await getDocument(db, request.documentId)
      return document && isOnDisk(document) ? await show(document, 'document-opened') : { ok: false, code: 'not-found' }
    }
    const held = await heldPaper(request)
    if (held) return await show(held, 'document-opened')
    const draft = await draftOf(options, request)
    if (!draft) return { ok: false, code: 'not-found' }
    const made = await make(draft)
    return typeof made === 'string' ? { ok: false, code: made } : await show(made, 'document-made')
  }

  // One at a time: two presses on one receipt would both find no paper yet, and both make « the original ».
  let last: Promise<unknown> = Promise.resolve()
  return {
    open(request) {
      const answer = last.then(() => openOne(request))
      last = answer.catch(() => undefined)
      return answer
    },
    listOf: async (refIds) => {
      const made = await listDocumentsOfPapers(db, refIds)
      const notes = made.length > 0 ? await rowsBy(db, 'creditNote', 'receiptId', refIds) : []
      const cancelledBy = new Map(notes.map(({ receiptId, number }) => [receiptId, number]))
      return made.map((document) => asRow(document, cancelledBy))
    },
    list: async (sessionId) => {
      const cancelledBy = await creditNoteNumbers()
      return (await listDocumentsOfSession(db, sessionId)).map((document) => asRow(document, cancelledBy))
    },
  }
}
