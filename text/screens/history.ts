import { CALL_MEANS, REMINDER_MEANS, REQUEST_CHANGES } from '../../domain/candidate.ts'
import { CHEQUE_OUTCOMES, type ChequeOutcome } from '../../domain/cheque.ts'
import { IDENTITY_FIELDS, IDENTITY_PROOFS } from '../../domain/commands/correct-candidate.ts'
import { isCommandName } from '../../domain/commands.ts'
import { REFUSAL_CODES } from '../../domain/decision.ts'
import { REFUSAL_REASONS } from '../../domain/entry.ts'
import { PAYMENT_METHODS } from '../../domain/payment.ts'
import { REVIEW_KINDS, SETTLEMENT_CHOICES } from '../../domain/review.ts'
import { sayWhatChanged } from '../changes-of-request.ts'
import { formatDate, formatMoney, NBSP } from '../format.ts'
import { COMMAND_TITLES, IDENTITY_FIELD_WORDS, METHOD_WORDS, PROOF_WORDS, REFUSAL_REASON_WORDS } from '../fr.ts'
import { attendanceNoted, attestationIssued } from './attendance.ts'
import { convocationIssued } from './convocations.ts'
import { CHOICE_WORDS, reviewHeadline, sayReviewReason } from './review.ts'

/** What HQ and the candidate did, and papers: everything else in a history is a command. */
const OTHER_TITLES: Readonly<Record<string, string>> = {
  'request.received': 'Demande reçue du siège',
  'request.modified': 'Modifiée par la personne candidate',
  'email.confirmed': 'Adresse mail confirmée',
  'data.checked': 'Données vérifiées par la personne candidate',
  'entry.withdrawn': 'Retirée par le candidat',
  'document.made': 'Document imprimé',
}
const UNKNOWN = 'Action enregistrée'

const CALL_TITLES: Readonly<Record<(typeof CALL_MEANS)[number], string>> = {
  phone: 'Appel',
  counter: 'Passage au guichet',
  mail: 'Mail',
}
const REMINDER_TITLES: Readonly<Record<(typeof REMINDER_MEANS)[number], string>> = {
  phone: 'Relance par téléphone',
  mail: 'Relance par mail',
}

export type HistoryWords = {
  /** « Pré-validation » */
  title: string
  /** What it was about, from whatever detail it carries; empty when there is none. */
  more: string
}

type Line = { kind: string; detail: Readonly<Record<string, string | number>> }

/** A line of a history: its title and what it was about. */
export function sayHistory({ kind, detail }: Line): HistoryWords {
  const said = [
    detail.exam,
    ...sayWho(detail),
    ...sayMoney(detail),
    ...sayCredit(detail),
    ...sayDecision(detail),
  ].filter(Boolean)
  const review = REVIEW_KINDS.find((one) => kind === `review.${one}`)
  if (review) return sayReview(review, detail)
  return { title: titleOf(kind, detail), more: said.join(', ') }
}

function titleOf(kind: string, { means, convocation, attestation, attendance }: Line['detail']): string {
  const call = kind === 'call.note' && CALL_MEANS.find((one) => one === means)
  if (call) return CALL_TITLES[call]
  const reminder = kind === 'reminder.sent' && REMINDER_MEANS.find((one) => one === means)
  if (reminder) return REMINDER_TITLES[reminder]
  if (kind === 'paper.issue' && convocation !== undefined) return convocationIssued(convocation)
  if (kind === 'paper.issue' && attestation !== undefined) return attestationIssued(attestation)
  if (kind === 'attendance.mark') return attendanceNoted(attendance)
  return isCommandName(kind) ? COMMAND_TITLES[kind] : (OTHER_TITLES[kind] ?? UNKNOWN)
}

/** What HQ did not accept, or what no longer fits, and why. */
function sayReview(kind: (typeof REVIEW_KINDS)[number], detail: Line['detail']): HistoryWords {
  const name = String(detail.name ?? '')
  const code = String(detail.code ?? '')
  const head = { name, kind, code, detail: { ...detail }, deviceName: '' }
  const known = code === 'mail-undelivered' || REFUSAL_CODES.some((one) => one === code)
  const exam = detail.exam ? `${detail.exam}. ` : ''
  return { title: reviewHeadline(head), more: known ? `${exam}${sayReviewReason({ code, detail: head.detail })}` : '' }
}

function sayWho({ email, fields, changed, version, proof }: Line['detail']) {
  const identity = String(fields ?? '').split(' ')
  const parts = String(changed ?? '').split(' ')
  const shown = IDENTITY_PROOFS.find((one) => one === proof)
  return [
    email,
    ...IDENTITY_FIELDS.filter((field) => identity.includes(field)).map((field) =>
      IDENTITY_FIELD_WORDS[field].toLowerCase(),
    ),
    ...REQUEST_CHANGES.filter((what) => parts.includes(what)).map((what) => sayWhatChanged(what, null).toLowerCase()),
    typeof version === 'number' && `version ${version}`,
    shown && PROOF_WORDS[shown].toLowerCase(),
  ]
}

const OUTCOME_WORDS: Readonly<Record<ChequeOutcome, string>> = { cleared: 'encaissé', bounced: 'revenu impayé' }

function sayMoney({ amount, currency, method, share, payer, number, receipt, outcome, dueOn }: Line['detail']) {
  const money = (value: unknown) =>
    typeof value === 'number' ? formatMoney(value, currency === 'XPF' ? 'XPF' : 'EUR') : null
  const word = PAYMENT_METHODS.find((one) => one === method)
  const own = money(share)
  const ended = CHEQUE_OUTCOMES.find((one) => one === outcome)
  return [
    money(amount),
    word && METHOD_WORDS[word].toLowerCase(),
    payer,
    own && `dont ${own} pour cette personne`,
    number,
    receipt && `à la place du reçu ${receipt}`,
    ended && OUTCOME_WORDS[ended],
    typeof dueOn === 'string' && `attendu de nouveau jusqu’au ${formatDate(dueOn)}`,
  ]
}

/** Of a credit: by how it was given back, when; from which receipt; whether it went to exams of somebody else. */
function sayCredit({ returnedOn, ofReceipt, forOthers }: Line['detail']) {
  return [
    typeof returnedOn === 'string' && `le ${formatDate(returnedOn)}`,
    ofReceipt && `sur le reçu ${ofReceipt}`,
    forOthers === 1 && 'pour d’autres inscriptions du même payeur',
  ]
}

function sayDecision({ heldOn, deadlineOn, reason, kind, agreement, text, title, choice, doubtful }: Line['detail']) {
  const word = REFUSAL_REASONS.find((one) => one === reason)
  const settled = SETTLEMENT_CHOICES.find((one) => one === choice)
  return [
    typeof heldOn === 'string' && heldOn !== '' && `séance du ${formatDate(heldOn)}`,
    typeof deadlineOn === 'string' && `jusqu’au ${formatDate(deadlineOn)}`,
    kind === 'cheque-announced' && 'chèque annoncé par courrier',
    word ? REFUSAL_REASON_WORDS[word].toLowerCase() : reason,
    agreement && `en compte, ${agreement}`,
    settled && CHOICE_WORDS[settled].toLowerCase(),
    text,
    title,
    doubtful === 1 && `le siège décidera${NBSP}: la situation a changé depuis`,
  ]
}
