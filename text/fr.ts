import type { TroubleCode } from '../contract/refusals.ts'
import { CLICK_REFUSALS } from '../contract/refusals.ts'
import type { Role } from '../domain/catalogue.ts'
import { IDENTITY_FIELDS, type IdentityField, type IdentityProof } from '../domain/commands/correct-candidate.ts'
import type { CommandName } from '../domain/commands.ts'
import type { RefusalDetail } from '../domain/decision.ts'
import { ENTRY_STATUSES, type EntryStatus, type RefusalReason } from '../domain/entry.ts'
import type { Currency } from '../domain/money.ts'
import type { PaymentMethod } from '../domain/payment.ts'
import { formatDate, formatDateTime, formatMoney, NBSP, plural } from './format.ts'
import { settingWord } from './setting-words.ts'

/** The words shared by every screen and paper. A code without its French does not compile. */

export const ENTRY_STATUS_WORDS: Readonly<Record<EntryStatus, string>> = {
  requested: 'En attente',
  prevalidated: 'Pré-validée',
  confirmed: 'Validée',
  refused: 'Refusée',
  lapsed: 'Place libérée',
  withdrawn: 'Retirée',
  carriedOver: 'Reportée',
}

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  reader: 'Consultation',
  secretary: 'Secrétariat',
  manager: 'Responsable',
}

export const METHOD_WORDS: Readonly<Record<PaymentMethod, string>> = {
  cheque: 'Chèque',
  transfer: 'Virement',
  card: 'Carte bancaire',
  cash: 'Espèces',
}

export const REFUSAL_REASON_WORDS: Readonly<Record<RefusalReason, string>> = {
  full: 'Plus de place',
  closed: 'Cette épreuve n’est plus ouverte avec ce logiciel',
  software: 'Le centre ne propose pas ce logiciel',
  dates: 'Les dates ne conviennent pas',
  'file-incomplete': 'Dossier incomplet',
  duplicate: 'Demande en double',
  mistake: 'Demandée par erreur',
  'gave-up': 'Le candidat y renonce',
  other: 'Autre motif',
}

/** The reason of a refusal where it is known what was asked for: an exam is full with one software, another may have seats. */
export function sayReason(reason: RefusalReason, software: readonly string[]): string {
  const words = REFUSAL_REASON_WORDS[reason]
  return reason === 'full' && software.length > 0 ? `${words} avec ${software.join(', ')}` : words
}

export const IDENTITY_FIELD_WORDS: Readonly<Record<IdentityField, string>> = {
  birthName: 'Nom de naissance',
  usageName: 'Nom d’usage',
  firstNames: 'Prénoms',
  sex: 'Sexe',
  bornOn: 'Date de naissance',
  birthPlace: 'Lieu de naissance',
  birthCountry: 'Pays de naissance',
}

export const PROOF_WORDS: Readonly<Record<IdentityProof, string>> = {
  'identity-card': 'Carte d’identité',
  passport: 'Passeport',
  'birth-certificate': 'Extrait d’acte de naissance',
  other: 'Autre pièce',
}

