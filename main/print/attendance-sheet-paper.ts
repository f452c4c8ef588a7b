import { formatDate, formatDateTime, formatDayLong, NBSP } from '../../text/format.ts'
import { SHEET } from '../../text/papers/attendance-sheet.ts'
import { type Html, html } from './html.ts'
import { paperHtml } from './paper.ts'

/** Everything a sheet says, frozen when it is made. */
export type SheetContent = {
  centreName: string
  centreTown: string
  timeZone: string
  sessionLabel: string
  examCode: string
  examLabel: string
  software: string
  heldOn: string
  startsAtLocal: string
  endsAtLocal: string
  room: string
  candidates: { birthName: string; usageName: string | null; firstNames: string; bornOn: string; nuc: string | null }[]
}

/** Rows of a page: what an A4 sheet holds at a height that can be signed. */
const PER_PAGE = 20
/** Above this many rows, the counts and the signatures of those in charge no longer fit below and take a page of their own. */
const ROOM_TO_CLOSE = 16

/** The sheet of one sitting: 20 candidates a page, the header on each, names whole. */
export function attendanceSheetPaper(
  content: SheetContent,
  made: { at: string; version: number; freshness: string },
): string {
  const { candidates, examCode, heldOn, room } = content
  const lists = inPages(candidates)
  const closing = (lists.at(-1)?.length ?? 0) > ROOM_TO_CLOSE ? [...lists, []] : lists
  const pages = closing.map((rows, index) =>
    page(content, made, { rows, first: index * PER_PAGE, isLast: index === closing.length - 1 }),
  )
  return paperHtml({
    title: SHEET.title(examCode, formatDate(heldOn)),
    foot: SHEET.foot(examCode, room, made.version, made.freshness),
    body: html`${pages}`,
  })
}

/** At least one page, even for nobody: the sheet of an empty room is signed too. */
function inPages(candidates: SheetContent['candidates']): SheetContent['candidates'][] {
  const pages = [candidates.slice(0, PER_PAGE)]
  for (let first = PER_PAGE; first < candidates.length; first += PER_PAGE)
    pages.push(candidates.slice(first, first + PER_PAGE))
  return pages
}

type Page = { rows: SheetContent['candidates']; first: number; isLast: boolean }

function page(content: SheetContent, made: { at: string; version: number }, { rows, first, isLast }: Page): Html {
  const { centreName, centreTown, timeZone, sessionLabel } = content
  return html`<section class="sheet-page"><header><div class="org"><b>${centreName}</b> · ${SHEET.accredited}, ${centreTown}</div><div class="ref">${SHEET.version(sessionLabel, made.version, formatDateTime(made.at, timeZone))}</div></header>
<h1 style="margin-top: 4mm">${SHEET.heading}</h1>${facts(content)}
${rows.length === 0 && first > 0 ? null : html`<table class="sheet"><thead><tr><th class="n rank">${SHEET.rank}</th><th>${SHEET.birthName}</th><th>${SHEET.firstNames}</th><th class="born">${SHEET.bornOn}</th><th class="nuc">${SHEET.nuc}</th><th class="seat">${SHEET.seat}</th><th class="signature">${SHEET.signature}</th></tr></thead><tbody>${rows.map((row, index) => candidateRow(row, first + index + 1))}</tbody></table>`}
${isLast ? html`<p class="note">${SHEET.counts}</p><div class="sign"><div>${SHEET.invigilatorSignature}</div><div>${SHEET.managerSignature}</div></div>` : null}</section>`
}

function facts({
  examCode,
  examLabel,
  software,
  heldOn,
  startsAtLocal,
  endsAtLocal,
  room,
  candidates,
}: SheetContent): Html {
  const hour = (time: string) => time.replace(':', `${NBSP}h${NBSP}`)
  const known: [string, string][] = [
    [SHEET.exam, `${examCode} — ${examLabel}`],
    [SHEET.software, software],
    [SHEET.day, formatDayLong(heldOn)],
    [SHEET.hours, `${hour(startsAtLocal)} – ${hour(endsAtLocal)}`],
    [SHEET.room, room],
    [SHEET.candidates, String(candidates.length)],
    [SHEET.invigilator, '……………………………………'],
  ]
  return html`<div class="facts">${known.map(([label, value]) => html`<span>${label} <b>${value}</b></span>`)}</div>`
}

function candidateRow(
  { birthName, usageName, firstNames, bornOn, nuc }: SheetContent['candidates'][number],
  rank: number,
): Html {
  const usage =
    usageName !== null && usageName !== birthName ? html`<small>${SHEET.usageName(usageName)}</small>` : null
  return html`<tr><td class="n">${rank}</td><td><b>${birthName}</b>${usage}</td><td>${firstNames}</td><td class="whole">${formatDate(bornOn)}</td><td class="whole">${nuc}</td><td></td><td></td></tr>`
}
