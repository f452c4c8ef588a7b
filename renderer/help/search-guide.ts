import { plainWords } from '../../domain/plain-text.ts'
import type { GuidePage, GuideSection } from '../../text/guide-page.ts'
import { type HelpPage, isHelpPage } from '../../text/screens/help.ts'
import type { HelpPlace } from './help-context.ts'

/** A stretch of words, found or around what was found. */
export type Piece = { text: string; found: boolean }
export type Found = { page: GuidePage; section: GuideSection; excerpt: Piece[] }

/** It names every page, and speaks of none. */
const CONTENTS: HelpPage = 'index'
const WHOLE_WORD = 3
const BEGINS_WORD = 2
const INSIDE_WORD = 1
/** How much more a title counts that is one of these words and nothing else; of a longer title, as much as they are of it. */
const IN_PAGE_TITLE = 24
const IN_SECTION_TITLE = 12
/** Words that are on every page: told apart from the others, they find nothing. */
const SMALL = new Set(
  'a au aux ce d de des du en et je l la le les n ne on ou par pas pour qu que qui s si sur un une y'.split(' '),
)
const AROUND = 70

/** Folded once: a search is one frame's work, and reads every page. */
type Title = { letters: string; telling: number }
type Part = { section: GuideSection; heading: Title; letters: string }
export type Searchable = readonly { page: GuidePage; title: Title; parts: readonly Part[] }[]

export function makeSearchable(pages: readonly GuidePage[]): Searchable {
  return pages
    .filter(({ slug }) => slug !== CONTENTS)
    .map((page) => ({
      page,
      title: titleOf(page.title),
      parts: page.sections.map((section) => ({
        section,
        heading: titleOf(section.title),
        letters: foldLetters(section.text),
      })),
    }))
}

function titleOf(title: string): Title {
  return { letters: foldLetters(title), telling: plainWords(title).filter((word) => !SMALL.has(word)).length }
}

/**
 * The pages that hold every word of `query`, the best first, each at its best part.
 * Accents and case do not count, nor the « s » of a plural; a word may be unfinished.
 */
export function searchGuide(guide: Searchable, query: string): Found[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  return guide
    .flatMap(({ page, title, parts }) => {
      // The words may stand in several parts of one page: it is about them all the same.
      const texts = [title.letters, ...parts.flatMap(({ heading, letters }) => [heading.letters, letters])]
      if (!words.every((word) => texts.some((text) => text.includes(word)))) return []
      const [best] = parts
        .map((part) => ({ part, score: scoreOf(title, part, words) }))
        .toSorted((a, b) => b.score - a.score)
      if (!best) return []
      const { section, letters } = best.part
      return [{ found: { page, section, excerpt: excerptOf(section.text, letters, words) }, score: best.score }]
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ found }) => found)
}

/** Where what was found is read. */
export function placeOf({ page: { slug }, section: { id } }: Found): HelpPlace | null {
  return isHelpPage(slug) ? { page: slug, heading: id } : null
}

/** The same letters without accents or case, one for one: what is found at a place stands at that place in the text. */
export function foldLetters(text: string): string {
  return Array.from(text, (letter) => {
    if (letter === '\u00a0' || letter === '\u202f') return ' '
    if (letter === '’') return "'"
    const folded = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return folded.length === letter.length ? folded : letter
  }).join('')
}

function wordsOf(query: string): string[] {
  const all = plainWords(query).map((word) => (word.length > 4 ? word.replace(/[sx]$/, '') : word))
  const telling = all.filter((word) => !SMALL.has(word))
  return [...new Set(telling.length > 0 ? telling : all)]
}

function scoreOf(title: Title, { heading, letters }: Part, words: readonly string[]): number {
  const inText = words.map(
    (word) =>
      // Said again and again, it is what the part is about; past a few times it says no more.
      weightIn(letters, word) + Math.min(5, letters.split(word).length - 1) / 2,
  )
  return (
    IN_PAGE_TITLE * shareOf(title, words) +
    IN_SECTION_TITLE * shareOf(heading, words) +
    inText.reduce((sum, weight) => sum + weight, 0)
  )
}

/** How much of a title the words are: 1 when they are all that it says. */
function shareOf({ letters, telling }: Title, words: readonly string[]): number {
  const matched = words.reduce((sum, word) => sum + weightIn(letters, word) / WHOLE_WORD, 0)
  return Math.min(1, matched / Math.max(1, telling))
}

function weightIn(text: string, word: string): number {
  const places = [...text.matchAll(new RegExp(word, 'gu'))].map(({ index }) => index)
  const isLetter = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)
  const weights = places.map((at) => {
    if (isLetter(text[at - 1])) return INSIDE_WORD
    const after = text[at + word.length]
    return isLetter(after) && after !== 's' && after !== 'x' ? BEGINS_WORD : WHOLE_WORD
  })
  return Math.max(0, ...weights)
}

/** Some words around where most of them stand together; the beginning of the text when none is in it. */
function excerptOf(text: string, folded: string, words: readonly string[]): Piece[] {
  const found = [...folded.matchAll(new RegExp(`(?:${words.join('|')})\\p{L}*`, 'gu'))]
  const together = found.map(({ index }) => {
    const near = folded.slice(index, index + AROUND)
    return { index, held: words.filter((word) => near.includes(word)).length }
  })
  const first = together.toSorted((a, b) => b.held - a.held)[0]?.index ?? 0
  const begin = first <= AROUND ? 0 : text.indexOf(' ', first - AROUND) + 1
  const cut = text.lastIndexOf(' ', first + 2 * AROUND)
  const end = text.length <= first + 2 * AROUND || cut <= first ? text.length : cut
  const pieces: Piece[] = begin > 0 ? [{ text: '… ', found: false }] : []
  let at = begin
  for (const { 0: word, index } of found) {
    if (index < begin || index + word.length > end) continue
    pieces.push({ text: text.slice(at, index), found: false })
    pieces.push({ text: text.slice(index, index + word.length), found: true })
    at = index + word.length
  }
  pieces.push({ text: text.slice(at, end) + (end < text.length ? ' …' : ''), found: false })
  return pieces.filter((piece) => piece.text !== '')
}
