import { fullName } from '../../domain/candidate.ts'
import type { ConvenedSitting, ConvocationContent } from '../../domain/shapes/convocation.ts'
import { formatDayLong } from '../../text/format.ts'
import { CONVOCATION } from '../../text/papers/convocation.ts'
import { PERSON } from '../../text/papers/person.ts'
import { bornOnWords } from '../../text/people.ts'
import { signatureLines } from './parts/centre-signature.ts'
import { linesOf, type Setting } from './parts/text-lines.ts'

/**
 * Heights of what `paper.css` lays out on a convocation, in mm: the pages of each letter must be known before they are printed. Counted
 * high, so that a page may be left with room to spare and never runs over.
 */

/** Of an A4 page, between its margins. */
export const PAGE_MM = 263
/** Lines of 14, 12.5, 12 and 9.5 points. */
const [LINE_MM, NEAR_LINE_MM, NOTE_LINE_MM, SMALL_LINE_MM] = [4.94, 4.41, 4.24, 3.36] as const
const TABLE_HEAD_MM = 11
/** For a hand and a stamp, under who signs. */
const ROOM_TO_SIGN_MM = 12.1
/** Under a paragraph. */
const WORDS_GAP_MM = 1.5

/** What stands above the rows of a first page. */
export function firstHeadHeight(content: ConvocationContent): number {
  const { centreName, centreAddress, centreEmail, addressLines, postcode, town } = content
  const { birthName, usageName, firstNames, birthPlace } = content
  const name = sum([centreName], { width: 74, points: 12, bold: true }) * 5
  const reach = sum([...centreAddress, centreEmail ?? ''], { width: 74, points: 9 }) + 3
  const to = sum([`Madame ${fullName(content)}`, ...addressLines, `${postcode} ${town}`], { width: 85, points: 10 })
  const known = [birthName, usageName ?? '', firstNames, PERSON.bornAt('30/05/1998', birthPlace)]
  const letterhead = Math.max(76, 1.5 + name + reach * NEAR_LINE_MM, 31 + to * LINE_MM + 4)
  const person = 5 + sum(known, { width: 139, points: 10, bold: true }) * LINE_MM
  return letterhead + 7.1 + person + TABLE_HEAD_MM
}

/** What stands above the rows of a page that follows. */
export function nextHeadHeight(content: ConvocationContent): number {
  const name = sum([content.centreName], { width: 110, points: 12, bold: true }) * 5
  const whose = [CONVOCATION.headingNext(fullName(content), bornOnWords(content))]
  return 1.5 + name + 3.5 + sum(whose, { width: 177, points: 10, bold: true }) * LINE_MM + TABLE_HEAD_MM
}

/** One of the centre's paragraphs. */
export function wordsHeight(words: string): number {
  return linesOf(words, { width: 177, points: 10 }) * LINE_MM + WORDS_GAP_MM
}

export function sittingHeight({ examCode, examLabel, software, heldOn, room }: ConvenedSitting): number {
  const exam = linesOf(`${examCode} — ${examLabel}`, { width: 68, points: 10 }) * LINE_MM
  const small =
    software === '' ? 0 : linesOf(CONVOCATION.software(software), { width: 68, points: 7.5 }) * SMALL_LINE_MM
  const day = linesOf(formatDayLong(heldOn), { width: 34, points: 10, bold: true })
  const place = linesOf(room, { width: 32.5, points: 10, bold: true })
  return Math.max(exam + small, Math.max(day, place) * LINE_MM) + 3.8
}

/** What stands under the last row: where to come, what to bring, the rule of lateness, whom to ask, room to sign. */
export function closingHeight(content: ConvocationContent, address: string, at: string): number {
  const { centrePhone, centreEmail } = content
  const near = { width: 83, points: 9 }
  const place = 4 + sum([CONVOCATION.place(address)], { width: 177, points: 8.5 }) * NOTE_LINE_MM
  const bring = sum([CONVOCATION.convocation, CONVOCATION.identity, CONVOCATION.lost], { ...near, width: 78 })
  const late = sum([CONVOCATION.lateRule], near)
  const contact = sum([CONVOCATION.contactBy(`${centrePhone}, ${centreEmail}`)], near)
  const title = 3.5 + NEAR_LINE_MM
  const signed = 5 + sum(signatureLines(content, at), { ...near, bold: true }) * NEAR_LINE_MM + ROOM_TO_SIGN_MM
  return place + title + Math.max(bring, late) * NEAR_LINE_MM + Math.max(title + contact * NEAR_LINE_MM, signed)
}

function sum(texts: readonly string[], setting: Setting): number {
  return texts.reduce((lines, text) => lines + (text === '' ? 0 : linesOf(text, setting)), 0)
}
