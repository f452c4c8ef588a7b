import { fontFaces } from './fonts.ts'
import { cssString, type Html, html } from './html.ts'
import paperCss from './paper.css?raw'

/** `style`: rules of this paper alone. */
export type Paper = { title: string; foot: string; style?: string; body: Html }

/**
 * A whole A4 page, ready to be made a PDF. The foot and « page n / N » stand in the page's margin boxes, so that they are on every page
 * however long the content.
 */
export function paperHtml({ title, foot, style = '', body }: Paper): string {
  const margins = `@page { @bottom-left { content: ${cssString(foot)} } }`
  return html`<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title><style>${{ markup: fontFaces + paperCss + margins + style }}</style></head><body>${body}</body></html>`
    .markup
}
