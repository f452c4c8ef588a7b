import type { MyEntry, MyRequest } from '../../contract/candidate-pages.ts'
import { isToPay } from '../../domain/entry.ts'
import type { Instant } from '../../domain/time.ts'
import { NBSP } from '../../text/format.ts'
import { nextThing } from '../../text/pages/next-thing.ts'
import { ENTRY_WORDS, PROPOSED } from '../../text/pages/space.ts'
import { CONFIRMATION, sayMade } from '../../text/papers/confirmation.ts'
import { BODY, BOLD, HEADING, SMALL } from './blocks.ts'
import type { Framed } from './frame.ts'
import { MM } from './open-sheet.ts'

const GAP = 2.5 * MM

/** What « Mon espace » says of each exam at this moment, in its words: state, what to do now, and until when. */
export function requestState({ entries, centre }: MyRequest, now: Instant): Framed[] {
  const terms = centre.paymentTerms.trim()
  return [
    { tag: 'H2', text: CONFIRMATION.state(sayMade(now, centre)), style: HEADING },
    { text: CONFIRMATION.stateNote, style: SMALL },
    ...entries.flatMap((entry) => [
      { text: `${entry.examCode}${NBSP}: ${ENTRY_WORDS[entry.status]}`, style: BOLD, above: GAP },
      ...sentencesOf(entry, now, centre).map((text) => ({ text, style: BODY })),
    ]),
    ...(terms !== '' && entries.some(isToPay)
      ? [{ text: `${CONFIRMATION.terms}${NBSP}: ${terms}`, style: BODY, above: GAP }]
      : []),
  ]
}

function sentencesOf(entry: MyEntry, now: Instant, centre: MyRequest['centre']): string[] {
  if (!entry.proposed) return nextThing(entry, now, centre)
  const { softwareNames } = entry.proposed
  const names = softwareNames.length > 0 ? softwareNames.join(', ') : PROPOSED.noSoftware
  return [PROPOSED.text(names), PROPOSED.otherwise]
}
