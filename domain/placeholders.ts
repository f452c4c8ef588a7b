/** The papers of which a centre words a paragraph of its own, as documents name them. */
export const WORDING_KINDS = [
  'convocation',
  'confirmation',
  'reminder-letter',
  'refusal-letter',
  'payment-attestation',
  'attendance-attestation',
] as const
export type WordingKind = (typeof WORDING_KINDS)[number]

/** What is typed between braces for each: it is stored in the texts themselves, so a name given here is never changed. */
export const PLACEHOLDER_NAMES = {
  'first-names': 'prénom',
  name: 'nom',
  exams: 'épreuves',
  session: 'session',
  'first-day': 'premier jour',
  'exam-day': 'jour',
  deadline: 'date limite',
  amount: 'montant',
  payer: 'payeur',
  receipt: 'reçu',
  centre: 'centre',
  town: 'ville',
} as const
export type Placeholder = keyof typeof PLACEHOLDER_NAMES

const EVERYWHERE = ['first-names', 'name', 'exams', 'session', 'centre', 'town'] as const
/** What each kind of paper always knows: a placeholder that could have nothing to say is none of that kind's. */
export const PLACEHOLDERS: Readonly<Record<WordingKind, readonly Placeholder[]>> = {
  convocation: [...EVERYWHERE, 'first-day'],
  confirmation: [...EVERYWHERE, 'amount'],
  'reminder-letter': [...EVERYWHERE, 'deadline', 'amount'],
  'refusal-letter': EVERYWHERE,
  'payment-attestation': [...EVERYWHERE, 'amount', 'payer', 'receipt'],
  'attendance-attestation': [...EVERYWHERE, 'exam-day'],
}

/** How a placeholder is typed: « {date limite} ». */
export function bracedName(placeholder: Placeholder): string {
  return `{${PLACEHOLDER_NAMES[placeholder]}}`
}
