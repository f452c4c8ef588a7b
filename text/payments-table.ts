import type { ChequeRow } from '../contract/desk-money.ts'
import { type LocalDate, toLocalDate } from '../domain/time.ts'
import type { CsvCell } from './csv.ts'
import { formatDate, NBSP } from './format.ts'
import { METHOD_WORDS } from './fr.ts'

const COLUMNS = [
  'Reçu le',
  'Session',
  'Payeur',
  'Type de payeur',
  'Moyen',
  'N° de chèque',
  'Banque',
  'Tireur',
  'Référence',
  'Devise',
  'Montant encaissé',
  'Montant annulé',
  'Montant impayé',
  'Montant rendu',
  'Dont trop-perçu',
  'N° de reçu',
  'N° d’avoir',
  'Avoir du',
  'Reçu annulé par l’avoir',
  'Épreuves',
  'Candidats',
  'Remis en banque le',
  'Réponse de la banque',
  'Enregistré par',
] as const

/** Which payments: those of a session, by its name; or all that came or went on some days, both included. */
export type PaymentsOf = { of: 'session'; label: string } | { of: 'days'; from: LocalDate; to: LocalDate }

/**
 * Payments for an accountant, after a line of heads: one line each, and one for each sum given back, on its own day; the four amounts
 * never count one sum twice. Of days, what is dated outside them has no line.
 * @param timeZone the centre's: the day of a credit note is the one on the paper
 */
export function paymentsTable(
  payments: readonly ChequeRow[],
  of: PaymentsOf,
  timeZone: string,
): (readonly CsvCell[])[] {
  const isWanted = (on: LocalDate) => of.of === 'session' || (of.from <= on && on <= of.to)
  return [
    COLUMNS,
    ...payments.flatMap((payment) => [
      ...(isWanted(payment.receivedOn) ? [lineOf(payment, timeZone)] : []),
      ...payment.returns.filter(({ returnedOn }) => isWanted(returnedOn)).map((one) => returnOf(payment, one)),
    ]),
  ]
}

/** « Reglements-session-de-janvier-2027.csv », « Reglements-du-2026-11-01-au-2026-11-30.xlsx »: no letter that a mail could spoil. */
export function paymentsFileName(of: PaymentsOf, extension: 'xlsx' | 'csv'): string {
  const which = of.of === 'session' ? plainWords(of.label) : `du-${of.from}-au-${of.to}`
  return `Reglements-${which}.${extension}`
}

function plainWords(label: string): string {
  return label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function returnOf(
  payment: ChequeRow,
  { amount, means, returnedOn, returnedBy, note }: ChequeRow['returns'][number],
): CsvCell[] {
  const { sessionLabel, payerName, payer, currency, receipt } = payment
  return [
    ...[formatDate(returnedOn), sessionLabel, payerName, payer.kind === 'organisation' ? 'Organisme' : 'Candidat'],
    ...[`Rendu${NBSP}: ${METHOD_WORDS[means].toLowerCase()}`, null, null, null, note, currency],
    ...[null, null, null, { amount, currency }, null],
    ...[receipt?.number ?? null, null, null, null, null, null, null, null, returnedBy],
  ]
}

function lineOf(payment: ChequeRow, timeZone: string): CsvCell[] {
  const { amount, currency, voided, end, cheque, receipt, deposit, credit, creditNotes } = payment
  const bounced = !voided && end?.outcome === 'bounced'
  const stands = !voided && !bounced
  const money = (shown: boolean, minor = amount) => (shown ? { amount: minor, currency } : null)
  const distinct = (words: readonly string[]) => [...new Set(words)].join(', ')
  return [
    formatDate(payment.receivedOn),
    payment.sessionLabel,
    payment.payerName,
    payment.payer.kind === 'organisation' ? 'Organisme' : 'Candidat',
    METHOD_WORDS[payment.method],
    cheque?.number ?? null,
    cheque?.bank ?? null,
    cheque?.drawer ?? null,
    payment.reference,
    currency,
    money(stands),
    money(voided !== null),
    money(bounced),
    null,
    money(stands && credit > 0, credit),
    // A receipt that a credit note cancels keeps its line: its number was given, and numbers have no gap.
    distinct([...creditNotes.map(({ receiptNumber }) => receiptNumber), ...(receipt ? [receipt.number] : [])]),
    creditNotes.map(({ number }) => number).join(', '),
    creditNotes.map(({ issuedAt }) => formatDate(toLocalDate(issuedAt, timeZone))).join(', '),
    distinct(creditNotes.map(({ receiptNumber }) => receiptNumber)),
    distinct(payment.entries.map(({ examCode }) => examCode)),
    distinct(payment.entries.map(({ candidateName }) => candidateName)),
    deposit ? formatDate(deposit.depositedOn) : null,
    end ? `${end.outcome === 'bounced' ? 'Impayé' : 'Encaissé'} le ${formatDate(end.endedOn)}` : null,
    payment.recordedBy,
  ]
}
