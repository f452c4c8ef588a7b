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

/** The first sheet was printed without network, the second once it was known that one of the two had withdrawn. */
export function proveSheets(
  story: Story,
  papers: ReadonlyMap<string, string>,
  stayed: RequestRow,
  withdrawn: RequestRow,
): void {
  const sheet = (version: number) =>
    [...papers].find(([name]) => name.startsWith('Emargement-') && name.includes(`-v${version}-`))?.[1] ?? ''
  const holds = (text: string, { candidate }: RequestRow) =>
    text.includes(candidate.birthName) && text.includes(candidate.firstNames)
  const [one, two] = [sheet(1), sheet(2)]
  story.claim(
    'la feuille porte les noms, la version et sa fraîcheur',
    holds(one, stayed) && holds(one, withdrawn) && /version 1/.test(one) && /hors connexion/.test(one),
    one.slice(-300),
  )
  story.claim(
    'la seconde feuille ne porte plus qui s’est retiré',
    holds(two, stayed) && !holds(two, withdrawn) && /version 2/.test(two) && !/hors connexion/.test(two),
    two.slice(-300),
  )
}

/** What a person reads in a PDF, every kind of space made plain. */
export function textOf(pdftotext: string, file: string): string {
  return execFileSync(pdftotext, ['-layout', file, '-'], { encoding: 'utf8' }).replace(/[\s\u00a0\u202f]+/g, ' ')
}
