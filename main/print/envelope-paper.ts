import type { LetterSender } from '../../domain/shapes/letter.ts'
import { html } from './html.ts'
import { paperHtml } from './paper.ts'
import { inLines } from './parts/lines.ts'

/** Everything that envelopes say, frozen when they are made: who sends, and an address each, line by line. */
export type EnvelopeContent = Pick<LetterSender, 'centreName' | 'centreAddress'> & { addresses: string[][] }

/** A DL envelope's own page instead of A4, without foot or number. */
const DL = '@page { size: 220mm 110mm; margin: 0; @bottom-left { content: none } @bottom-right { content: none } }'

/** DL envelopes (220 × 110 mm), one a page: the sender at the top left, the address where La Poste reads it (norm NF Z 10-011). */
export function envelopePaper(title: string, { centreName, centreAddress, addresses }: EnvelopeContent): string {
  const envelopes = addresses.map(
    (lines) =>
      html`<section class="envelope"><p class="sender"><b>${centreName}</b><br>${inLines(centreAddress)}</p><p class="address ${lines.length > 6 ? 'small' : ''}">${inLines(lines)}</p></section>`,
  )
  return paperHtml({ title, foot: '', style: DL, body: html`${envelopes}` })
}
