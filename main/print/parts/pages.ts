import { type Html, html } from '../html.ts'

/** How high things are, in mm: what is on a first page under its head, on a page that follows, and what closes the last one. */
type Heights = { rows: readonly number[]; first: number; next: number; closing: number }

/**
 * Shares rows out over pages before they are printed, so that several letters of one file can each say « page 1 / 2 »: a browser only
 * counts the pages of the whole. The last page has room for what closes it, and is a page without rows when it must.
 * @returns the number of rows on each page, at least one page
 */
export function shareOut({ rows, first, next, closing }: Heights): number[] {
  const pages = [0]
  let room = first
  for (const height of rows) {
    const here = pages.at(-1) ?? 0
    if (height > room && (here > 0 || pages.length === 1)) {
      pages.push(1)
      room = next - height
    } else {
      pages[pages.length - 1] = here + 1
      room -= height
    }
  }
  return room < closing ? [...pages, 0] : pages
}

/** Pages of one letter, each beginning a sheet and saying which it is: `pageNumbers` gives them their words. */
export function lettersPages(pages: readonly Html[]): Html[] {
  return pages.map(
    (page, index) =>
      html`<section class="own-page" style="page: ${pageName(index + 1, pages.length)}">${page}</section>`,
  )
}

/** The style by which pages of letters say « page 1 / 2 ». @param most pages of the longest letter */
export function pageNumbers(most: number): string {
  const rules: string[] = []
  for (let pages = 1; pages <= most; pages++)
    for (let page = 1; page <= pages; page++)
      rules.push(`@page ${pageName(page, pages)} { @bottom-right { content: "page ${page} / ${pages}" } }`)
  return rules.join('\n')
}

function pageName(page: number, pages: number): string {
  return `page-${page}-of-${pages}`
}
