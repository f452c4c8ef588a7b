import type { NirCheck } from '../../domain/candidate.ts'
import { NBSP } from '../format.ts'

/** The desk never has the number: HQ tells it which part of the identity disagrees with the one that the candidate gave. */
export const NIR_DISAGREES: Readonly<Record<Exclude<NirCheck, 'none' | 'ok'>, string>> = {
  sex: disagrees('au sexe'),
  'birth-date': disagrees('à la date de naissance'),
  'birth-place': disagrees('au lieu de naissance'),
}

/** Either the file is wrong, which the centre corrects, or the number is, which only the candidate does. */
function disagrees(what: string): string {
  return `Le numéro donné ne correspond pas ${what}${NBSP}: vérifiez la pièce d’identité. Si elle dit autre chose que ce dossier, corrigez l’identité. Si elle dit la même chose, c’est le numéro qui est faux${NBSP}: rien à faire ici, la personne peut le corriger dans son espace.`
}

/** The file of one request, at the side of the table. */
export const FILE = {
  aside: (name: string): string => `Dossier de ${name}`,
  receivedAt: (when: string): string => `Demande du ${when}`,
  close: 'Fermer le dossier',
  birth: 'Naissance',
  nuc: 'NUC',
  nucIs: 'Numéro unique de candidat',
  nucLater: 'donné à la première pré-validation',
  phone: 'Téléphone',
  mail: 'Mail',
  mailNext: (email: string, when: string): string => `Nouvelle adresse ${email} à partir du ${when}`,
  mailToConfirm: (email: string): string => `Nouvelle adresse ${email}, à confirmer par la personne`,
  mailUndelivered: `Le mail de pré-validation n’est pas arrivé${NBSP}: appelez la personne, dites-lui jusqu’à quand régler, vérifiez son adresse mail, puis classez le point.`,
  toReview: 'Voir dans À revoir',
  address: 'Adresse',
  addressWhose: 'La personne la change dans son espace.',
  payer: 'Payeur',
  self: (sex: 'F' | 'M'): string => (sex === 'F' ? 'elle-même' : 'lui-même'),
  onAccount: 'paie en compte',
  note: 'Précisions',
  nir: 'N° de sécurité sociale',
  exams: 'Épreuves',
  freeSeats: (free: number, seats: number): string =>
    free === 0
      ? `complet (${seats} ${seats > 1 ? 'places' : 'place'})`
      : `${free} ${free > 1 ? 'places libres' : 'place libre'} sur ${seats}`,
  estimate: 'estimation, des actions sont en route',
  chooseEntry: (code: string): string => `Répondre pour ${code}`,
  tickOne: 'Cochez d’abord l’épreuve à laquelle répondre.',
  notThisOne: (code: string, why: string): string => `${code}${NBSP}: ${why} Décochez-la pour répondre aux autres.`,
  prevalidateSome: (codes: string): string => `Pré-valider ${codes}`,
  byMistake: `Pré-validée par erreur${NBSP}? La réponse est partie au siège et ne se reprend plus. «${NBSP}Retirer une épreuve…${NBSP}», plus bas, rend la place${NBSP}; la personne en est prévenue par mail.`,
  ifNow: 'Si vous pré-validez maintenant, à régler avant le',
  toPayBefore: 'À régler avant le',
  paidToConfirm: `Déjà réglée${NBSP}: il reste à la valider.`,
  overdueSince: 'Délai de règlement dépassé depuis le',
  hours: '(72 h ouvrées)',
  detail: 'Détailler',
  hideDetail: 'Masquer le détail',
  provisional: `Provisoire${NBSP}: le siège fixera la date en recevant votre décision.`,
  doubtful: `Votre décision est à transmettre${NBSP}; la situation a changé depuis, le siège décidera.`,
  stillPending: `Votre décision est à transmettre${NBSP}: le siège doit d’abord la recevoir.`,
  collect: 'Encaisser…',
  confirmPaid: 'Valider',
  confirmOnAccount: 'Valider en compte',
  onAccountTitle: 'Valider en compte',
  onAccountConsequence: 'L’inscription est validée, l’organisme paiera plus tard.',
  agreement: 'Convention ou bon de commande',
  agreementHint: `Facultatif, par exemple${NBSP}: convention 2026-114. Écrit sur la confirmation, et sur le reçu de l’organisme.`,
  chequeAnnounced: 'Chèque annoncé par courrier',
  confirmed: 'Inscription validée',
  proposed: (software: string): string => `proposé${NBSP}: ${software}, le candidat doit accepter`,
  refusedFor: 'Refusée',
  removedFor: 'Retirée par le centre',
  /** After « Refusée » */
  endedBy: (when: string, who: string | null): string => ` le ${when}${who === null ? '' : ` par ${who}`}`,
  payments: 'Règlements',
  noPayment: 'Aucun règlement.',
  credit: (amount: string): string => `${amount} de trop-perçu, à rendre ou à utiliser`,
  history: 'Historique',
  historyEmpty: 'Rien encore.',
  toTransmit: 'à transmettre',
} as const
