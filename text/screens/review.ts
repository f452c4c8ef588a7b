import type { ReviewPayment, ReviewRow } from '../../contract/desk.ts'
import { type CommandName, isCommandName, isDecision } from '../../domain/commands.ts'
import type { SettlementChoice } from '../../domain/review.ts'
import { formatMoney, NBSP, plural } from '../format.ts'
import { COMMAND_TITLES, type RefusalNames, sayRefusal } from '../fr.ts'

/** À revoir: what HQ could not accept, or what no longer fits, one sentence after the other. */
export const REVIEW = {
  title: 'À revoir',
  summary: (count: number): string =>
    count === 0 ? 'Rien à revoir' : `${count} ${plural(count, 'point attend', 'points attendent')} quelqu’un`,
  done: (who: string, when: string, device: string): string => `${who}, ${when}, poste ${device}`,
  why: 'Pourquoi',
  stands: 'Ce qui reste',
  dependents: 'Actions liées',
  note: 'Ce que vous avez fait',
  nowLabel: 'Maintenant',
  noticed: (when: string): string => `Constaté par le siège ${when}`,
  again: 'Pré-valider à nouveau',
  againAndConfirm: 'Pré-valider et valider à nouveau',
  confirmAgain: 'Valider à nouveau',
  refuse: 'Refuser…',
  raiseSeats: 'Ajouter des places…',
  see: { seats: 'Voir les places', session: 'Voir les séances' },
  seatsNow: (free: number, seats: number, label: string): string =>
    `${label}${NBSP}: ${free} ${plural(free, 'place libre', 'places libres')} sur ${seats}`,
  voidPayment: 'Annuler le règlement…',
  correctReceipt: 'Corriger le reçu…',
  receiptCorrected: 'Reçu corrigé par un avoir',
  leave: 'Laisser ainsi',
  handled: 'C’est traité',
  phone: 'Téléphone',
  mail: 'Mail du dossier',
  toPayBefore: 'À régler avant le',
  bothSettle: `Les deux classent le point${NBSP}: «${NBSP}C’est traité${NBSP}» si vous avez fait ce qu’il fallait, «${NBSP}Laisser ainsi${NBSP}» s’il n’y avait rien à faire.`,
  calledSettles: `«${NBSP}C’est traité${NBSP}» veut dire que la personne est prévenue${NBSP}: le point est classé, et la place pourra être libérée une fois le délai passé.`,
  thisPc: (series: string): string => `Vous êtes sur ce poste, série ${series}.`,
  otherPc: (series: string): string => `Vous êtes sur un autre poste, série ${series}.`,
  doneAndSettled: (done: string): string => `${done}. Point classé.`,
  doneNotSettled: (done: string, why: string): string => `${done}. Le point reste à classer${NBSP}: ${why}`,
  partlyDone: (why: string): string => `Une partie seulement est faite, le point reste à classer${NBSP}: ${why}`,
  handledDone: 'Point classé',
  openRequest: 'Ouvrir le dossier',
  settled: (count: number): string => `${count} déjà ${plural(count, 'traité', 'traités')}`,
  settledBy: (choice: SettlementChoice, who: string, when: string): string =>
    `${CHOICE_WORDS[choice]}, par ${who}, ${when}`,
  emptyTitle: 'Rien à revoir',
  emptyText:
    'Quand le siège ne peut pas accepter une action, ou qu’elle ne correspond plus à la situation, elle apparaît ici, sur tous les postes du centre.',
  unread: 'Actions que le siège n’a pas pu lire',
  unreadText: (count: number): string =>
    `${plural(count, 'Elle est gardée', 'Elles sont gardées')} sur ce poste, rien n’est perdu. Appelez le siège${NBSP}: il vous dira que faire.`,
  unreadKept: 'gardée ici, appelez le siège',
  unreadDone: (who: string, when: string): string => `${who}, ${when}`,
} as const

