import { canonicalJson } from '../canonical-json.ts'
import type { CentreSettings } from '../catalogue.ts'
import { type Decision, decided, refused } from '../decision.ts'
import type { WordingKind } from '../placeholders.ts'
import type { SetTextsArgs, TextChanges } from '../shapes/commands/set-texts.ts'
import { isLongLine, isShortLine } from '../text-lengths.ts'
import { isWording } from '../wording.ts'

export type { TextChanges } from '../shapes/commands/set-texts.ts'

/** A declaration of activity is known by eleven digits. */
export const ACTIVITY_NUMBER = /^\d{11}$/
export const MOST_ADDRESS_LINES = 6
export const MOST_LEGAL_LINES = 8

/** Characters of each part of the signature: the block stays the size of a hand. */
export const LONGEST_SIGNED = 80

export type TextField = keyof TextChanges
export const TEXT_FIELDS = [
  'addressLines',
  'legalLines',
  'vatWording',
  'activity',
  'paymentTerms',
  'convocationWording',
  'confirmationWording',
  'reminderWording',
  'refusalWording',
  'attestationWording',
  'attendanceWording',
  'signatory',
] as const satisfies readonly TextField[]

/** Whether each text may become this: what the shape of the command takes. */
export const isPossible: { [F in TextField]: (to: CentreSettings[F]) => boolean } = {
  addressLines: (to) => to.length > 0 && to.length <= MOST_ADDRESS_LINES && to.every(isShortLine),
  legalLines: (to) => to.length <= MOST_LEGAL_LINES && to.every(isLongLine),
  vatWording: (to) => to !== null && isLongLine(to),
  activity: (to) => to === null || (ACTIVITY_NUMBER.test(to.number) && isShortLine(to.region)),
  paymentTerms: isLongLine,
  convocationWording: isWordingOf('convocation'),
  confirmationWording: isWordingOf('confirmation'),
  reminderWording: isWordingOf('reminder-letter'),
  refusalWording: isWordingOf('refusal-letter'),
  attestationWording: isWordingOf('payment-attestation'),
  attendanceWording: isWordingOf('attendance-attestation'),
  signatory: (to) => to === null || [to.name, to.quality, to.place].every(isSignedLine),
}

function isSignedLine(text: string): boolean {
  return text.length <= LONGEST_SIGNED && isShortLine(text)
}

function isWordingOf(kind: WordingKind): (to: string | null) => boolean {
  return (to) => to === null || isWording(to, kind)
}

export type SetTextsFacts = { settings: CentreSettings }

/**
 * Changes what the centre says of itself on papers and in mails: what was issued keeps its frozen text. Once chosen, a VAT wording can be
 * changed, not taken away: receipts must state one. Refuses: not-valid (no change, one that changes nothing), value-changed with the
 * field when somebody changed it meanwhile, unless to the very same: two people who mend one mistake alike disagree about nothing.
 */
export function decideSetTexts({ changes }: SetTextsArgs, { settings }: SetTextsFacts): Decision {
  const fields = TEXT_FIELDS.filter((field) => changes[field] !== undefined)
  if (fields.length === 0) return refused('not-valid', { field: 'changes' })
  for (const field of fields) {
    const { from, to } = changes[field] ?? {}
    if (isSame(from, to)) return refused('not-valid', { field })
    if (!isSame(from, settings[field]) && !isSame(to, settings[field])) return refused('value-changed', { field })
  }
  const made = Object.fromEntries(fields.map((field) => [field, changes[field]?.to]))
  return decided({ entity: 'centreSettings', value: { ...settings, ...made } })
}

/** Texts, lists of them, or a declaration of activity, whatever the order in which a database gives its fields. */
function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other)
}
