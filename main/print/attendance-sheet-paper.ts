import { USUAL_ATTENDANCE } from '../../contract/choices.ts'
import type { AttendanceOptions } from '../../contract/sheet-options.ts'
import { formatDate } from '../../text/format.ts'
import { SHEET } from '../../text/papers/attendance-sheet.ts'
import type { Made } from './document-draft.ts'
import { html } from './html.ts'
import { paperHtml } from './paper.ts'
import { sheetPages } from './parts/sheet-pages.ts'
import { signatures } from './parts/signatures.ts'
import type { SheetContent } from './sheet-content.ts'
import { type ListColumn, listHead, listRows, namesColumns } from './sheet-parts.ts'

/** A hand can sign in it; twenty to a page. */
const ROW_MM = 9

/**
 * The sheet that candidates of one sitting sign (*feuille d'émargement*): the header on each page, names whole.
 * @param received the places of the content's candidates in the order received, when that order is asked for
 */
export function attendanceSheetPaper(
  content: SheetContent,
  made: Made,
  options: AttendanceOptions = USUAL_ATTENDANCE,
  received: readonly number[] = [],
): string {
  const { examCode, heldOn, room, candidates } = content
  const columns = [...namesColumns(options), empty(SHEET.seat, 12), ...signatureColumns(options)]
  return paperHtml({
    title: SHEET.title(examCode, formatDate(heldOn)),
    foot: SHEET.foot(examCode, room, made.version, made.freshness),
    body: html`${sheetPages({
      head: listHead(SHEET.heading, content, made),
      columns,
      rows: listRows({ candidates, columns, options, received, least: ROW_MM }),
      closing: html`<p class="note">${SHEET.counts}</p>${signatures(SHEET.invigilatorSignature, SHEET.managerSignature)}`,
    })}`,
  })
}

function signatureColumns({ halfDays }: AttendanceOptions): ListColumn<SheetContent['candidates'][number]>[] {
  return halfDays ? [empty(SHEET.morning, 31), empty(SHEET.afternoon, 31)] : [empty(SHEET.signature, 46)]
}

const empty = (head: string, mm: number) => ({ head, mm, of: () => null })
