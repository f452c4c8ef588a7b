import { formatDate, formatDateTime, formatDayLong, formatHour } from '../../text/format.ts'
import { SHEET } from '../../text/papers/attendance-sheet.ts'
import { ORGANISATION } from '../../text/papers/organisation.ts'
import type { Made } from './document-draft.ts'
import { type Html, html } from './html.ts'
import { sheetHead } from './parts/letterhead.ts'
import { rowHeight, type SheetRow } from './parts/sheet-pages.ts'
import type { Cell, Column } from './parts/table.ts'
import { terms } from './parts/terms.ts'
import type { SheetContent } from './sheet-content.ts'

type Listed = SheetContent['candidates'][number]

/** A column of a list of candidates. `of`: what stands in it, also of a row left empty (null). */
export type ListColumn<C extends Listed> = Column & { of: (one: C | null, rank: number) => Cell }

/** Those that both lists begin with: rank and names, then birth date and NUC as chosen. */
export function namesColumns<C extends Listed>({ bornOn, nuc }: { bornOn: boolean; nuc: boolean }): ListColumn<C>[] {
  return [
    { head: SHEET.rank, kind: 'number', mm: 9, of: (_, rank) => rank },
    { head: SHEET.birthName, kind: 'head', of: (one) => one && birthNameCell(one) },
    { head: SHEET.firstNames, of: (one) => one?.firstNames ?? null },
    ...(bornOn ? [{ head: SHEET.bornOn, kind: 'whole', mm: 21, of: bornOnOf } as const] : []),
    ...(nuc ? [{ head: SHEET.nuc, kind: 'whole', mm: 19, of: nucOf } as const] : []),
  ]
}

const bornOnOf = (one: Listed | null) => one && formatDate(one.bornOn)
const nucOf = (one: Listed | null) => one?.nuc ?? null

type Rows<C extends Listed> = {
  candidates: readonly C[]
  columns: readonly ListColumn<C>[]
  options: { sort: 'name' | 'received'; blankRows: number }
  /** The places of the candidates in the order received. */
  received: readonly number[]
  /** How high a row is at least, in mm. */
  least: number
}

/** The rows of a list in the order asked for, then those left empty, each as high as its names need. */
export function listRows<C extends Listed>({ candidates, columns, options, received, least }: Rows<C>): SheetRow[] {
  const { sort, blankRows } = options
  const taken = columns.reduce((sum, { mm = 0 }) => sum + mm, 0)
  const listed = sort === 'name' ? candidates : received.flatMap((index) => candidates[index] ?? [])
  return [...listed, ...Array.from({ length: blankRows }, () => null)].map((one, index) => ({
    cells: columns.map((column) => column.of(one, index + 1)),
    height: one
      ? rowHeight([{ name: one.birthName, under: usageWords(one) }, { name: one.firstNames }], taken, least)
      : least,
  }))
}

/** The head of every page of a list of one sitting: the centre, which list, its version, and which exam, when and where. */
export function listHead(heading: string, content: SheetContent, made: Made): Html {
  const { centreName, centreTown, timeZone, sessionLabel, candidates } = content
  const { examCode, examLabel, software, heldOn, startsAtLocal, endsAtLocal, room } = content
  const facts = terms(
    [
      [SHEET.exam, `${examCode} — ${examLabel}`],
      [SHEET.software, software],
      [SHEET.day, formatDayLong(heldOn)],
      [SHEET.hours, `${formatHour(startsAtLocal)} – ${formatHour(endsAtLocal)}`],
      [SHEET.room, room],
      [SHEET.candidates, String(candidates.length)],
      [SHEET.invigilator, '……………………………………'],
    ],
    'facts',
  )
  return html`${sheetHead(
    html`<b>${centreName}</b> · ${ORGANISATION.accredited}, ${centreTown}`,
    SHEET.version(sessionLabel, made.version, formatDateTime(made.at, timeZone)),
  )}<h1 class="of-list">${heading}</h1>${facts}`
}

/** A name as an identity document says it, with the name in use under it when it differs. */
function birthNameCell(one: Listed): Html {
  const usage = usageWords(one)
  return html`<b>${one.birthName}</b>${usage === null ? null : html`<small>${usage}</small>`}`
}

function usageWords({ birthName, usageName }: Listed): string | null {
  return usageName !== null && usageName !== birthName ? SHEET.usageName(usageName) : null
}
