import { execFileSync } from 'node:child_process'
import type { RequestRow } from '../../contract/desk.ts'
import type { Story } from './story.ts'

export function proveReceipt(
  story: Story,
  text: string | undefined,
  request: RequestRow,
  number: string,
  reference: string,
): void {
  const { birthName, firstNames, usageName } = request.candidate
  const said = [number, usageName ?? birthName, firstNames, '50,00 €', reference, 'ASCA', 'page 1 / 1']
  const missing = said.filter((words) => !text?.includes(words))
  story.claim(
    `le reçu ${number} dit le numéro, le nom, l’épreuve, le montant et le chèque`,
    missing.length === 0,
    missing,
  )
  story.claim(`le reçu ${number} ne parle que d’argent`, text !== undefined && !/valid/i.test(text))
}

/** What a person reads in a PDF, every kind of space made plain. */
export function textOf(pdftotext: string, file: string): string {
  return execFileSync(pdftotext, ['-layout', file, '-'], { encoding: 'utf8' }).replace(/[\s\u00a0\u202f]+/g, ' ')
}