/** What a person chose to do about it. */
export const CHOICE_WORDS: Readonly<Record<SettlementChoice, string>> = {
  handled: 'Traité',
  'done-again': 'Fait à nouveau',
  refused: 'Demande refusée',
  voided: 'Règlement annulé',
  'seats-raised': 'Places ajoutées',
  'receipt-corrected': 'Reçu corrigé par un avoir',
  left: 'Laissé ainsi',
}

type Noun = { noun: string; feminine: boolean }

const NOUNS: Readonly<Record<CommandName, Noun>> = {
  'entry.prevalidate': { noun: 'La pré-validation', feminine: true },
  'entry.refuse': { noun: 'Le refus', feminine: false },
  'entry.confirm': { noun: 'La validation', feminine: true },
  'entry.propose-offering': { noun: 'La proposition d’un autre logiciel', feminine: true },
  'entry.remove': { noun: 'Le retrait d’une épreuve', feminine: false },
  'entry.extend': { noun: 'Le délai prolongé', feminine: false },
  'entry.release': { noun: 'La libération de la place', feminine: true },
  'entry.reinstate': { noun: 'La place rendue au candidat', feminine: true },
  'candidate.correct': { noun: 'La correction de l’identité', feminine: true },
  'candidate.change-address': { noun: 'Le changement d’adresse mail', feminine: false },
  'data-check.ask': { noun: 'La demande de vérification des données', feminine: true },
  'offering.set-seats': { noun: 'Le changement du nombre de places', feminine: false },
  'offering.open': { noun: 'L’ouverture d’une offre', feminine: true },
  'offering.close': { noun: 'La fermeture d’une offre', feminine: true },
  'sitting.set': { noun: 'La date ou la salle d’une séance', feminine: true },
  'sitting.cancel': { noun: 'L’annulation d’une séance', feminine: true },
  'centre.set-texts': { noun: 'Le changement des textes du centre', feminine: false },
  'centre.set-logo': { noun: 'Le changement du logo', feminine: false },
  'centre.set-closed-days': { noun: 'Le changement des jours fermés', feminine: false },
  'call.note': { noun: 'La note d’appel', feminine: true },
  'reminder.sent': { noun: 'La relance', feminine: true },
  'attendance.mark': { noun: 'La présence notée', feminine: true },
  'paper.issue': { noun: 'L’émission de documents', feminine: true },
  'payment.record': { noun: 'Le règlement', feminine: false },
  'payment.void': { noun: 'L’annulation du règlement', feminine: true },
  'receipt.issue': { noun: 'Le reçu', feminine: false },
  'credit-note.issue': { noun: 'L’avoir', feminine: false },
  'credit.use': { noun: 'L’utilisation du trop-perçu', feminine: true },
  'credit.return': { noun: 'Le trop-perçu rendu', feminine: false },
  'cheque.deposit': { noun: 'La remise de chèques en banque', feminine: true },
  'cheque.end': { noun: 'La réponse de la banque', feminine: true },
  'deposit.void': { noun: 'L’annulation de la remise de chèques', feminine: true },
  'cheque-end.void': { noun: 'La reprise de la réponse de la banque', feminine: true },
  'statement.match': { noun: 'Le rapprochement d’une ligne de relevé', feminine: false },
  'review.settle': { noun: 'Le classement d’un point à revoir', feminine: false },
}
/** An action of a later version. */
const UNKNOWN: Noun = { noun: 'Une action', feminine: true }

/** « La pré-validation n’a pas été acceptée par le siège », « Le règlement est bien enregistré, mais il est à vérifier ». */
export function reviewHeadline({
  name,
  kind,
  code,
  detail,
  deviceName,
}: Pick<ReviewRow, 'name' | 'kind' | 'code' | 'detail' | 'deviceName'>): string {
  if (kind === 'notice' && code === 'mail-undelivered') return 'Un mail de pré-validation n’a pas pu être remis'
  if (kind === 'notice') {
    // A copy bears the same name: only the series tells which of the two it is.
    const pc = `Le poste ${deviceName}${detail?.newSeries ? ` (désormais série ${detail.newSeries})` : ''}`
    return code === 'identity-restored'
      ? `${pc} a repris une sauvegarde`
      : `${pc} travaillait sur une copie ancienne de ses données`
  }
  const word = nounOf(name)
  // Accepted, and given up later: HQ's answer was yes.
  if (code === 'address-change-stopped') return `${word.noun} a été arrêté`
  if (isGivenUp({ name, code })) return `${word.noun} n’a pas eu lieu`
  if (kind === 'refused') return `${notAccepted(word)} par le siège`
  return `${kept(word)}, mais ${word.feminine ? 'elle' : 'il'} est à vérifier`
}

