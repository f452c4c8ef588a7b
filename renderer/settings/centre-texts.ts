import type { CentreSettings } from '../../domain/catalogue.ts'
import {
  ACTIVITY_NUMBER,
  isPossible,
  MOST_ADDRESS_LINES,
  MOST_LEGAL_LINES,
  type TextChanges,
} from '../../domain/commands/set-texts.ts'
import { isListOf, isOneOf, isShaped, isText, isYesNo, orNull } from '../../kit/accepts.ts'
import type { Accept } from '../../kit/kept.ts'
import { rateIn, vatAtRate } from '../../text/papers/vat-totals.ts'
import { CENTRE_TEXTS, VAT_KINDS, VAT_WORDINGS, type VatKind } from '../../text/screens/centre-texts.ts'

/** The texts of a centre that this form has, as its settings hold them. */
const FORM_FIELDS = ['addressLines', 'legalLines', 'vatWording', 'activity', 'paymentTerms'] as const
type FormField = (typeof FORM_FIELDS)[number]
export type Texts = Pick<CentreSettings, FormField>

/** The same as they are typed: lists as lines. `vat` null: nobody has chosen yet. */
export type TextsForm = {
  address: string
  legal: string
  vat: VatKind | null
  rate: string
  vatText: string
  withActivity: boolean
  number: string
  region: string
  terms: string
}

/** What somebody began to type, and the texts as they were then: a change that arrives meanwhile must be seen before it is written over. */
export type TextsDraft = { seen: Texts; form: TextsForm }

export const isTextsDraft: Accept<TextsDraft> = isShaped({
  seen: isShaped({
    addressLines: isListOf(isText),
    legalLines: isListOf(isText),
    vatWording: orNull(isText),
    activity: orNull(isShaped({ number: isText, region: isText })),
    paymentTerms: isText,
  }),
  form: isShaped({
    address: isText,
    legal: isText,
    vat: orNull(isOneOf(...VAT_KINDS)),
    rate: isText,
    vatText: isText,
    withActivity: isYesNo,
    number: isText,
    region: isText,
    terms: isText,
  }),
})

export function textsOf({ addressLines, legalLines, vatWording, activity, paymentTerms }: Texts): Texts {
  return { addressLines, legalLines, vatWording, activity, paymentTerms }
}

export function formOf({ addressLines, legalLines, vatWording, activity, paymentTerms }: Texts): TextsForm {
  const vat = kindOf(vatWording)
  return {
    address: addressLines.join('\n'),
    legal: legalLines.join('\n'),
    vat,
    rate: (vatWording && rateIn(vatWording)) ?? '',
    vatText: vat === 'other' ? (vatWording ?? '') : '',
    withActivity: activity !== null,
    number: activity?.number ?? '',
    region: activity?.region ?? '',
    terms: paymentTerms,
  }
}

function kindOf(wording: string | null): VatKind | null {
  if (!wording?.trim()) return null
  const usual = VAT_KINDS.find((kind) => VAT_WORDINGS[kind] === wording)
  return usual ?? (rateIn(wording) === null ? 'other' : 'rate')
}

export type TextsErrors = Partial<Record<FormField | 'region', string>>

/** The texts that the form asks for, and what is wrong beside each field. What cannot be read is left as it was. */
export function readForm(form: TextsForm, seen: Texts): { texts: Texts; errors: TextsErrors } {
  const errors: TextsErrors = {}
  const addressLines = linesOf(form.address)
  if (addressLines.length > MOST_ADDRESS_LINES) errors.addressLines = CENTRE_TEXTS.tooManyLines(MOST_ADDRESS_LINES)
  const legalLines = linesOf(form.legal)
  if (legalLines.length > MOST_LEGAL_LINES) errors.legalLines = CENTRE_TEXTS.tooManyLines(MOST_LEGAL_LINES)
  const vatWording = wordingOf(form)
  if (vatWording === null && form.vat !== null)
    errors.vatWording = form.vat === 'rate' ? CENTRE_TEXTS.rateInvalid : CENTRE_TEXTS.vatMissing
  const number = form.number.replace(/[\s.]/g, '')
  const region = form.region.trim()
  if (form.withActivity && !ACTIVITY_NUMBER.test(number)) errors.activity = CENTRE_TEXTS.activityInvalid
  if (form.withActivity && region === '') errors.region = CENTRE_TEXTS.regionMissing
  const paymentTerms = form.terms.trim()
  if (paymentTerms === '' && seen.paymentTerms !== '') errors.paymentTerms = CENTRE_TEXTS.termsMissing
  const texts: Texts = {
    addressLines,
    legalLines,
    vatWording: vatWording ?? seen.vatWording,
    activity: form.withActivity ? { number, region } : null,
    paymentTerms: paymentTerms === seen.paymentTerms.trim() ? seen.paymentTerms : paymentTerms,
  }
  for (const field of ['addressLines', 'legalLines', 'vatWording', 'paymentTerms'] as const)
    if (!errors[field] && isTooLong(field, texts, seen)) errors[field] = CENTRE_TEXTS.lineTooLong
  return { texts, errors }
}

/** Only what differs from what was seen, as the command takes it. */
export function changesBetween(seen: Texts, texts: Texts): TextChanges {
  const changed = FORM_FIELDS.filter((field) => JSON.stringify(seen[field]) !== JSON.stringify(texts[field]))
  return Object.fromEntries(changed.map((field) => [field, { from: seen[field], to: texts[field] }])) as TextChanges
}

function wordingOf({ vat, rate, vatText }: TextsForm): string | null {
  if (vat === null) return null
  if (vat === 'other') return vatText.trim() || null
  if (vat === 'rate') {
    const typed = rate.trim().replace('.', ',').replace(/\s*%$/, '')
    return /^\d{1,2}(,\d{1,2})?$/.test(typed) ? vatAtRate(typed) : null
  }
  return VAT_WORDINGS[vat]
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The command's own limits, so that a paste of ten thousand characters is told beside its field. */
function isTooLong<F extends FormField>(field: F, texts: Texts, seen: Texts): boolean {
  const may: { [K in FormField]: (to: Texts[K]) => boolean } = isPossible
  return changesBetween(seen, texts)[field] !== undefined && !may[field](texts[field])
}
