import { type Html, html } from '../html.ts'

/** Lines under each other. */
export function inLines(lines: readonly (Html | string)[]): Html[] {
  return lines.map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))
}
