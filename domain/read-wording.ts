import { nearestName } from './nearest-name.ts'
import { PLACEHOLDER_NAMES, PLACEHOLDERS, type Placeholder, type WordingKind } from './placeholders.ts'
import { plainText } from './plain-text.ts'

/**
 * What is wrong with a text, from which character to which (the last one excluded). `typed`: what stands there, without its braces;
 * `nearest`: the placeholder of this kind that was probably meant, and `instead` the stretch whose place it takes.
 */
export type WordingFault = {
  what: 'unknown' | 'elsewhere' | 'unclosed' | 'unopened' | 'empty'
  from: number
  to: number
  typed: string
  nearest: Placeholder | null
  instead: Stretch
}

/** From which character to which, the last one excluded. */
export type Stretch = { from: number; to: number }

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

type Where = { text: string; at: number; kind: WordingKind }

function readBraces(raw: string, inside: string | undefined, where: Where): WordingPart {
  const { at, kind } = where
  if (inside === undefined) return { raw, placeholder: null, fault: loneBrace(raw, where) }
  const to = at + raw.length
  const typed = inside.trim()
  const fault = (what: WordingFault['what']): WordingPart => {
    const nearest = meant(typed, kind)?.placeholder ?? null
    return { raw, placeholder: null, fault: { what, from: at, to, typed, nearest, instead: { from: at, to } } }
  }
  if (typed === '') return fault('empty')
  const placeholder = BY_NAME.get(plainText(typed))
  if (placeholder === undefined) return fault('unknown')
  return PLACEHOLDERS[kind].includes(placeholder) ? { raw, placeholder, fault: null } : fault('elsewhere')
}

const ALL = Object.keys(PLACEHOLDER_NAMES) as Placeholder[]
const BY_NAME: ReadonlyMap<string, Placeholder> = new Map(ALL.map((one) => [plainText(PLACEHOLDER_NAMES[one]), one]))

/** As many words as a name has at most, and as many letters as are told of them. */
const [MOST_WORDS, MOST_TOLD] = [2, 24] as const

/** A brace alone: what was meant is in the words that it opens, or closes. */
function loneBrace(raw: string, { text, at, kind }: Where): WordingFault {
  const opens = raw === '{'
  const beside = opens ? /^[^{}\n]*/.exec(text.slice(at + 1)) : /[^{}\n]*$/.exec(text.slice(0, at))
  const words = (beside?.[0] ?? '').slice(...(opens ? [0, MOST_TOLD] : [-MOST_TOLD]))
  const stretches = Array.from({ length: MOST_WORDS }, (_, index) => wordsOf(words, index + 1, opens))
  const near = stretches
    .flatMap((stretch) => ({ stretch, near: meant(stretch.trim(), kind) }))
    .flatMap(({ stretch, near }) => (near ? { stretch, ...near } : []))
    .sort((a, b) => a.changes - b.changes || b.stretch.length - a.stretch.length)[0]
  const [from, to] = [at, at + raw.length]
  const length = near?.stretch.length ?? 0
  const instead = opens ? { from, to: to + length } : { from: from - length, to }
  return {
    what: opens ? 'unclosed' : 'unopened',
    from,
    to,
    typed: words.trim(),
    nearest: near?.placeholder ?? null,
    instead,
  }
}

/** The first or the last words of a line, with the spaces before or after them. */
function wordsOf(line: string, count: number, first: boolean): string {
  const pattern = first ? `^(?:\\s*[\\p{L}\\p{M}]+){1,${count}}` : `(?:[\\p{L}\\p{M}]+\\s*){1,${count}}$`
  return new RegExp(pattern, 'u').exec(line)?.[0] ?? ''
}

/** The placeholder of this kind nearest to what was typed. */
function meant(typed: string, kind: WordingKind): { placeholder: Placeholder; changes: number } | null {
  const names = new Map(PLACEHOLDERS[kind].map((one) => [plainText(PLACEHOLDER_NAMES[one]), one]))
  const near = typed === '' ? null : nearestName(plainText(typed), [...names.keys()])
  const placeholder = near && names.get(near.name)
  return near && placeholder ? { placeholder, changes: near.changes } : null
}
