import { type RawBuilder, sql } from 'kysely'
import { STRONG_FIELDS, WORD_FIELDS, type WordField } from '../domain/search-record.ts'
import { isEmptySearch, type TypedSearch } from '../domain/typed-search.ts'

/** The text of an FTS5 query: every word quoted, so that nothing typed is its syntax. Words are plain: letters and digits alone. */
function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`
}

export function inFields(fields: readonly WordField[], words: readonly string[], join: 'and' | 'or'): string {
  return `({${fields.join(' ')}} : (${words.map((word) => `${quoted(word)}*`).join(join === 'and' ? ' AND ' : ' OR ')}))`
}

/** Each word is one of the field's. */
export function whole(field: WordField, words: readonly string[]): string {
  return `({${field}} : (${words.map(quoted).join(' AND ')}))`
}

/** Each word begins one of the record's, and one of them another than the town's. */
function wordsQuery(words: readonly string[]): string {
  const all = words.map((word) => inFields(WORD_FIELDS, [word], 'and')).join(' AND ')
  return `${all} AND ${inFields(STRONG_FIELDS, words, 'or')}`
}

/** The numbers of candidates' lines in which the words are found. */
export function withWords(query: string): RawBuilder<unknown> {
  return sql`select rowid from candidate_word where candidate_word match ${query}`
}

/**
 * The numbers of the candidates' lines that were meant, in every way that what was typed can be read; null when there is nothing to look
 * for. What `matchesRecord` says of one record.
 */
export function matchingLines(typed: TypedSearch): RawBuilder<unknown> | null {
  if (isEmptySearch(typed)) return null
  const { words, joined, digits, mail, birth } = typed
  const ways: RawBuilder<unknown>[] = []
  const either = [
    ...(words.length > 0 ? [`(${wordsQuery(words)})`] : []),
    ...(joined === null ? [] : [inFields(['name'], [joined], 'and')]),
  ]
  if (either.length > 0) ways.push(withWords(either.join(' OR ')))
  if (digits !== null) ways.push(sql`select number from candidate_line where instr(digits, ${digits})`)
  if (mail !== null) ways.push(sql`select number from candidate_line where instr(address, ${mail})`)
  if (birth !== null) {
    const born = sql`select number from candidate_line where born_on in (${sql.join([...birth.dates])})`
    ways.push(birth.words.length > 0 ? sql`${born} and number in (${withWords(wordsQuery(birth.words))})` : born)
  }
  return sql.join(ways, sql` union `)
}
