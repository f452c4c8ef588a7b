import { existsSync } from 'node:fs'
import path from 'node:path'
import type { DocumentRow } from '../../contract/desk.ts'
import type { DocumentAnswer, Parsed } from '../../contract/ipc.ts'
import { addAudit } from '../../db/audit.ts'
import { listTouching } from '../../db/commands.ts'
import {
  addDocument,
  getDocument,
  type KeptDocument,
  listDocumentsOf,
  listDocumentsOfPapers,
  listDocumentsOfSession,
} from '../../db/documents.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { getRow, listRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { readSyncState } from '../../db/sync-state.ts'
import type { Clock } from '../../domain/time.ts'
import { formatDate } from '../../text/format.ts'
import { SHEET } from '../../text/papers/attendance-sheet.ts'
import { CREDIT_NOTE } from '../../text/papers/credit-note.ts'
import { freshnessWords } from '../../text/papers/freshness.ts'
import { RECEIPT } from '../../text/papers/receipt.ts'
import { newId } from '../commands/context.ts'
import { readFreshness } from '../reads/desk-state.ts'
import { attendanceSheetPaper } from './attendance-sheet-paper.ts'
import { creditNotePaper } from './credit-note-paper.ts'
import { keepPdf } from './keep-pdf.ts'
import { receiptPaper } from './receipt-paper.ts'
import { readSheet } from './sheet-content.ts'

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
  /** Those made of these receipts and credit notes, the latest first. */
  listOf(refIds: readonly string[]): Promise<DocumentRow[]>
}

type Draft = Pick<
  KeptDocument,
  'kind' | 'refId' | 'sessionId' | 'title' | 'version' | 'duplicate' | 'templateVersion' | 'content' | 'fileName'
> & { html: string }

/** What is said of a paper that bears a number, before it is known whether this one is the original. */
type NumberedPaper = Pick<Draft, 'kind' | 'refId' | 'templateVersion' | 'content' | 'fileName'> & {
  paymentId: string
  /** Its row, as commands name it. */
  touch: string
  titleOf: (duplicate: boolean) => string
  htmlOf: (duplicate: boolean) => string
}

const SHEET_TEMPLATE = 1

/** Papers: made from frozen content, stored before anything is opened, and kept in a history. */
export function createDocuments(options: DocumentsOptions): Documents {
  const { db, clock, folder } = options

  /**
   * The first paper of a number given on this PC is the original; every other one, on any PC, is a DUPLICATA of the same content. One
   * whose PDF was cut short by a crash has no paper yet: its original is made now.
   */
  async function numberedDraft(paper: NumberedPaper): Promise<Draft> {
    const { kind, refId, paymentId, touch, fileName, titleOf, htmlOf, ...frozen } = paper
    const payment = await getRow(db, 'payment', paymentId)
    const before = await listDocumentsOf(db, kind, refId)
    const duplicate = before.length > 0 || !(await isNumberedHere(touch))
    const copies = before.filter((document) => document.duplicate === 1).length + 1
    return {
      ...frozen,
      kind,
      refId,
      sessionId: payment?.sessionId ?? '',
      title: titleOf(duplicate),
      version: before.length + 1,
      duplicate: Number(duplicate),
      fileName: `${fileName}${duplicate ? `-duplicata-${copies}` : ''}.pdf`,
      html: htmlOf(duplicate),
    }
  }

  /** Whether this PC has given it its number, under the name it now has or an earlier one. */
  async function isNumberedHere(touch: string): Promise<boolean> {
    const commands = await listTouching(db, [touch])
    return commands.some(({ name }) => name === 'receipt.issue' || name === 'credit-note.issue')
  }

  async function receiptDraft(receiptId: string): Promise<Draft | null> {
    const receipt = await getRow(db, 'receipt', receiptId)
    return (
      receipt &&
      (await numberedDraft({
        kind: 'receipt',
        refId: receiptId,
        touch: `receipt/${receiptId}`,
        paymentId: receipt.paymentId,
        templateVersion: receipt.templateVersion,
        content: JSON.stringify(receipt.content),
        fileName: `Recu-${receipt.number}`,
        titleOf: (duplicate) => RECEIPT.title(receipt.number, duplicate),
        htmlOf: (duplicate) => receiptPaper(receipt, duplicate),
      }))
    )
  }

  async function creditNoteDraft(creditNoteId: string): Promise<Draft | null> {
    const note = await getRow(db, 'creditNote', creditNoteId)
    return (
      note &&
      (await numberedDraft({
        kind: 'credit-note',
        refId: creditNoteId,
        touch: `creditNote/${creditNoteId}`,
        paymentId: note.paymentId,
        templateVersion: note.templateVersion,
        content: JSON.stringify(note),
        fileName: `Avoir-${note.number}`,
        titleOf: (duplicate) => CREDIT_NOTE.title(note.number, duplicate),
        htmlOf: (duplicate) => creditNotePaper(note, duplicate),
      }))
    )
  }

  function draftOf(request: Exclude<Parsed<'document.open'>, { kind: 'stored' }>): Promise<Draft | null> {
    if (request.kind === 'receipt') return receiptDraft(request.receiptId)
    if (request.kind === 'credit-note') return creditNoteDraft(request.creditNoteId)
    return sheetDraft(request.sittingId)
  }

  /** A new version when the list has changed since the last sheet; the same version, fresher, when it has not. */
  async function sheetDraft(sittingId: string): Promise<Draft | null> {
    const sheet = await readSheet(db, sittingId)
    if (!sheet) return null
    const content = JSON.stringify(sheet.content)
    const [last] = await listDocumentsOf(db, 'attendance-sheet', sittingId)
    const version = !last ? 1 : last.content === content ? last.version : last.version + 1
    const { examCode, heldOn, timeZone } = sheet.content
    const now = clock.now()
    const freshness = freshnessWords(await readFreshness(db, await readSyncState(db), false), now, timeZone)
    return {
      kind: 'attendance-sheet',
      refId: sittingId,
      sessionId: sheet.sessionId,
      title: SHEET.title(examCode, formatDate(heldOn)),
      version,
      duplicate: 0,
      templateVersion: SHEET_TEMPLATE,
      content,
      fileName: `Emargement-${heldOn}-${examCode}-v${version}-${now.replace(/[-:.]/g, '')}.pdf`,
      html: attendanceSheetPaper(sheet.content, { at: now, version, freshness }),
    }
  }

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
    const opened = await options.openFile(path.join(folder, fileName)).then(
      () => true,
      () => false,
    )
    return { ok: true, value: asRow(document, await creditNoteNumbers()), opened }
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
  async function heldPaper(request: Exclude<Parsed<'document.open'>, { kind: 'stored' }>) {
    if (request.kind === 'attendance-sheet' || request.copy) return null
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
    const draft = await draftOf(request)
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
