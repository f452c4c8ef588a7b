import type { LogoImage } from '../../../domain/logo.ts'
import { ORGANISATION } from '../../../text/papers/organisation.ts'
import { type Html, html } from '../html.ts'
import type { Sender } from './letterhead.ts'
import { linesOf } from './text-lines.ts'

/** Where the logo may be, in mm: the head ends where the address's window does, whatever it holds (`paper.css`). */
const [MOST_WIDE, MOST_HIGH, LEAST_HIGH] = [60, 18, 7] as const
const HEAD_MM = 74.5
const [TOP_MM, UNDER_MM, NAME_LINE_MM, LINE_MM] = [1.5, 2, 5, 4.41] as const

/**
 * The logo above who writes, smaller where the centre's name and address leave it less room, and left off where they leave none: it never
 * pushes the address out of the window of its envelope.
 */
export function logoMark(logo: LogoImage | null | undefined, { name, lines }: Sender): Html | null {
  const box = logo && logoBox(logo, { name, lines })
  if (!box) return null
  const size = `width: ${box.width.toFixed(2)}mm; height: ${box.height.toFixed(2)}mm`
  return html`<svg class="logo" role="img" aria-label="${ORGANISATION.logo(name)}" viewBox="0 0 ${logo.width} ${logo.height}" style="${size}"><use href="#${ID}"/></svg>`
}

const ID = 'logo'

/** The image itself, once for all the letters of a file however many bear it: each only names it. */
export function logoImage(logo: LogoImage | null | undefined): Html | null {
  if (!logo) return null
  const { type, data, width, height } = logo
  return html`<svg class="logo-image" aria-hidden="true" width="0" height="0"><defs><image id="${ID}" width="${width}" height="${height}" href="data:${type};base64,${data}"/></defs></svg>`
}

function logoBox({ width, height }: LogoImage, { name, lines }: Sender): { width: number; height: number } | null {
  const near = { width: 74, points: 9 }
  const words = [ORGANISATION.accredited, ...lines].reduce((sum, line) => sum + linesOf(line, near), 0)
  const text = linesOf(name, { ...near, points: 12, bold: true }) * NAME_LINE_MM + words * LINE_MM
  const room = HEAD_MM - TOP_MM - UNDER_MM - text
  const high = Math.min(MOST_HIGH, room, (MOST_WIDE * height) / width)
  // A wide one is flat by itself: only what lacks room for it is left off.
  return room < LEAST_HIGH ? null : { height: high, width: (high * width) / height }
}
