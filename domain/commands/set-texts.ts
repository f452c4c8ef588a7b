import { z } from 'zod'
import { canonicalJson } from '../canonical-json.ts'
import { CentreSettings } from '../catalogue.ts'
import { type Decision, decided, refused } from '../decision.ts'
import { LongText, ShortText } from '../shapes.ts'

/** A declaration of activity is known by eleven digits. */
const Activity = z.object({ number: z.string().regex(/^\d{11}$/), region: ShortText.trim().min(1) })

/** A line of a paper: an empty one is none. */
const Line = ShortText.trim().min(1)
const LongLine = LongText.trim().min(1)

const { addressLines, legalLines, vatWording, activity, paymentTerms } = CentreSettings.shape
/** `from`: as the centre saw it; `to`: what it becomes. */
const change = <From extends z.ZodType, To extends z.ZodType>(from: From, to: To) => z.object({ from, to }).optional()

export const TextChanges = z.object({
  /** Receipts state where their issuer is. */
  addressLines: change(addressLines, z.array(Line).min(1).max(6)),
  legalLines: change(legalLines, z.array(LongLine).max(8)),
  vatWording: change(vatWording, LongLine),
  activity: change(activity, Activity.nullable()),
  paymentTerms: change(paymentTerms, LongLine),
})
export type TextChanges = z.infer<typeof TextChanges>
export type TextField = keyof TextChanges
export const TEXT_FIELDS = Object.keys(TextChanges.shape) as TextField[]

export const SetTextsArgs = z.object({
  /** Only the texts that change. */
  changes: TextChanges,
})
export type SetTextsArgs = z.infer<typeof SetTextsArgs>

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
