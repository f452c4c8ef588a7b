import type { Block } from '../../../text/mails/letter.ts'
import { type Html, html } from '../html.ts'
import { inLines } from './lines.ts'
import { terms } from './terms.ts'

/** The blocks of a mail as a letter says them: the same words, without the buttons, which paper cannot press. */
export function laidOut(blocks: readonly Block[]): Html[] {
  return blocks.map(onPaper)
}

function onPaper(block: Block): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p class="said">${block.words}</p>`
    case 'heading':
      return html`<h2>${block.words}</h2>`
    case 'facts':
      return terms(block.facts)
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>`
    case 'link':
      return html`<ul><li>${block.words}</li></ul>`
    case 'quote':
      return html`<blockquote>${inLines(block.lines)}</blockquote>`
    case 'button':
      return html``
  }
}
