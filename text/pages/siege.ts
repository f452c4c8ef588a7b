import type { StaffMail } from '../../contract/staff-pages.ts'
import { formatDate, NBSP, plural } from '../format.ts'

/** The pages of the siège's own staff. */

export const STAFF = {
  site: 'Siège, inscriptions',
  /** Before each page's own title, in the browser's tab. */
  said: (page: string): string => `Siège${NBSP}: ${page}`,
  menu: 'Rubriques du siège',
  signOut: 'Me déconnecter',
  signingOut: 'Déconnexion…',
  as: (name: string): string => `Vous êtes ${name}.`,
  footer: 'Réservé au personnel du siège. Chaque décision est gardée avec votre nom et l’heure.',
  candidates: 'Pages des candidats',
  cancel: 'Annuler',
  close: 'Fermer',
  working: 'Un instant…',
} as const

export const SECTIONS = {
  duplicates: 'Doublons',
  devices: 'Postes',
  mails: 'Mails',
  messages: 'Messages',
} as const
export type Section = keyof typeof SECTIONS

/** « Doublons (2) », read out as « Doublons, 2 à traiter ». */
export const LEFT_TO_DO = (count: number): string => `, ${count} à traiter`

export const STAFF_SIGN_IN = {
  title: 'Siège',
  email: 'Adresse mail',
  emailMissing: 'Indiquez votre adresse mail.',
  password: 'Mot de passe',
  passwordMissing: 'Indiquez votre mot de passe.',
  submit: 'Me connecter',
  busy: 'Connexion…',
  lost: `Pas de compte, ou mot de passe perdu${NBSP}? La personne qui s’occupe du serveur du siège peut vous donner un lien.`,
} as const

export const STAFF_PASSWORD = {
  title: 'Choisir votre mot de passe',
  submit: 'Enregistrer ce mot de passe',
  busy: 'Enregistrement…',
  doneTitle: 'Votre mot de passe est enregistré',
  done: 'Vous pouvez vous connecter.',
  signIn: 'Me connecter',
  expired: 'Ce lien n’est plus valable. Demandez-en un autre à la personne qui s’occupe du serveur.',
  used: 'Ce lien a déjà servi. Si vous n’avez pas retenu le mot de passe, demandez un autre lien.',
  unreadable: 'Ce lien est incomplet. Recopiez-le en entier.',
} as const