/** What was done, as the head of a line. */
export const COMMAND_TITLES: Readonly<Record<CommandName, string>> = {
  'entry.prevalidate': 'Pré-validation',
  'entry.refuse': 'Refus',
  'entry.confirm': 'Validation',
  'entry.propose-offering': 'Autre logiciel proposé',
  'entry.remove': 'Retrait par le centre',
  'entry.extend': 'Délai prolongé',
  'entry.release': 'Place libérée',
  'entry.reinstate': 'Place rendue au candidat',
  'candidate.correct': 'Identité corrigée',
  'candidate.change-address': 'Changement d’adresse mail',
  'data-check.ask': 'Vérification des données demandée',
  'offering.set-seats': 'Nombre de places changé',
  'offering.open': 'Offre ouverte',
  'offering.close': 'Offre fermée',
  'sitting.set': 'Séance fixée',
  'sitting.cancel': 'Séance annulée',
  'centre.set-texts': 'Textes du centre changés',
  'centre.set-logo': 'Logo du centre changé',
  'centre.set-closed-days': 'Jours fermés changés',
  'call.note': 'Note d’appel',
  'reminder.sent': 'Relance',
  'attendance.mark': 'Présence notée',
  'paper.issue': 'Document émis',
  'payment.record': 'Règlement enregistré',
  'payment.void': 'Règlement annulé',
  'receipt.issue': 'Reçu émis',
  'credit-note.issue': 'Reçu corrigé par un avoir',
  'credit.use': 'Trop-perçu utilisé',
  'credit.return': 'Trop-perçu rendu',
  'cheque.deposit': 'Chèques remis en banque',
  'cheque.end': 'Réponse de la banque notée',
  'deposit.void': 'Remise en banque annulée',
  'cheque-end.void': 'Réponse de la banque reprise',
  'statement.match': 'Ligne de relevé rapprochée',
  'review.settle': 'Point à revoir classé',
}

const EITHER = new Intl.ListFormat('fr', { type: 'disjunction' })
/** More than these are no help: whoever is there is asked. */
const MOST_MANAGERS = 3

/** Who may do what the person who sits here may not: « un responsable du centre (Annick HERVÉ ou Yann LE GOFF) ». */
export function aManager(names: readonly string[]): string {
  const named = names.length > 0 && names.length <= MOST_MANAGERS ? ` (${EITHER.format(names)})` : ''
  return `un responsable du centre${named}`
}

export function notYourRole(managers: readonly string[]): string {
  return `Votre rôle ne le permet pas. Demandez à ${aManager(managers)}.`
}

/** What the window may add to a refusal, which itself only knows ids. */
export type RefusalNames = { offering?: string | undefined }

type Say = (detail: RefusalDetail, names: RefusalNames) => string

/** Keys: `db/problem.ts`. */
const NOT_KEPT_CAUSES: Readonly<Record<string, string>> = {
  'disk-full': 'le disque de ce poste est plein. Libérez de la place, puis recommencez.',
  'read-only': 'ce poste n’a plus le droit d’écrire ses données. Vérifiez le dossier, puis recommencez.',
  damaged: 'le fichier des données est abîmé. Fermez Pupitre et rouvrez-le, il proposera de restaurer sa sauvegarde.',
  locked: 'un autre programme tient le fichier des données. Fermez-le, puis recommencez.',
  missing: 'le fichier des données n’est plus à sa place. Remettez-le, ou fermez Pupitre et rouvrez-le.',
  'disk-error': 'le disque refuse d’écrire (plein, quota atteint ou abîmé). Vérifiez-le, puis recommencez.',
}

