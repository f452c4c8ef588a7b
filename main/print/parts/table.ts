import { type Html, html } from '../html.ts'

export type Cell = Html | string | number | null
export type Row = readonly Cell[]

export type Column = {
  head: string
  /** `number`: to the right. `whole`: never broken over two lines. `head`: what the line is about, a header of its own. */
  kind?: 'number' | 'whole' | 'head'
  /** Its width, in mm; those without share what is left. */
  mm?: number
}

type Table = {
  /** Classes of `paper.css`. */
  look?: string
  columns: readonly Column[]
  rows: readonly Row[]
  /** The lines that sum up: their words stretch over all the columns but the last. */
  totals?: readonly (readonly [words: string, amount: string])[]
}

/** A table with its headers said as such, on every page that it goes over; a line is never cut between two pages. */
export function table({ look = '', columns, rows, totals = [] }: Table): Html {
  const heads = columns.map(
    ({ head, kind, mm }) =>
      html`<th scope="col" class="${kind === 'number' ? 'n' : ''}" style="${mm === undefined ? '' : `width: ${mm}mm`}">${head}</th>`,
  )
  const lines = rows.map(
    (cells) => html`<tr>${columns.map(({ kind }, index) => cell(kind, cells[index] ?? null))}</tr>`,
  )
  const sums = totals.map(
    ([words, amount]) =>
      html`<tr><th scope="row" colspan="${columns.length - 1}" class="n">${words}</th><td class="n">${amount}</td></tr>`,
  )
  const foot = sums.length > 0 ? html`<tbody class="totals">${sums}</tbody>` : null
  return html`<table class="${look}"><thead><tr>${heads}</tr></thead><tbody>${lines}</tbody>${foot}</table>`
}

function cell(kind: Column['kind'], value: Cell): Html {
  if (kind === 'head') return html`<th scope="row">${value}</th>`
  if (kind === undefined) return html`<td>${value}</td>`
  return html`<td class="${kind === 'number' ? 'n' : 'whole'}">${value}</td>`
}
