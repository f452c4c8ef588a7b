import { nearestName } from './nearest-name.ts'
import { plainText } from './plain-text.ts'

/** The papers of which a centre words a paragraph of its own, as documents name them. */
export const WORDING_KINDS = [
  'convocation',
  'confirmation',
  'reminder-letter',
  'refusal-letter',
  'payment-attestation',
] as const
export type WordingKind = (typeof WORDING_KINDS)[number]

/** Where the centre's settings keep the text of each; null there: the original. */
export const WORDING_FIELDS = {
  convocation: 'convocationWording',
  confirmation: 'confirmationWording',
  'reminder-letter': 'reminderWording',
  'refusal-letter': 'refusalWording',
  'payment-attestation': 'attestationWording',
} as const satisfies Record<WordingKind, string>
export type WordingField = (typeof WORDING_FIELDS)[WordingKind]

/** What is typed between braces for each: it is stored in the texts themselves, so a name given here is never changed. */
export const PLACEHOLDER_NAMES = {
  'first-names': 'prénom',
  name: 'nom',
  exams: 'épreuves',
  session: 'session',
  'first-day': 'premier jour',
  deadline: 'date limite',
  amount: 'montant',
  payer: 'payeur',
  receipt: 'reçu',
  centre: 'centre',
  town: 'ville',
} as const
export type Placeholder = keyof typeof PLACEHOLDER_NAMES

const EVERYWHERE = ['first-names', 'name', 'exams', 'session', 'centre', 'town'] as const
/** What each kind of paper always knows: a placeholder that could have nothing to say is none of that kind's. */
export const PLACEHOLDERS: Readonly<Record<WordingKind, readonly Placeholder[]>> = {
  convocation: [...EVERYWHERE, 'first-day'],
  confirmation: [...EVERYWHERE, 'amount'],
  'reminder-letter': [...EVERYWHERE, 'deadline', 'amount'],
  'refusal-letter': EVERYWHERE,
  'payment-attestation': [...EVERYWHERE, 'amount', 'payer', 'receipt'],
}

/** Characters, lines and placeholders of a text: filled, a line always fits a page of its own, and a ledger's content (`test/papers/`). */
export const MOST_WORDING = 1500
export const MOST_WORDING_LINES = 12
export const MOST_PLACEHOLDERS = 20
/** Longest line once filled, twice over. */
export const LONGEST_FILLED = 12_000

/**
 * What is wrong with a text, from which character to which (the last one excluded). `typed`: what stands there, without its braces;
 * `nearest`: the placeholder of this kind that was probably meant.
 */
export type WordingFault = {
  what: 'unknown' | 'elsewhere' | 'unclosed' | 'unopened' | 'empty'
  from: number
  to: number
  typed: string
  nearest: Placeholder | null
}

/** A stretch of a text. `raw` is what was typed: all of them together are the text. */
export type WordingPart =
  | { raw: string; placeholder: null; fault: null }
  | { raw: string; placeholder: Placeholder; fault: null }
  | { raw: string; placeholder: null; fault: WordingFault }

/** A text in its parts. Case, accents and the spaces within braces do not count. */
export function readWording(text: string, kind: WordingKind): WordingPart[] {
  const parts: WordingPart[] = []
  let from = 0
  const plain = (to: number) => {
    if (to > from) parts.push({ raw: text.slice(from, to), placeholder: null, fault: null })
  }
  for (const match of text.matchAll(/\{([^{}\n]*)\}|[{}]/g)) {
    plain(match.index)
    parts.push(readBraces(match[0], match[1], { text, at: match.index, kind }))
    from = match.index + match[0].length
  }
  plain(text.length)
  return parts
}

/** What is wrong with a text, in its order; empty when it may be saved. Its length is another matter (`isWordingTooLong`). */
export function wordingFaults(text: string, kind: WordingKind): WordingFault[] {
  return readWording(text, kind).flatMap(({ fault }) => fault ?? [])
}

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

/** How a placeholder is typed: « {date limite} ». */
export function bracedName(placeholder: Placeholder): string {
  return `{${PLACEHOLDER_NAMES[placeholder]}}`
}

type Where = { text: string; at: number; kind: WordingKind }

function readBraces(raw: string, inside: string | undefined, { text, at, kind }: Where): WordingPart {
  const fault = (what: WordingFault['what'], typed: string): WordingPart => ({
    raw,
    placeholder: null,
    fault: { what, from: at, to: at + raw.length, typed, nearest: meant(typed, kind) },
  })
  if (inside === undefined)
    return raw === '{' ? fault('unclosed', following(text, at)) : fault('unopened', preceding(text, at))
  const typed = inside.trim()
  if (typed === '') return fault('empty', '')
  const placeholder = BY_NAME.get(plainText(typed))
  if (placeholder === undefined) return fault('unknown', typed)
  return PLACEHOLDERS[kind].includes(placeholder) ? { raw, placeholder, fault: null } : fault('elsewhere', typed)
}

const ALL = Object.keys(PLACEHOLDER_NAMES) as Placeholder[]
const BY_NAME: ReadonlyMap<string, Placeholder> = new Map(ALL.map((one) => [plainText(PLACEHOLDER_NAMES[one]), one]))

/** The words beside a lone brace, as far as a name may go. */
function following(text: string, at: number): string {
  return /^[^{}\n]{0,24}/.exec(text.slice(at + 1))?.[0].trim() ?? ''
}

function preceding(text: string, at: number): string {
  return /[^{}\n]{0,24}$/.exec(text.slice(0, at))?.[0].trim() ?? ''
}

/** The placeholder of this kind nearest to what was typed; of a lone brace, to a word beside it. */
function meant(typed: string, kind: WordingKind): Placeholder | null {
  const names = PLACEHOLDERS[kind].map((one) => ({ one, name: plainText(PLACEHOLDER_NAMES[one]) }))
  const plain = plainText(typed)
  const whole = names.find(({ name }) => plain.startsWith(name) || plain.endsWith(name))
  if (whole) return whole.one
  const name = nearestName(
    plain,
    names.map((one) => one.name),
  )
  return names.find((one) => one.name === name)?.one ?? null
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
