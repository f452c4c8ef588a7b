import type { Candidate } from './candidate.ts'
import { nationalNumber } from './phone.ts'
import { plainWords } from './plain-text.ts'
import type { TypedSearch } from './typed-search.ts'

/** What a candidate is found by: plain words of each field, separated by one space, and the parts that are looked into. */
export type SearchRecord = {
  /** Birth and usage names, first names; of a name of several words, each of its ends as one word too. */
  name: string
  /** NUC with and without its letters, telephone number. */
  numbers: string
  /** Those announced as payers of their requests. */
  organisation: string
  /** Of the mail address, what stands before the @. */
  mail: string
  /** Alone it finds nobody: half of the records would be in it. */
  town: string
  /** The telephone number and the digits of the NUC, to look for a part of them. */
  digits: string
  /** The mail address in small letters, to look for a part of it. */
  address: string
  bornOn: string
}

/** Fields whose words are looked for, the first those by which somebody is found. */
export const STRONG_FIELDS = ['name', 'numbers', 'organisation', 'mail'] as const
export const WORD_FIELDS = [...STRONG_FIELDS, 'town'] as const
export type WordField = (typeof WORD_FIELDS)[number]

type Named = Pick<Candidate, 'nuc' | 'birthName' | 'usageName' | 'firstNames' | 'email' | 'phone' | 'town' | 'bornOn'>

/** @param organisations names of those announced as payers of their requests */
export function searchRecord(candidate: Named, organisations: readonly string[]): SearchRecord {
  const { nuc, birthName, usageName, firstNames, email, phone, town, bornOn } = candidate
  const phoneDigits = nationalNumber(phone)
  const nucDigits = (nuc ?? '').replace(/\D/g, '')
  return {
    name: distinct([usageName ?? '', birthName, firstNames].flatMap(wordsOfName)),
    numbers: distinct([...plainWords(nuc ?? ''), nucDigits, phoneDigits].filter((word) => word !== '')),
    organisation: distinct(organisations.flatMap(plainWords)),
    mail: distinct(plainWords(email.split('@')[0] ?? '')),
    town: distinct(plainWords(town)),
    digits: `${phoneDigits} ${nucDigits}`,
    address: email.toLowerCase(),
    bornOn,
  }
}

/** « LE BLANC » is looked for as « leblanc » too, « d’Estaing » as « destaing ». */
function wordsOfName(name: string): string[] {
  const words = plainWords(name)
  return [...words, ...words.slice(0, -1).map((_, from) => words.slice(from).join(''))]
}

function distinct(words: readonly string[]): string {
  return [...new Set(words)].join(' ')
}

/** Whether a word of the field begins with this one. */
export function beginsWord(field: string, word: string): boolean {
  return ` ${field}`.includes(` ${word}`)
}

/** Whether a record is one that was meant: the model of what SQLite answers (`db/candidate-search.ts`), and the reason told for it. */
export function matchesRecord(record: SearchRecord, { words, joined, digits, mail, birth }: TypedSearch): boolean {
  return (
    (words.length > 0 && matchesWords(record, words)) ||
    (joined !== null && beginsWord(record.name, joined)) ||
    (digits !== null && record.digits.includes(digits)) ||
    (mail !== null && record.address.includes(mail)) ||
    (birth?.dates.includes(record.bornOn) === true && (birth.words.length === 0 || matchesWords(record, birth.words)))
  )
}

function matchesWords(record: SearchRecord, words: readonly string[]): boolean {
  const found = (fields: readonly WordField[], word: string) => fields.some((field) => beginsWord(record[field], word))
  return words.every((word) => found(WORD_FIELDS, word)) && words.some((word) => found(STRONG_FIELDS, word))
}

/** Why a record was found, said by the field in which what was typed stands: the name before all, for that is how people are asked for. */
export type SearchReason =
  | { field: 'name' }
  | { field: 'nuc' | 'phone' | 'email' | 'birth' }
  | { field: 'organisation' | 'town'; word: string }

/** @param record one that `matchesRecord` */
export function reasonOf(record: SearchRecord, { words, joined, digits, mail, birth }: TypedSearch): SearchReason {
  const isNamed = words.length > 0 && words.every((word) => beginsWord(record.name, word))
  if (isNamed || (joined !== null && beginsWord(record.name, joined))) return { field: 'name' }
  if (birth?.dates.includes(record.bornOn)) return { field: 'birth' }
  const [phone = '', nuc = ''] = record.digits.split(' ')
  if (digits !== null && nuc.includes(digits)) return { field: 'nuc' }
  if (digits !== null && phone.includes(digits)) return { field: 'phone' }
  if (mail !== null && record.address.includes(mail)) return { field: 'email' }
  const word = words.find((one) => !beginsWord(record.name, one)) ?? ''
  if (beginsWord(record.numbers, word)) return { field: phone.startsWith(word) ? 'phone' : 'nuc' }
  if (beginsWord(record.organisation, word)) return { field: 'organisation', word }
  return beginsWord(record.mail, word) ? { field: 'email' } : { field: 'town', word }
}
