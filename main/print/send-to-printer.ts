import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type PrintAnswer, Printer, type PrinterList } from '../../contract/desk-printing.ts'
import type { SavedFile } from '../../contract/desk-session.ts'
import type { Parsed } from '../../contract/ipc.ts'
import { addAudit, lastPrintedAt } from '../../db/audit.ts'
import { getDocument, type KeptDocument } from '../../db/documents.ts'
import type { Db } from '../../db/schema.ts'
import type { Clock } from '../../domain/time.ts'
import { newId } from '../commands/context.ts'
import { smallFile } from '../small-file.ts'

/** A stored PDF on its way to a printer. `sheet`: what it is printed on. */
export type PrintJob = { printer: string; copies: number; sheet: 'A4' | 'DL' }

/** The printers of the PC. */
export type Printers = {
  list: () => Promise<Printer[]>
  /** Resolves once the system has taken the job; what becomes of it then (no paper, a jam) the system itself says. @throws when it has not */
  print: (pdf: Uint8Array, job: PrintJob) => Promise<void>
}

/** A PC that has none. */
export const NO_PRINTERS: Printers = {
  list: async () => [],
  print: async () => {
    throw new Error('no printer')
  },
}

export type SendingOptions = {
  db: Db
  clock: Clock
  random: (bytes: number) => Uint8Array
  /** Where the papers are, and where what belongs to this PC is remembered. */
  folder: string
  dataFolder: string
  printers: Printers
  operatorName: () => string
  chooseWhere: (name: string) => Promise<string | null>
}

/** What becomes of a paper once it is stored: a printer, or a file of its own elsewhere. Whatever fails, the stored paper stands. */
export type Sending = {
  printers(documentId: string): Promise<PrinterList>
  print(asked: Parsed<'document.print'>): Promise<PrintAnswer>
  save(documentId: string): Promise<SavedFile>
}

/** Which printer each kind of paper last went to: receipts to the till's, sheets to the big one. */
const Remembered = z.object({ last: Printer.nullable(), byKind: z.record(z.string(), Printer) })

export function createSending(options: SendingOptions): Sending {
  const { db, clock, folder, printers } = options
  const file = smallFile(path.join(options.dataFolder, 'imprimantes.json'), Remembered)

  async function list(): Promise<Printer[]> {
    return await printers.list().catch((error: unknown) => {
      console.error('printers not listed', error)
      return []
    })
  }

  const isThere = async (name: string) => (await list()).some((printer) => printer.name === name)

  async function note({ id, fileName }: KeptDocument, printer: string, copies: number): Promise<void> {
    const line = { id: newId(options), at: clock.now(), operatorName: options.operatorName() }
    const detail = { documentId: id, fileName, printer, copies }
    // The paper is in the printer: a full disk must not make it look as if it were not.
    await addAudit(db, { ...line, kind: 'document-printed', detail }).catch((error: unknown) =>
      console.error('printing not noted', error),
    )
  }

  return {
    async printers(documentId) {
      const document = await getDocument(db, documentId)
      const now = await list()
      const remembered = file.recall()
      const last = (document && remembered?.byKind[document.kind]) ?? remembered?.last ?? null
      const isHere = last !== null && now.some(({ name }) => name === last.name)
      const original = document !== null && isOriginal(document)
      return {
        printers: now,
        chosen: isHere ? last.name : null,
        gone: last && !isHere ? last.label : null,
        sentAt: original ? await lastPrintedAt(db, documentId) : null,
        isOriginal: original,
      }
    },
    async print({ documentId, printer, copies }) {
      const document = await getDocument(db, documentId)
      const pdf = document && (await readStored(path.join(folder, document.fileName)))
      if (!document || !pdf) return { ok: false, code: 'not-found' }
      const chosen = (await list()).find(({ name }) => name === printer)
      if (!chosen) return { ok: false, code: 'printer-gone' }
      const printed = isOriginal(document) ? 1 : copies
      try {
        await printers.print(pdf, { printer, copies: printed, sheet: document.kind === 'envelope' ? 'DL' : 'A4' })
      } catch (error) {
        console.error('not printed', error)
        return { ok: false, code: (await isThere(printer)) ? 'not-printed' : 'printer-gone' }
      }
      file.remember({ last: chosen, byKind: { ...file.recall()?.byKind, [document.kind]: chosen } })
      await note(document, chosen.label, printed)
      return { ok: true }
    },
    async save(documentId) {
      const document = await getDocument(db, documentId)
      const pdf = document && (await readStored(path.join(folder, document.fileName)))
      if (!document || !pdf) return { ok: false, code: 'not-found' }
      const where = await options.chooseWhere(path.basename(document.fileName))
      if (where === null) return { ok: false, code: 'cancelled' }
      try {
        await writeFile(where, pdf)
        return { ok: true, path: where }
      } catch (error) {
        console.error('paper not saved', error)
        return { ok: false, code: 'not-written' }
      }
    },
  }
}

/** Of a paper with a number there is one original; every other copy says DUPLICATA. */
function isOriginal({ kind, duplicate }: KeptDocument): boolean {
  return (kind === 'receipt' || kind === 'credit-note') && duplicate === 0
}

async function readStored(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file)
  } catch {
    return null
  }
}
