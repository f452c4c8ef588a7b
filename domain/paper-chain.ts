import { canonicalJson } from './canonical-json.ts'
import type { CreditNote } from './credit-note.ts'
import type { Receipt } from './payment.ts'

/**
 * Receipts and credit notes of one PC are chained: each bears the SHA-256 of what it says and of the link of the one before it in its
 * series. One that is missing, or of which anything was changed afterwards, shows. Numbers are continuous and issued papers are never
 * edited (CGI ann. II art. 242 nonies A, I, 7°; BOI-TVA-DECLA-30-20-20-10 §70-100); the chain lets anybody check that it is so.
 */
export type ChainedPaper = Receipt | CreditNote

/**
 * The text of which a paper's link is the SHA-256, in hexadecimal.
 * @param before the link of the paper before it in its series, whatever the year; null for the first one
 */
export function linkText(before: string | null, { chain: _, ...said }: ChainedPaper): string {
  return `${before ?? ''}\n${canonicalJson(said)}`
}

/** What is wrong in a series. */
export type ChainFault =
  /** Numbers that no paper bears, though later ones of their year were given. */
  | { kind: 'missing'; series: string; year: number; from: number; to: number }
  /** It no longer agrees with its link: it, or the link of the one before it, was changed after it was issued. */
  | { kind: 'altered'; number: string; after: string | null }
  /** Two papers bear this number. */
  | { kind: 'twice'; number: string }
  /** It bears no link, though the one before it does. */
  | { kind: 'unlinked'; number: string }

/**
 * Checks papers of one kind, given one after the other by series, year and number.
 * @param linkOf the SHA-256 of a text, in hexadecimal
 * @returns what is wrong with each, as it comes; those without a link before the first that has one are older than the chain
 */
export function createChainCheck(linkOf: (text: string) => string): (paper: ChainedPaper) => ChainFault[] {
  let before: ChainedPaper | null = null
  return (paper) => {
    const last = before?.series === paper.series ? before : null
    before = paper
    const { number, series, year, sequence } = paper
    const expected = last?.year === year ? last.sequence + 1 : 1
    if (sequence < expected) return [{ kind: 'twice', number }]
    // What follows a missing one cannot be checked: its link is gone with it.
    if (sequence > expected) return [{ kind: 'missing', series, year, from: expected, to: sequence - 1 }]
    if (paper.chain === null) return last?.chain ? [{ kind: 'unlinked', number }] : []
    const agrees = linkOf(linkText(last?.chain ?? null, paper)) === paper.chain
    return agrees ? [] : [{ kind: 'altered', number, after: last?.number ?? null }]
  }
}
