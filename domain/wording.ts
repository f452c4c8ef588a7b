import type { Placeholder, WordingKind } from './placeholders.ts'
import { readWording, wordingFaults } from './read-wording.ts'

/** Where the centre's settings keep the text of each; null there: the original. */
export const WORDING_FIELDS = {
  convocation: 'convocationWording',
  confirmation: 'confirmationWording',
  'reminder-letter': 'reminderWording',
  'refusal-letter': 'refusalWording',
  'payment-attestation': 'attestationWording',
  'attendance-attestation': 'attendanceWording',
} as const satisfies Record<WordingKind, string>
export type WordingField = (typeof WORDING_FIELDS)[WordingKind]

/** Characters, lines and placeholders of a text: filled, a line always fits a page of its own, and a ledger's content (`test/papers/`). */
export const MOST_WORDING = 1500
export const MOST_WORDING_LINES = 12
export const MOST_PLACEHOLDERS = 20
/** Longest line once filled, twice over. */
export const LONGEST_FILLED = 12_000

export function isWordingTooLong(text: string): boolean {
  const { length } = wordingLines(text)
  return text.length > MOST_WORDING || length > MOST_WORDING_LINES || text.split('{').length - 1 > MOST_PLACEHOLDERS
}

/** Whether a centre may have this text for this kind: what HQ and every PC ask of it. */
export function isWording(text: string, kind: WordingKind): boolean {
  return !isWordingTooLong(text) && wordingFaults(text, kind).length === 0
}

/** Its lines, each a paragraph on paper; empty ones are none. */
export function wordingLines(text: string): string[] {
  return text.split(/\r\n|[\r\n]/).flatMap((line) => line.trim() || [])
}

/**
 * A text with what is so of somebody in the place of its placeholders. Braces of what is put in become parentheses: a name never reads as a
 * placeholder.
 * @returns null when the text has a fault: one that a later version wrote, with a placeholder unknown here
 */
export function fillWording(
  text: string,
  kind: WordingKind,
  values: Readonly<Partial<Record<Placeholder, string>>>,
): string | null {
  let filled = ''
  for (const { raw, placeholder, fault } of readWording(text, kind)) {
    const value = placeholder === null ? raw : values[placeholder]
    if (fault || value === undefined) return null
    filled += placeholder === null ? raw : onOneLine(value)
  }
  return filled
}

/** Without controls, nor marks of direction by which a name would turn round the words that follow it. */
function onOneLine(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/g, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('{', '(')
    .replaceAll('}', ')')
    .trim()
}
