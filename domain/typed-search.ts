import { nationalNumber } from './phone.ts'
import { plainWords } from './plain-text.ts'
import { isLocalDate, type LocalDate } from './time.ts'

/** What a person typed to find somebody, read in every way it may be meant. Nothing in it is anybody's syntax. */
export type TypedSearch = {
  /** Each begins a word of the record; plain. Empty: no word was typed. */
  words: readonly string[]
  /** The words as one, for a name that is written in one word (« le blanc », « LEBLANC »); null when there is one only. */
  joined: string | null
  /** A part of a telephone number or of a NUC; null when it does not look like one. */
  digits: string | null
  /** A part of a mail address, in small letters; null when it does not look like one. */
  mail: string | null
  /** The dates that it may be, the words typed beside it. Two digits of a year are of this century or of the last. */
  birth: { dates: readonly LocalDate[]; words: readonly string[] } | null
}

/** More would be a paste gone wrong; what comes after is not looked at. */
const LONGEST = 200
const MOST_WORDS = 12
/** Fewer digits or letters than that are in every number and every address. */
export const SHORTEST_PART = 3

/** Said, and often not written: « de la Barre » is « LA BARRE », or the other way round. */
const PARTICLES: ReadonlySet<string> = new Set(['de', 'd', 'du', 'des', 'von', 'van'])
const DATE = /(?<![\d./-])(\d{1,2})\s?([./ -])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d./-])/
const NUMBER = /^[+\d(][\d\s()./-]*$/

export function readTypedSearch(text: string): TypedSearch {
  const typed = text.slice(0, LONGEST).trim()
  // An address is one thing: its words would find everybody who is called so.
  const all = typed.includes('@') ? [] : wordsOf(typed)
  const digits = NUMBER.test(typed) ? nationalNumber(typed) : ''
  const mail = isPartOfMail(typed) ? typed.toLowerCase() : ''
  return {
    words: withoutParticles(all),
    joined: all.length > 1 ? all.join('') : null,
    digits: digits.length >= SHORTEST_PART ? digits : null,
    mail: mail.length >= SHORTEST_PART ? mail : null,
    birth: readBirth(typed),
  }
}

/** Whether anything was typed that can be looked for. */
export function isEmptySearch({ words, digits, mail, birth }: TypedSearch): boolean {
  return words.length === 0 && digits === null && mail === null && birth === null
}

function isPartOfMail(typed: string): boolean {
  if (/\s/.test(typed)) return false
  return typed.includes('@') || (/[._]/.test(typed) && /\p{L}/u.test(typed))
}

function readBirth(typed: string): TypedSearch['birth'] {
  const found = DATE.exec(typed)
  if (!found) return null
  const [whole, day = '', , month = '', year = ''] = found
  const years = year.length === 4 ? [year] : [`19${year}`, `20${year}`]
  const dates = years
    .map((full) => `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    .filter((date) => isLocalDate(date))
  return dates.length > 0 ? { dates, words: withoutParticles(wordsOf(typed.replace(whole, ' '))) } : null
}

function wordsOf(text: string): string[] {
  return plainWords(text).slice(0, MOST_WORDS)
}

/** The last word may only be begun: « de » is then Delphine. */
function withoutParticles(words: readonly string[]): string[] {
  const last = words.length - 1
  const kept = words.filter((word, index) => index === last || !PARTICLES.has(word))
  return [...new Set(kept)]
}