/** Why not, and what to do where something can be done. */
const REFUSAL_SENTENCES: Readonly<Record<(typeof CLICK_REFUSALS)[number], Say>> = {
  'not-found': () => 'Cet élément n’existe plus sur ce poste.',
  'wrong-status': ({ status }) => `Ce n’est plus possible${NBSP}: ${statusNow(status)}.`,
  'no-offering': () => 'Aucun logiciel n’est encore choisi pour cette épreuve.',
  'offering-closed': (_, { offering }) => `${offering ?? 'Cette offre'} est fermée aux inscriptions.`,
  'no-seat-left': ({ seats }, { offering }) =>
    `${offering ? `${offering}${NBSP}: complet` : 'Complet'}${counted(seats, ', l’unique place est prise', (n) => `, les ${n} places sont prises`)}.`,
  'accreditation-ended': ({ endedOn }) =>
    `L’habilitation du centre a pris fin${typeof endedOn === 'string' ? ` le ${formatDate(endedOn)}` : ''}. Prévenez le siège.`,
  'sitting-past': (_, { offering }) => `La date d’examen est passée${offering ? ` pour ${offering}` : ''}.`,
  'sitting-to-come': ({ heldOn }) =>
    `Les présences se notent à partir du jour de la séance${typeof heldOn === 'string' ? `, le ${formatDate(heldOn)}` : ''}.`,
  'deadline-unreachable': () =>
    'Le calendrier du centre ne laisse pas trois jours ouvrés pour payer. Vérifiez les jours de fermeture.',
  'deadline-not-later': ({ deadlineOn }) =>
    `Choisissez un jour plus tardif${typeof deadlineOn === 'string' ? ` que le ${formatDate(deadlineOn)}` : ''}.`,
  'deadline-too-far': ({ latestOn }) =>
    `C’est trop loin${typeof latestOn === 'string' ? `${NBSP}: le délai peut aller jusqu’au ${formatDate(latestOn)}` : ''}.`,
  'deadline-not-over': () => 'Le délai de règlement court encore. La place se libère quand il est dépassé.',
  'mail-not-sent': ({ mail }) =>
    mail === 'failed'
      ? `Le mail de pré-validation n’a pas pu être remis, et le délai court à partir de ce mail. Appelez la personne, classez le point dans « À revoir », puis libérez la place.`
      : `Le mail de pré-validation n’est pas encore parti, et le délai court à partir de ce mail. La date limite sera reportée quand il partira.`,
  'not-a-working-day': ({ deadlineOn }) =>
    `Le centre est fermé${typeof deadlineOn === 'string' ? ` le ${formatDate(deadlineOn)}` : ' ce jour-là'}. Choisissez un jour ouvré.`,
  'fee-not-covered': ({ missing, currency }) =>
    `Il manque ${money(missing, currency)} pour couvrir les frais d’examen.`,
  'seats-below-used': ({ seats, used }) =>
    used === undefined
      ? 'Ce serait moins que les places déjà prises.'
      : `Impossible de descendre à ${seats}${NBSP}: ${used} ${plural(Number(used), 'place est déjà prise', 'places sont déjà prises')}.`,
  'already-open': () => 'Cette offre est déjà ouverte.',
  'already-closed': () => 'Cette offre est déjà fermée.',
  'offering-exists': () =>
    `Le centre propose déjà cette épreuve avec les mêmes logiciels${NBSP}: rouvrez cette offre, ou changez ses places.`,
  'software-missing': () => `Cette épreuve se passe sur un logiciel${NBSP}: choisissez-en au moins un.`,
  'date-not-allowed': ({ heldOn }) =>
    `Le siège n’a pas prévu cette épreuve${typeof heldOn === 'string' ? ` le ${formatDate(heldOn)}` : ' ce jour-là'}. Choisissez l’une de ses dates.`,
  'already-cancelled': () => 'Cette séance a déjà été annulée.',
  'sitting-exists': () => `Cette séance existe déjà${NBSP}: même jour, même heure, même salle.`,
  'reminded-already': ({ remindedAt, timeZone }) =>
    `Un rappel est déjà parti${typeof remindedAt === 'string' && typeof timeZone === 'string' ? ` le ${formatDateTime(remindedAt, timeZone)}` : ''}. Laissez 12${NBSP}heures avant d’en envoyer un autre, ou téléphonez.`,
  'nothing-to-pay': () => `Il n’y a plus rien à régler${NBSP}: inutile de relancer.`,
  'no-mail-address': () => `Cette personne n’a pas d’adresse mail${NBSP}: téléphonez-lui.`,
  'role-not-allowed': () => notYourRole([]),
  'amount-not-positive': () => 'Le montant doit être supérieur à zéro.',
  'wrong-currency': ({ currency }) =>
    currency === 'XPF' ? 'Ce centre encaisse en francs Pacifique (F).' : 'Ce centre encaisse en euros (€).',
  'date-too-old': () => `Cette date a plus d’un an. Vérifiez l’année${NBSP}: le reçu la porterait pour toujours.`,
  'date-in-future': () => 'La date de réception ne peut pas être dans le futur.',
  'allocated-too-much': ({ excess, currency }) =>
    `La répartition dépasse le montant reçu de ${money(excess, currency)}.`,
  'entry-not-live': ({ status }) => `Cette inscription ne peut plus être réglée${NBSP}: ${statusNow(status)}.`,
  'entry-already-paid': ({ due, currency }) =>
    Number(due) > 0 ? `Il ne reste que ${money(due, currency)} à régler.` : 'Cette inscription est déjà réglée.',
  'cash-limit': ({ limit, total, currency }) =>
    `Espèces limitées à ${money(limit, currency)} par payeur (art. D.112-3 du code monétaire et financier)${NBSP}: cela ferait ${money(total, currency)}.`,
  'payment-voided': () => 'Ce règlement a été annulé.',
  'credit-too-small': ({ left, currency }) =>
    Number(left) > 0
      ? `De ce trop-perçu, il ne reste que ${money(left, currency)}.`
      : `De ce trop-perçu, il ne reste rien${NBSP}: il a déjà été utilisé ou rendu, ici ou sur un autre poste.`,
  'credit-returned': () => `Une partie de ce règlement a été rendue au payeur${NBSP}: il ne s’annule plus.`,
  'other-payer': () => 'Ce trop-perçu est à un autre payeur.',
  'other-session': () =>
    `Ce trop-perçu est d’une autre session${NBSP}: rendez-le, puis encaissez un nouveau règlement.`,
  'not-a-cheque': () => 'Ce règlement n’est pas un chèque.',
  'cheque-deposited': () => 'Ce chèque figure déjà sur un bordereau de remise.',
  'cheque-ended': () => 'La réponse de la banque est déjà notée pour ce chèque.',
  'deposit-voided': () => 'Cette remise a été annulée.',
  'deposit-answered': ({ number, outcome, count }) =>
    `${Number(count) > 1 ? `La banque a déjà répondu pour ${count} de ses chèques` : `Le chèque${number ? ` n°${NBSP}${number}` : ''} est déjà noté ${outcome === 'bounced' ? 'impayé' : 'encaissé'}`}${NBSP}: reprenez d’abord la réponse de la banque, sous «${NBSP}${outcome === 'bounced' ? 'Impayés' : 'Encaissés'}${NBSP}».`,
  'end-voided': () => 'Cette réponse de la banque a déjà été reprise.',
  'cheque-bounced': () => `Ce chèque est revenu impayé${NBSP}: il ne donne pas lieu à un reçu.`,
  'line-used': () =>
    `Cette ligne du relevé est déjà rapprochée, ici ou sur un autre poste${NBSP}: si le règlement y est deux fois, annulez le second.`,
  'payment-matched': () => 'Une autre ligne du relevé est déjà rapprochée de ce versement.',
  'receipt-issued': ({ number }) =>
    `Le reçu ${number ?? ''} a été remis${NBSP}: il ne se reprend pas, il se corrige par un avoir.`,
  'receipt-number-clash': ({ number }) =>
    `Le numéro de reçu ${number ?? ''} est porté par deux reçus. L’un des deux doit être corrigé par un avoir.`,
  'receipt-credited': ({ number }) => `Ce reçu a déjà été corrigé par l’avoir ${number ?? ''}.`,
  'credit-note-number-clash': ({ number }) =>
    `Le numéro d’avoir ${number ?? ''} est porté par deux avoirs. Gardez les deux et prévenez le siège.`,
  'foreign-series': () =>
    `Ce reçu porte une série qui n’est pas celle du poste qui l’a émis. Gardez-le et prévenez le siège.`,
  'already-live': () =>
    `Depuis que cette place a été libérée, le candidat a une autre demande en cours pour cette session. La place ne peut lui être rendue que s’il retire cette autre demande${NBSP}: voyez avec lui.`,
  'series-awaited': () =>
    `Le siège doit d’abord donner une nouvelle série de reçus à ce poste. Le règlement, lui, s’enregistre.`,
  'first-sync-under-way': () =>
    `Les données du centre arrivent encore${NBSP}: vous pouvez déjà consulter, les actions s’ouvriront à la fin.`,
  'vat-wording-missing': () =>
    'Le centre n’a pas encore choisi la mention de TVA de ses reçus. Un responsable du centre la choisit dans Réglages.',
  'already-settled': () => 'Ce point a déjà été classé.',
  'value-changed': ({ field }) => {
    if (field === 'heldOn' || field === 'startsAtLocal' || field === 'room')
      return `${SITTING_FIELD_WORDS[field]}${NBSP}: quelqu’un l’a changée entre-temps. Vérifiez la séance, puis recommencez.`
    const setting = settingWord(field)
    return setting === null
      ? `${identityFieldWord(field)}${NBSP}: une autre correction est passée avant. Rouvrez le dossier et vérifiez.`
      : `${setting}${NBSP}: un autre changement est passé avant. Vérifiez-le dans Réglages, puis recommencez.`
  },
  'address-taken': () =>
    `Cette adresse mail sert déjà à un autre compte${NBSP}: elle n’a pas été changée. Vérifiez-la, puis appelez le siège.`,
  'address-change-stopped': () =>
    `Ce changement a été annulé depuis l’ancienne adresse mail, qui reste celle de la personne. Téléphonez-lui avant d’en demander un autre.`,
  'address-not-confirmed': () =>
    `Le changement n’a pas abouti en 7${NBSP}jours${NBSP}: personne n’a confirmé la nouvelle adresse mail, ou l’ancienne n’a pas pu être prévenue. L’ancienne reste celle de la personne. Vérifiez l’adresse avec elle, puis redemandez le changement.`,
  'session-over': ({ endsOn }) =>
    `La session est terminée${typeof endsOn === 'string' ? ` depuis le ${formatDate(endsOn)}` : ''}.`,
  'asked-already': ({ askedAt, timeZone }) =>
    `C’est déjà demandé${typeof askedAt === 'string' && typeof timeZone === 'string' ? ` depuis le ${formatDateTime(askedAt, timeZone)}` : ''}. Laissez 24${NBSP}heures aux candidats avant de leur écrire à nouveau.`,
  'nobody-to-ask': () =>
    `Il n’y a personne à qui le demander${NBSP}: aucun candidat pré-validé ou validé n’a encore à confirmer ses données.`,
  'depends-on-refused': () => 'Elle suivait une autre action, que le siège n’a pas acceptée.',
  'not-valid': () => 'La saisie est incomplète.',
  'not-kept': ({ cause }) =>
    `Rien n’a été enregistré${NBSP}: ${NOT_KEPT_CAUSES[String(cause)] ?? 'le fichier des données ne répond pas. Réessayez.'}`,
}

