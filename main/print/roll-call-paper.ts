import { USUAL_ROLL_CALL } from '../../contract/choices.ts'
import type { RollCallOptions } from '../../contract/sheet-options.ts'
import { formatDate } from '../../text/format.ts'
import { SHEET } from '../../text/papers/attendance-sheet.ts'
import { ROLL_CALL } from '../../text/papers/roll-call.ts'
import type { Made } from './document-draft.ts'
import { html } from './html.ts'
import { paperHtml } from './paper.ts'
import { sheetPages } from './parts/sheet-pages.ts'
import { signatures } from './parts/signatures.ts'
import type { SheetContent } from './sheet-content.ts'
import { type ListColumn, listHead, listRows, namesColumns } from './sheet-parts.ts'

/** Everything that a roll call list says: the sheet's, and how to reach who is missing. */
export type RollCallContent = Omit<SheetContent, 'candidates'> & {
  candidates: (SheetContent['candidates'][number] & { phone: string })[]
}

/** Lines to tick, not to sign: closer than those of an attendance sheet. */
const ROW_MM = 7.2

/**
 * The list by which names are called at the door (*liste d'appel*): two boxes to tick by each name.
 * @param received the places of the content's candidates in the order received, when that order is asked for
 */
export function rollCallPaper(
  content: RollCallContent,
  made: Made,
  options: RollCallOptions = USUAL_ROLL_CALL,
  received: readonly number[] = [],
): string {
  const { examCode, heldOn, room, candidates } = content
  const columns: ListColumn<RollCallContent['candidates'][number]>[] = [
    ...namesColumns(options),
    ...(options.phone ? [{ head: ROLL_CALL.phone, mm: 30, of: phoneOf }] : []),
    box(ROLL_CALL.present),
    box(ROLL_CALL.absent),
  ]
  return paperHtml({
    title: ROLL_CALL.title(examCode, formatDate(heldOn)),
    foot: SHEET.foot(examCode, room, made.version, made.freshness),
    body: html`${sheetPages({
      look: 'sheet ticked',
      head: listHead(ROLL_CALL.heading, content, made),
      columns,
      rows: listRows({ candidates, columns, options, received, least: ROW_MM }),
      closing: html`<p class="note">${ROLL_CALL.counts}</p>${signatures(SHEET.invigilatorSignature, null)}`,
    })}`,
  })
}

const phoneOf = (one: { phone: string } | null) => one?.phone ?? null
const box = (head: string) => ({ head, mm: 17, of: () => html`<span class="box"></span>` })