/** A change of address that did not come about. `address-taken` falls at once or days after HQ had accepted it: nothing tells which. */
function isGivenUp({ name, code }: Pick<ReviewRow, 'name' | 'code'>): boolean {
  const codes = ['address-change-stopped', 'address-not-confirmed', 'address-taken']
  return name === 'candidate.change-address' && codes.includes(code)
}

/** About a pre-validation mail that was given up. */
export function isUndelivered({ code }: Pick<ReviewRow, 'code'>): boolean {
  return code === 'mail-undelivered'
}

type Reason = Pick<ReviewRow, 'code' | 'detail'>
/** `when`: how to write an instant of HQ's within a sentence, « le lun. 23 nov. à 14 h 02 ». */
export type ReasonNames = RefusalNames & { when?: (instant: string) => string }

/** Why HQ asks, told to someone who may not be the person that did it. */
export function sayReviewReason(reason: Reason | { code: string }, names: ReasonNames = {}): string {
  const { code } = reason
  if (code === 'role-not-allowed') return 'Le rôle de la personne qui l’a fait ne le permettait pas.'
  if (code === 'not-found') return 'Le siège ne connaît pas ce dont il est question.'
  if (code === 'identity-forked')
    return `Une sauvegarde a été remise, ou son disque a été copié${NBSP}: le siège avait déjà eu avec ce poste des échanges que cette copie ne connaissait pas.`
  if (code === 'identity-restored')
    return 'Il a été remis dans l’état de sa sauvegarde. Ce qu’il avait fait depuis et transmis est au siège.'
  if (code === 'mail-undelivered')
    return `L’adresse n’existe plus, ou son serveur ne répond pas depuis cinq jours. Appelez la personne${NBSP}: elle ne sait pas jusqu’à quand régler.`
  if (code === 'depends-on-refused' && 'detail' in reason && typeof reason.detail?.after === 'string')
    return `${notAccepted(nounOf(reason.detail.after))}, et cette action en découlait.`
  const taken = code === 'no-seat-left' && 'detail' in reason ? sayTaken(reason.detail, names) : null
  return taken ?? sayRefusal(reason, names)
}

/** Who had the last seat, when HQ says so. */
function sayTaken(detail: Reason['detail'], { offering, when }: ReasonNames): string | null {
  if (!when || typeof detail?.takenAt !== 'string') return null
  const from = detail.takenBy ? ` depuis le poste ${detail.takenBy}` : ''
  return `La dernière place${offering ? ` en ${offering}` : ''} a été prise ${when(detail.takenAt)}${from}.`
}

/** What stands, whatever HQ answered: a fact has happened and is kept, money is never lost; a decision that fell did nothing. */
export function sayStanding({
  kind,
  name,
  code,
  payment,
  moneyTaken,
  detail,
}: Pick<ReviewRow, 'kind' | 'name' | 'code' | 'payment' | 'moneyTaken' | 'detail'>): string {
  if (code === 'mail-undelivered')
    return 'La place reste réservée, et ne peut pas être libérée tant que ce point n’est pas classé.'
  if (kind === 'notice') return saySeries(code, detail)
  if (isGivenUp({ name, code })) return 'L’adresse mail reste celle d’avant, rien d’autre n’a changé.'
  const money = payment ? [payment] : moneyTaken
  const sentences: string[] = []
  if (kind === 'refused')
    sentences.push(`La décision n’a pas pris effet${money.length > 0 ? '' : ', rien d’autre n’a changé'}.`)
  else if (name !== 'payment.record' || !payment) sentences.push(`${kept(nounOf(name))}.`)
  return [...sentences, ...money.flatMap((one) => sayMoney(one, name))].join(' ')
}

