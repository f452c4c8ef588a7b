import type { LetterSender } from '../../../domain/shapes/letter.ts'
import { toLocalDate } from '../../../domain/time.ts'
import { formatDateLong } from '../../../text/format.ts'
import { ORGANISATION } from '../../../text/papers/organisation.ts'
import { type Html, html } from '../html.ts'
import { inLines } from './lines.ts'

type Signed = Pick<LetterSender, 'signatory' | 'timeZone'>

/**
 * What stands where the centre signs: where and when, who and in what quality, above the room for a hand and a stamp.
 * @param at when the paper is made (UTC) @param usual what stands there as long as the centre has not said who signs
 */
export function centreSignature(signed: Signed, at: string, usual: string = ORGANISATION.signature): Html {
  const { signatory } = signed
  if (!signatory) return html`${usual}`
  const [place, , quality] = signatureLines(signed, at)
  return html`${inLines([place ?? '', html`<b>${signatory.name}</b>`, quality ?? '', ORGANISATION.stamp])}`
}

/** The same as plain lines, to be measured. */
export function signatureLines({ signatory, timeZone }: Signed, at: string): string[] {
  if (!signatory) return [ORGANISATION.signature]
  const { name, quality, place } = signatory
  return [ORGANISATION.doneAt(place, formatDateLong(toLocalDate(at, timeZone))), name, quality, ORGANISATION.stamp]
}
