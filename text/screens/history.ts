import { REQUEST_CHANGES } from '../../domain/candidate.ts'
import { IDENTITY_FIELDS, IDENTITY_PROOFS } from '../../domain/commands/correct-candidate.ts'
import { type CommandName, isCommandName } from '../../domain/commands.ts'
import { REFUSAL_REASONS } from '../../domain/entry.ts'
import { PAYMENT_METHODS } from '../../domain/payment.ts'
import { sayWhatChanged } from '../changes-of-request.ts'
import { formatDate, formatMoney } from '../format.ts'
import { COMMAND_TITLES, IDENTITY_FIELD_WORDS, METHOD_WORDS, PROOF_WORDS, REFUSAL_REASON_WORDS } from '../fr.ts'

/** What HQ did, and papers: everything else in a history is a command. */
const OTHER_TITLES: Readonly<Record<string, string>> = {
  'request.received': 'Demande reçue du siège',
  'request.modified': 'Modifiée par la personne candidate',
  'email.confirmed': 'Adresse mail confirmée',
  'entry.withdrawn': 'Retirée par le candidat',
  'document.made': 'Document imprimé',
}
const UNKNOWN = 'Action enregistrée'

type Line = { kind: string; detail: Readonly<Record<string, string | number>> }

/** A line of a history: its title and, from whatever detail it carries, what it was about. */
export function sayHistory({ kind, detail }: Line): { title: string; more: string } {
  const title = isCommandName(kind) ? COMMAND_TITLES[kind satisfies CommandName] : (OTHER_TITLES[kind] ?? UNKNOWN)
  const { amount, currency, method, reason, text, number } = detail
  const methodWord = PAYMENT_METHODS.find((one) => one === method)
  const reasonWord = REFUSAL_REASONS.find((one) => one === reason)
  const fields = String(detail.fields ?? '').split(' ')
  const changed = String(detail.changed ?? '').split(' ')
  const proof = IDENTITY_PROOFS.find((one) => one === detail.proof)
  const more = [
    detail.exam,
    detail.email,
    ...IDENTITY_FIELDS.filter((field) => fields.includes(field)).map((field) =>
      IDENTITY_FIELD_WORDS[field].toLowerCase(),
    ),
    ...REQUEST_CHANGES.filter((what) => changed.includes(what)).map((what) => sayWhatChanged(what, null).toLowerCase()),
    typeof detail.version === 'number' && `version ${detail.version}`,
    proof && PROOF_WORDS[proof].toLowerCase(),
    typeof detail.deadlineOn === 'string' && `jusqu’au ${formatDate(detail.deadlineOn)}`,
    typeof amount === 'number' && formatMoney(amount, currency === 'XPF' ? 'XPF' : 'EUR'),
    methodWord && METHOD_WORDS[methodWord].toLowerCase(),
    reasonWord ? REFUSAL_REASON_WORDS[reasonWord].toLowerCase() : reason,
    text,
    number,
    detail.title,
  ]
  return { title, more: more.filter(Boolean).join(', ') }
}
