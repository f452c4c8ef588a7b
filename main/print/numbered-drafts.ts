import { listTouching } from '../../db/commands.ts'
import { listDocumentsOf } from '../../db/documents.ts'
import { getRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import type { LogoImage } from '../../domain/logo.ts'
import { CREDIT_NOTE } from '../../text/papers/credit-note.ts'
import { RECEIPT } from '../../text/papers/receipt.ts'
import { readLogoImage } from './centre-logo.ts'
import { creditNotePaper } from './credit-note-paper.ts'
import type { Draft } from './document-draft.ts'
import { receiptPaper } from './receipt-paper.ts'

/** What is said of a paper that bears a number, before it is known whether this one is the original. */
type NumberedPaper = Pick<Draft, 'kind' | 'refId' | 'templateVersion' | 'content' | 'fileName'> & {
  paymentId: string
  /** Its row, as commands name it. */
  touch: string
  titleOf: (duplicate: boolean) => string
  htmlOf: (duplicate: boolean, logo: LogoImage | null) => string
}

/** Null when there is no such receipt here. */
export async function receiptDraft(db: Db, receiptId: string): Promise<Draft | null> {
  const receipt = await getRow(db, 'receipt', receiptId)
  return (
    receipt &&
    (await numberedDraft(db, {
      kind: 'receipt',
      refId: receiptId,
      touch: `receipt/${receiptId}`,
      paymentId: receipt.paymentId,
      templateVersion: receipt.templateVersion,
      content: JSON.stringify(receipt.content),
      fileName: `Recu-${receipt.number}`,
      titleOf: (duplicate) => RECEIPT.title(receipt.number, duplicate),
      htmlOf: (duplicate, logo) => receiptPaper(receipt, duplicate, logo),
    }))
  )
}

/** Null when there is no such credit note here. */
export async function creditNoteDraft(db: Db, creditNoteId: string): Promise<Draft | null> {
  const note = await getRow(db, 'creditNote', creditNoteId)
  return (
    note &&
    (await numberedDraft(db, {
      kind: 'credit-note',
      refId: creditNoteId,
      touch: `creditNote/${creditNoteId}`,
      paymentId: note.paymentId,
      templateVersion: note.templateVersion,
      content: JSON.stringify(note),
      fileName: `Avoir-${note.number}`,
      titleOf: (duplicate) => CREDIT_NOTE.title(note.number, duplicate),
      htmlOf: (duplicate, logo) => creditNotePaper(note, duplicate, logo),
    }))
  )
}

/**
 * The first paper of a number given on this PC is the original; every other one, on any PC, is a DUPLICATA of the same content. One
 * whose PDF was cut short by a crash has no paper yet: its original is made now.
 */
async function numberedDraft(db: Db, paper: NumberedPaper): Promise<Draft> {
  const { kind, refId, paymentId, touch, fileName, titleOf, htmlOf, ...frozen } = paper
  const payment = await getRow(db, 'payment', paymentId)
  const before = await listDocumentsOf(db, kind, refId)
  const duplicate = before.length > 0 || !(await isNumberedHere(db, touch))
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
    html: htmlOf(duplicate, await readLogoImage(db)),
  }
}

/** Whether this PC has given it its number, under the name it now has or an earlier one. */
async function isNumberedHere(db: Db, touch: string): Promise<boolean> {
  const commands = await listTouching(db, [touch])
  return commands.some(({ name }) => name === 'receipt.issue' || name === 'credit-note.issue')
}
