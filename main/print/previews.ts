import { offerPreview } from './offered-papers.ts'

/**
 * A page as paper on a screen: its sheet's margins, which only a printer knows, and the centre's own paragraphs marked, so that what is
 * being typed is found at once.
 */
const ON_SCREEN = `<style>
html { background: #fff; }
body { width: 210mm; min-height: 297mm; padding: 14mm 16mm 18mm; overflow: hidden; }
.words { background: #fff3c4; box-shadow: 0 0 0 1mm #fff3c4; }
.own-page + .own-page { margin-top: 20mm; padding-top: 20mm; border-top: 0.5mm dashed #999; }
</style></head>`

/** Offers a paper to the window for as long as it may show it. @returns the token of its address */
export function offerOnScreen(html: string): string {
  return offerPreview(html.replace('</head>', ON_SCREEN))
}
