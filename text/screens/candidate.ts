import type { CALL_MEANS } from '../../domain/candidate.ts'
import { NBSP, plural } from '../format.ts'

const LAST_CALL: Readonly<Record<(typeof CALL_MEANS)[number], string>> = {
  phone: 'Dernier appel',
  counter: 'Dernier passage au guichet',
  mail: 'Dernier mail',
}

/** The candidate's own page: what a telephone call asks about. */
export const CANDIDATE = {
  page: (name: string): string => `Dossier de ${name}`,
  group: 'Dossier',
  backTo: (screen: string): string => `Retour à ${screen}`,
  openKey: 'Ouvrir le dossier',
  openOf: (name: string): string => `Ouvrir le dossier de ${name}`,
  gone: 'Ce dossier n’est plus sur ce poste',
  goneText:
    'Le siège l’a retiré du centre, ou il a été réuni avec un autre. Cherchez la personne par son nom (Ctrl+K).',
  nucLater: 'pas encore de NUC',
  copy: 'Copier',
  copied: 'Copié',
  notCopied: 'La copie n’a pas marché. Sélectionnez le texte, puis Ctrl+C.',
  copyPhone: (phone: string): string => `Copier le téléphone ${phone}`,
  copyMail: (email: string): string => `Copier l’adresse mail ${email}`,
  noMail: 'pas d’adresse mail',
  toReview: (count: number): string => `${count} ${plural(count, 'point', 'points')} à revoir`,
  alike: (count: number): string =>
    `${plural(count, 'Peut-être la même personne', 'Peut-être les mêmes personnes')}, sous un autre dossier${NBSP}:`,
  alikeText: `Même date de naissance et un nom proche. Si c’est bien la même personne, appelez le siège${NBSP}: lui seul peut réunir deux dossiers.`,

  // In short.
  short: 'En bref',
  owed: 'À régler',
  owedNothing: 'Rien à régler',
  owedBefore: (when: string): string => `jusqu’au ${when}`,
  owedSince: (when: string): string => `délai dépassé depuis le ${when}`,
  owedNoDate: 'inscription validée avant le règlement',
  owedBounced: (until: string | null): string =>
    `chèque revenu impayé${until === null ? '' : `, attendus jusqu’au ${until}`}`,
  owedBy: (payer: string): string => `par ${payer}`,
  onAccount: (payer: string): string => `${payer} paie en compte`,
  provisional: 'date provisoire, le siège la fixera',
  missing: 'Il manque',
  missingNothing: 'Rien ne manque',
  /** Nothing of what was asked for is under way any more. */
  overRefused: (codes: string): string => `Plus rien${NBSP}: ${codes} refusée`,
  over: 'Plus rien n’est attendu',
  overNone: 'Aucune demande pour cette session',
  sits: 'Passe',
  sitsNothing: 'Rien pour l’instant\u00a0: aucune place ne lui est donnée',
  sitsOver: 'Aucune place',
  sitsUnknown: 'date pas encore fixée',
  answerAwaited: (codes: string): string => `la réponse du centre pour ${codes}`,
  softwareAwaited: (codes: string): string => `le choix de son logiciel pour ${codes}`,
  proposalAwaited: (codes: string): string => `son accord sur le logiciel proposé (${codes})`,
  confirmationAwaited: (codes: string): string => `la validation par le centre de ${codes}, déjà réglé`,
  dataAwaited: 'la vérification de ses données, dans son espace',
  identityWrong: (fault: string): string => `une identité exacte (${fault})`,
  mailUnconfirmed: 'la confirmation de sa nouvelle adresse mail, par le lien reçu',
  precisions: 'Précisions données avec la demande',
  /** @param when « à 09 h 41 », « le mar. 24 nov. à 14 h 30 » */
  lastCall: (means: (typeof CALL_MEANS)[number], when: string, who: string): string =>
    `${LAST_CALL[means]} ${when}, ${who}`,

  // The reply.
  reply: 'À répondre',
  toSay: 'À dire au téléphone',
  askSoftware: (codes: string): string =>
    `Demandez-lui son logiciel pour ${codes}, puis «${NBSP}Proposer un autre logiciel…${NBSP}» plus bas.`,
  copyReply: 'Copier le mail',
  copySaid: 'Copier la phrase',
  seeMail: 'Voir le mail',
  hideMail: 'Masquer le mail',

  // The note.
  note: 'Noter l’appel',
  noteMeans: 'Par',
  noteText: 'Ce qui s’est dit',
  noteHint: 'La personne peut demander à lire ces notes.',
  noteSave: 'Noter',
  noteSaved: 'Note enregistrée',
  noteEmpty: 'Écrivez d’abord ce qui s’est dit.',

  // Requests.
  requestOf: (session: string, when: string): string => `${session}, demande du ${when}`,
  none: 'Aucune demande pour cette session',
  noneText: 'Les demandes d’autres sessions sont ci-dessous.',
  inList: 'Voir dans Demandes',

  who: 'Identité',
  faults: 'Ce qui ferait rejeter l’attestation',
  faultsNone: 'Rien d’anormal dans cette identité.',
  papers: 'Documents imprimés sur ce poste',
  papersNone: 'Aucun document imprimé sur ce poste.',

  // The timeline.
  timeline: 'Tout ce qui s’est passé',
  show: 'Montrer',
  timelineEmpty: 'Rien de cette sorte.',
  toTransmit: 'à transmettre',
  today: 'Aujourd’hui',
  yesterday: 'Hier',
} as const

export const TIMELINE_FILTERS = ['all', 'calls', 'money', 'decisions'] as const
export type TimelineFilter = (typeof TIMELINE_FILTERS)[number]
export const TIMELINE_FILTER_WORDS: Readonly<Record<TimelineFilter, string>> = {
  all: 'Tout',
  calls: 'Appels',
  money: 'Argent',
  decisions: 'Décisions',
}

export const CALL_MEANS_WORDS: Readonly<Record<(typeof CALL_MEANS)[number], string>> = {
  phone: 'Téléphone',
  counter: 'Guichet',
  mail: 'Mail',
}