export const DUPLICATES = {
  title: 'Doublons possibles',
  intro:
    'Deux fiches qui peuvent être celles d’une même personne. Tant que rien n’est décidé, l’une arrête les demandes de l’autre quand elles ne peuvent pas aller ensemble.',
  none: 'Aucun doublon à examiner.',
  stopped: (moment: string): string => `Une demande a été arrêtée le ${moment}`,
  noticed: (moment: string): string => `Remarqué le ${moment}`,
  why: {
    'same-name-and-birth': 'Mêmes nom de naissance, premier prénom et date de naissance.',
    'same-nir': 'Même numéro de sécurité sociale.',
  },
  noLongerAlike: 'Ces fiches ne se ressemblent plus depuis une correction.',
  older: 'La fiche la plus ancienne',
  newer: 'L’autre fiche',
  nuc: 'NUC',
  noNuc: 'pas encore',
  usageName: 'Nom d’usage',
  noUsageName: 'aucun',
  firstNames: 'Prénoms',
  birthName: 'Nom de naissance',
  sex: 'Sexe',
  sexes: { F: 'féminin', M: 'masculin' },
  born: 'Naissance',
  bornAt: (on: string, place: string, country: string): string => `${formatDate(on)}, ${place} (${country})`,
  email: 'Adresse mail',
  phone: 'Téléphone',
  noPhone: 'pas donné',
  noAccount: 'sans compte',
  since: 'Connue depuis le',
  requests: 'Demandes',
  noRequest: 'aucune demande transmise',
  stoppedRequest: 'Demande arrêtée, pas transmise',
  stoppedUnknown: `Centre, session et épreuves${NBSP}: non gardé`,
  stoppedOn: (moment: string): string => `arrêtée le ${moment}`,
  centrePhone: (phone: string): string => `Téléphone du centre${NBSP}: ${phone}`,
  noCentrePhone: `Téléphone du centre${NBSP}: pas connu`,
  received: (moment: string): string => `reçue le ${moment}`,
  entry: (exam: string, status: string): string => `${exam}${NBSP}: ${status}`,
  settleLabel: (act: string, people: string): string => `${act}${NBSP}: ${people}`,
  apart: 'Deux personnes',
  same: 'Une seule personne',
  settled: 'Décisions prises',
  settledAs: { same: 'Une seule personne', apart: 'Deux personnes' },
  settledBy: (name: string, moment: string): string => `${name}, le ${moment}`,
  told: (addresses: readonly string[]): string =>
    addresses.length === 0
      ? 'C’est noté. Aucun mail n’est à envoyer.'
      : `C’est noté. Un mail part à ${addresses.join(' et à ')}.`,
  apartDialog: {
    title: 'Ce sont deux personnes',
    lines: [
      'À partir de maintenant, les demandes de l’une n’arrêtent plus celles de l’autre.',
      `La personne dont une demande avait été arrêtée reçoit un mail${NBSP}: elle peut la refaire. La demande ne repart pas d’elle-même.`,
      'Cette décision ne s’annule pas ici.',
    ],
    confirm: 'Ce sont deux personnes',
  },
  sameDialog: {
    title: 'C’est une seule personne',
    lines: [
      'Un mail part à l’adresse de la fiche la plus ancienne qui a un compte, pour dire d’utiliser ce compte. Un autre part à l’autre adresse, pour dire d’utiliser l’autre compte et de répondre au siège si c’est une erreur. Aucun des deux ne dit rien de l’autre fiche.',
      'Les deux fiches et leurs inscriptions restent telles quelles, rien n’est réuni. Elles continuent de s’arrêter l’une l’autre pour une même session.',
      'Si des inscriptions sont à retirer, voyez avec les centres. Cette décision ne s’annule pas ici.',
    ],
    confirm: 'C’est une seule personne',
  },
} as const

function withdrawCodes(count: number): string {
  return plural(count, 'Retirer ce code', 'Retirer ces codes')
}

export const DEVICES = {
  title: 'Postes des centres',
  intro: 'Les ordinateurs des centres qui échangent avec le siège. Un code d’enrôlement en laisse entrer un de plus.',
  none: 'Aucun centre n’est encore enregistré.',
  noDevice: 'Aucun poste inscrit.',
  series: (series: string): string => `Série de reçus ${series}`,
  version: (version: string): string => `Pupitre ${version}`,
  enrolled: (moment: string): string => `Inscrit le ${moment}`,
  contact: (moment: string): string => `Dernier échange le ${moment}`,
  noContact: 'Dernier échange pas connu',
  working: 'En service',
  revoked: (moment: string): string => `Retiré le ${moment}`,
  replaced: (moment: string): string => `Remplacé le ${moment}`,
  issue: 'Donner un code',
  issueLabel: (centre: string): string => `Donner un code à ${centre}`,
  unused: (count: number): string =>
    `${count} ${plural(count, 'code donné n’a', 'codes donnés n’ont')} pas encore servi.`,
  withdraw: withdrawCodes,
  withdrawLabel: (count: number, centre: string): string => `${withdrawCodes(count)}${NBSP}: ${centre}`,
  revoke: 'Retirer ce poste',
  revokeLabel: (name: string): string => `Retirer ce poste${NBSP}: ${name}`,
  codeTitle: (centre: string): string => `Code pour ${centre}`,
  codeOnce: 'Notez-le maintenant, il ne sera plus montré. Il sert une seule fois, pour un seul poste.',
  codeUntil: (moment: string): string => `Valable jusqu’au ${moment}.`,
  codeGiven: 'Le code est donné.',
  withdrawn: 'Les codes qui n’avaient pas servi ne laissent plus entrer personne.',
  revokedDone: (name: string): string => `Le poste ${name} est retiré.`,
  withdrawDialog: {
    title: (count: number, centre: string): string =>
      `${plural(count, 'Retirer le code', 'Retirer les codes')} de ${centre}`,
    lines: (count: number): readonly string[] => [
      plural(
        count,
        'Le code déjà donné qui n’a pas servi ne laissera plus entrer de poste. Vous pourrez en donner un autre.',
        'Les codes déjà donnés qui n’ont pas servi ne laisseront plus entrer de poste. Vous pourrez en donner d’autres.',
      ),
    ],
  },
  revokeDialog: {
    title: (name: string): string => `Retirer le poste ${name}`,
    lines: [
      `Ce poste ne pourra plus rien envoyer au siège, et n’en recevra plus rien d’ici dix minutes. Il affichera «${NBSP}Le siège a retiré ce poste${NBSP}».`,
      `Ce qui y est saisi et pas encore transmis reste sur lui, mais le siège ne le prendra plus, même par un fichier de secours${NBSP}: si le poste marche encore, faites-le d’abord échanger.`,
      'Ses reçus restent valables. Le centre et ses autres postes continuent. Un poste retiré ne revient pas avec ce qu’il contient.',
    ],
    confirm: 'Retirer ce poste',
  },
} as const

