import type { LogoImage } from '../../domain/logo.ts'
import { fontFaces } from './fonts.ts'
import { cssString, type Html, html } from './html.ts'
import paperCss from './paper.css?raw'
import { logoImage } from './parts/logo.ts'

/** `style`: rules of this paper alone; `logo`: what its letterheads bear. */
export type Paper = { title: string; foot: string; style?: string; logo?: LogoImage | null | undefined; body: Html }

/**
 * A whole A4 page, ready to be made a PDF. The foot and « page n / N » stand in the page's margin boxes, so that they are on every page
 * however long the content.
 */
export function paperHtml({ title, foot, style = '', logo, body }: Paper): string {
  const margins = `@page { @bottom-left { content: ${cssString(foot)} } }`
  return html`<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title><style>${{ markup: fontFaces + paperCss + margins + style }}</style></head><body>${logoImage(logo)}${body}</body></html>`
    .markup
}
