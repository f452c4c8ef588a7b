import { offerPreview } from './offered-papers.ts'

/** A page as paper on a screen: with its sheet's margins, which only a printer knows. */
const AS_SHEET = `html { background: #fff; }
body { width: 210mm; min-height: 297mm; padding: 14mm 16mm 18mm; overflow: hidden; }
.own-page + .own-page { margin-top: 20mm; padding-top: 20mm; border-top: 0.5mm dashed #999; }`
/** The centre's own paragraphs, so that what is being typed is found at once. */
const MARKED = '.words { background: #fff3c4; box-shadow: 0 0 0 1mm #fff3c4; }'

/**
 * Offers a paper to the window for as long as it may show it.
 * @param isTyped whether its words are what is being typed @returns the token of its address
 */
export function offerOnScreen(html: string, isTyped: boolean): string {
  const style = `<style>${AS_SHEET}${isTyped ? MARKED : ''}</style>`
  return offerPreview(html.replace('</head>', `${style}</head>`))
}