export const MAILS = {
  title: 'Mails',
  intro: 'Les mails qui ne sont pas partis. Le siège essaie de lui-même pendant cinq jours, de plus en plus rarement.',
  counts: 'Tous les mails',
  statuses: {
    waiting: 'Pas encore partis',
    sending: 'En cours d’envoi',
    sent: 'Envoyés',
    failed: 'Échoués',
    dropped: 'Retenus',
  },
  none: 'Aucun mail en difficulté.',
  list: 'À regarder',
  status: {
    waiting: 'Pas encore parti',
    failed: 'Échoué',
    dropped: 'Retenu, plus d’actualité',
  } satisfies Record<StaffMail['status'], string>,
  unknownName: 'Mail d’une autre version',
  person: 'Personne',
  centre: 'Centre',
  recipient: 'Pour',
  queued: 'Demandé le',
  attempts: 'Essais',
  next: 'Prochain essai le',
  trouble: {
    refused: 'Refusé par le serveur',
    waiting: 'Pas encore parti',
    gone: 'Dernier essai',
  },
  otherTrouble: 'Le serveur de mails ne l’a pas pris.',
  serverWords: (words: string): string => `Mots du serveur${NBSP}: ${words}`,
  resend: 'Renvoyer',
  resendNow: 'Essayer maintenant',
  label: (act: string, mail: string, recipient: string): string => `${act}${NBSP}: ${mail}, pour ${recipient}`,
  forgotten: `Ce mail portait un lien qui a été effacé${NBSP}: la personne doit en demander un autre.`,
  giveUp: 'Ne plus essayer',
  resent: 'Ce mail repart.',
  givenUp: 'Ce mail ne sera plus essayé.',
  giveUpDialog: {
    title: 'Ne plus essayer ce mail',
    lines: [
      'La personne ne le recevra pas.',
      'Si ce mail disait à quelqu’un jusqu’à quand régler, son centre est prévenu, et peut l’appeler.',
    ],
    confirm: 'Ne plus essayer',
  },
} as const

export const MESSAGES = {
  title: 'Messages',
  intro: 'Ce que des personnes ont cherché sans trouver de centre.',
  none: 'Aucun message à traiter.',
  department: (department: string): string => `Département ${department}`,
  noEmail: `Pas d’adresse${NBSP}: aucune réponse n’est attendue.`,
  noWords: 'Sans commentaire.',
  received: (moment: string): string => `Reçu le ${moment}`,
  handle: 'C’est traité',
  handleLabel: (moment: string): string => `C’est traité${NBSP}: message du ${moment}`,
  handled: 'Ce message est traité.',
  handledTitle: 'Messages traités',
  handledBy: (name: string, moment: string): string => `Traité par ${name}, le ${moment}`,
} as const
