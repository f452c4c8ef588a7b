import type { CentreSettings } from '../../domain/catalogue.ts'
import type { Placeholder, WordingKind } from '../../domain/placeholders.ts'
import { fillWording, WORDING_FIELDS, type WordingField, wordingLines } from '../../domain/wording.ts'
import { NBSP } from '../format.ts'

/** What each kind of paper says as long as the centre words it otherwise; empty where there is only room for more. */
export const ORIGINAL_WORDINGS: Readonly<Record<WordingKind, string>> = {
  convocation: `Votre inscription est définitive. Voici où et quand le centre vous attend${NBSP}:`,
  confirmation: '',
  'reminder-letter': 'Nous restons à votre disposition.',
  'refusal-letter': 'Nous restons à votre disposition.',
  'payment-attestation': '',
  'attendance-attestation': '',
}

/**
 * The paragraphs of a centre on a paper of this kind, filled, each to be printed on lines of its own. A text that cannot be filled, which
 * only a later version could have written, gives way to the original: no placeholder is ever printed.
 */
export function printedWording(
  settings: Pick<CentreSettings, WordingField>,
  kind: WordingKind,
  values: Readonly<Partial<Record<Placeholder, string>>>,
): string[] {
  const text = settings[WORDING_FIELDS[kind]] ?? ORIGINAL_WORDINGS[kind]
  const filled = fillWording(text, kind, values) ?? fillWording(ORIGINAL_WORDINGS[kind], kind, values) ?? ''
  return wordingLines(filled).map(withHardSpaces)
}

/**
 * The same where the centre has words of its own, else undefined: a content without them is what it was before centres had any, so that
 * the same paper stays the same version.
 */
export function ownWording(...given: Parameters<typeof printedWording>): string[] | undefined {
  const [settings, kind] = given
  return settings[WORDING_FIELDS[kind]] === null ? undefined : printedWording(...given)
}

/** The spaces that French keeps with its punctuation, whatever was typed: a line never begins with « : ». */
function withHardSpaces(line: string): string {
  return line.replace(/ (?=[:;!?»])/g, NBSP).replace(/(?<=«) /g, NBSP)
}
