import { type Html, html } from '../html.ts'

/** Names and values: who somebody is, what a sheet is about. Values that are not known are left out. */
export function terms(known: readonly (readonly [label: string, value: Html | string | null])[], look = 'terms'): Html {
  const lines = known.flatMap(([label, value]) =>
    value === null || value === '' ? [] : html`<div><dt>${label}</dt> <dd>${value}</dd></div>`,
  )
  return html`<dl class="${look}">${lines}</dl>`
}