/** The sentence of a refusal; a code from a later version still gets an honest one. */
export function sayRefusal(
  { code, detail }: { code: string; detail?: RefusalDetail | null | undefined },
  names: RefusalNames = {},
): string {
  const known = CLICK_REFUSALS.find((one) => one === code)
  return known ? REFUSAL_SENTENCES[known](detail ?? {}, names) : 'Le siège ne l’a pas accepté.'
}

/** The last exchange failed: what happened, and what to do. « depuis … » is added by the reader. */
export const TROUBLE_SENTENCES: Readonly<Record<TroubleCode, { title: string; advice: string }>> = {
  'hq-unreachable': { title: 'Hors connexion', advice: 'Rien n’est perdu, continuez à travailler.' },
  'hq-error': { title: 'Le siège est en panne', advice: 'Rien n’est perdu, continuez à travailler.' },
  'hq-garbage': {
    title: 'Réponse du siège illisible',
    advice: 'Rien n’est perdu, continuez à travailler. Si cela dure, vérifiez l’accès à internet du centre.',
  },
  'hq-refuses-device': {
    title: 'Le siège ne reconnaît plus ce poste',
    advice: `Ce qui est saisi reste gardé ici. Appelez le siège${NBSP}: au besoin, un fichier de secours (écran Échanges) le lui portera.`,
  },
  'device-revoked': {
    title: 'Le siège a retiré ce poste',
    advice: `Ce qui n’est pas transmis reste gardé ici, mais le siège n’en prendra plus rien, même par un fichier de secours. Appelez-le${NBSP}: il vous dira comment le ressaisir sur un autre poste.`,
  },
  'identity-forked': {
    title: 'Ce poste travaille sur une copie ancienne de ses données',
    advice:
      'Rien n’est perdu, continuez. Il demande au siège une nouvelle série de reçus. Si cela dure, appelez le siège.',
  },
  'app-too-old': {
    title: 'Une mise à jour de Pupitre est nécessaire',
    advice: `Ce qui est saisi reste gardé ici et partira après la mise à jour. Pressé${NBSP}? Un fichier de secours (écran Échanges) peut le porter au siège.`,
  },
  'wrong-code': {
    title: 'Code d’inscription du poste refusé',
    advice: 'Vérifiez le code ou demandez-en un autre au siège.',
  },
  'database-full': {
    title: 'Le disque de ce poste est plein',
    advice: 'Libérez de la place avant de continuer. Ce qui est déjà enregistré est gardé.',
  },
  'database-read-only': {
    title: 'Ce poste ne peut plus enregistrer',
    advice: 'Le dossier de Pupitre est protégé en écriture. Ce qui est déjà enregistré est gardé.',
  },
  'database-damaged': {
    title: 'Les données de ce poste sont abîmées',
    advice: 'N’effacez rien. Fermez Pupitre et rouvrez-le, il proposera de restaurer sa sauvegarde.',
  },
  'database-disk': {
    title: 'Le disque de ce poste refuse d’écrire',
    advice: 'Vérifiez qu’il reste de la place et qu’il est bien branché. Ce qui est déjà enregistré est gardé.',
  },
  'database-busy': {
    title: 'Un autre programme tient le fichier des données',
    advice: 'Fermez-le (sauvegarde, antivirus, autre fenêtre de Pupitre). Ce qui est déjà enregistré est gardé.',
  },
  internal: {
    title: 'L’échange s’est arrêté pour une raison imprévue',
    advice: 'Ce qui a été fait est gardé, continuez à travailler. Si cela dure, appelez votre assistance.',
  },
  'insecure-address': {
    title: 'L’adresse du siège n’est pas protégée',
    advice: 'Elle doit commencer par https://. Vérifiez-la auprès du siège, rien n’a été envoyé.',
  },
}

function statusNow(status: string | number | undefined): string {
  const known = ENTRY_STATUSES.find((one) => one === status)
  return known
    ? `l’inscription est «${NBSP}${ENTRY_STATUS_WORDS[known].toLowerCase()}${NBSP}»`
    : 'l’état de l’inscription a changé'
}

const SITTING_FIELD_WORDS = { heldOn: 'Date', startsAtLocal: 'Heure', room: 'Salle' } as const

function identityFieldWord(field: string | number | undefined): string {
  const known = IDENTITY_FIELDS.find((one) => one === field)
  if (field === 'email') return 'Adresse mail'
  return known ? IDENTITY_FIELD_WORDS[known] : 'Identité'
}

function money(amount: string | number | undefined, currency: string | number | undefined): string {
  const known: Currency = currency === 'XPF' ? 'XPF' : 'EUR'
  return formatMoney(Number(amount ?? 0), known)
}

function counted(count: string | number | undefined, one: string, many: (count: number) => string): string {
  if (typeof count !== 'number' || count === 0) return ''
  return count === 1 ? one : many(count)
}
