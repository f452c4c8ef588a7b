import type { LogoImage } from '../../../domain/logo.ts'
import { ORGANISATION } from '../../../text/papers/organisation.ts'
import { type Html, html } from '../html.ts'
import { inLines } from './lines.ts'
import { logoMark } from './logo.ts'

/** Who writes: the name in bold, then what follows it line by line (address, telephone, identifiers). */
export type Sender = { name: string; lines: readonly string[] }

type Letterhead = {
  from: Sender
  /** The corner at the top: place and date, session, number. */
  corner: readonly (Html | string)[]
  /** Name and address of whom it is sent to, line by line. */
  to: readonly string[]
  /** The centre's; absent: none. */
  logo?: LogoImage | null | undefined
}

/**
 * The head of a letter: who writes at the left, whom to at the right, where the window of a DL envelope is once the sheet is folded in
 * three (45 mm down; `paper.css` keeps it there whatever the length of the rest).
 */
export function letterhead({ from, corner, to, logo }: Letterhead): Html {
  return html`<header class="letterhead"><div class="org">${logoMark(logo, from)}<b>${from.name}</b><br>${inLines([ORGANISATION.accredited, ...from.lines])}</div><div class="ref">${inLines(corner)}</div><div class="to">${inLines(to)}</div></header>`
}

/** The head of a sheet that stays in the centre, or of the second page of a letter: one line, no address. */
export function sheetHead(left: Html | string, right: Html | string): Html {
  return html`<header class="sheet-head"><div class="org">${left}</div><div class="ref">${right}</div></header>`
}