/** The money, then its receipt. */
function sayMoney(payment: ReviewPayment, name: ReviewRow['name']): string[] {
  const { receiptNumber, voided } = payment
  if (!receiptNumber) return [sayPayment(payment, name)]
  // Of two receipts, or one whose money was taken back, nobody can say here which is good: it exists, that is all.
  const good = !voided && name !== 'receipt.issue'
  return [sayPayment(payment, name), `Le reçu ${receiptNumber} ${good ? 'reste valable' : 'a été émis'}.`]
}

/** Of a PC that goes on under another series: where the old one ends, and what someone should look at. */
function saySeries(code: string, detail: Reason['detail']): string {
  const { oldSeries, newSeries, lastNumber } = detail ?? {}
  const end = lastNumber ? `s’arrête au n°${NBSP}${lastNumber}` : `s’arrête${NBSP}: le siège n’en connaît aucun reçu`
  return [
    newSeries ? `Il continue sous une nouvelle série de reçus, ${newSeries}.` : '',
    oldSeries ? `La série ${oldSeries} ${end}.` : '',
    'Rien n’est perdu.',
    // Restored by Pupitre itself, it is the same PC and the same disk.
    code === 'identity-restored' ? '' : 'Vérifiez que l’autre copie (ancien disque, ancien poste) ne sert plus.',
  ]
    .filter(Boolean)
    .join(' ')
}

/**
 * What became of an action that came with it: a fact is written all the same, a decision falls.
 * @param root the action that fell first, and took it along
 */
export function sayDependent({ name, code }: { name: string; code: string }, root: string): string {
  const isFact = isCommandName(name) && !isDecision(name)
  const became = isCommandName(name) ? (isFact ? kept : notAccepted)(NOUNS[name]) : 'Une action est à vérifier'
  if (code !== 'depends-on-refused') return `${became}. ${sayReviewReason({ code })}`
  return isFact
    ? `${became}, mais ${lowerFirst(notAccepted(nounOf(root)))}.`
    : `${became}, parce que ${lowerFirst(nounOf(root).noun)} ne l’a pas été.`
}

/** What one may write beside a point that is being settled; an example only where it is likely. */
export function sayNoteHint({
  kind,
  code,
  candidateNames,
}: Pick<ReviewRow, 'kind' | 'code' | 'candidateNames'>): string {
  const example = (text: string) => `Facultatif. Par exemple${NBSP}: ${text}.`
  if (code === 'mail-undelivered') return example('personne appelée, nouvelle adresse notée')
  if (kind === 'notice') return code === 'identity-forked' ? example('ancien disque rangé') : 'Facultatif.'
  return candidateNames.length > 0 ? example('candidat prévenu par téléphone') : 'Facultatif.'
}

/** What an action that HQ could not read was about. */
export function sayUnread(name: string): string {
  return isCommandName(name) ? COMMAND_TITLES[name] : UNKNOWN.noun
}

function sayPayment({ amount, credit, currency, voided }: ReviewPayment, name: ReviewRow['name']): string {
  const money = `Le règlement de ${formatMoney(amount, currency)}`
  if (voided) return `${money} ${name === 'payment.void' ? 'est annulé' : 'a été annulé depuis'}.`
  if (credit <= 0) return `${money} reste acquis.`
  if (credit < amount) return `${money} reste acquis, dont ${formatMoney(credit, currency)} de trop-perçu.`
  return `${money} reste acquis${NBSP}: c’est un trop-perçu, à rendre ou à utiliser.`
}

function nounOf(name: string): Noun {
  return isCommandName(name) ? NOUNS[name] : UNKNOWN
}

function kept({ noun, feminine }: Noun): string {
  return `${noun} est bien ${feminine ? 'enregistrée' : 'enregistré'}`
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

function notAccepted({ noun, feminine }: Noun): string {
  return `${noun} n’a pas été ${feminine ? 'acceptée' : 'accepté'}`
}
