import { type Html, html } from '../html.ts'

/** Room to sign, left and right; null leaves a side empty. */
export function signatures(left: string | null, right: Html | string | null): Html {
  return html`<div class="sign"><div>${left}</div><div>${right}</div></div>`
}
