import type { ChequeRow } from '../contract/desk-money.ts'
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
  'Avoirs',
  'Épreuves',
  'Candidats',
  'Remis en banque le',
  'Réponse de la banque',
  'Enregistré par',
] as const

/**
 * The payments of a session for an accountant, after a line of heads: one line each, and one for each sum given back, on its own day; the
 * four amounts never count one sum twice.
 */
export function paymentsTable(payments: readonly ChequeRow[]): (readonly CsvCell[])[] {
  return [
    COLUMNS,
    ...payments.flatMap((payment) => [lineOf(payment), ...payment.returns.map((one) => returnOf(payment, one))]),
  ]
}

/** « Reglements-2027-01.csv » */
export function paymentsFileName(sessionId: string, extension: 'xlsx' | 'csv'): string {
  return `Reglements-${sessionId.replace(/[^\w-]/g, '-')}.${extension}`
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
    ...[receipt?.number ?? null, null, null, null, null, null, returnedBy],
  ]
}

function lineOf(payment: ChequeRow): CsvCell[] {
  const { amount, currency, voided, end, cheque, receipt, deposit, credit } = payment
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
    receipt?.number ?? null,
    payment.creditNotes.map(({ number }) => number).join(', '),
    distinct(payment.entries.map(({ examCode }) => examCode)),
    distinct(payment.entries.map(({ candidateName }) => candidateName)),
    deposit ? formatDate(deposit.depositedOn) : null,
    end ? `${end.outcome === 'bounced' ? 'Impayé' : 'Encaissé'} le ${formatDate(end.endedOn)}` : null,
    payment.recordedBy,
  ]
}
