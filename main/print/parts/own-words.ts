import { type Html, html } from '../html.ts'

/** The centre's own paragraphs, which a preview marks. `said`: apart from what stands above, as the paragraphs of a letter are. */
export function ownWords(lines: readonly string[] = [], look: 'close' | 'said' = 'said'): Html[] {
  return lines.map((line) => html`<p class="${look === 'said' ? 'words said' : 'words'}">${line}</p>`)
}
