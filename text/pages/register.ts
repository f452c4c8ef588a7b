import type { NirCheck } from '../../domain/candidate.ts'
import type { CANDIDATE_CATEGORIES } from '../../domain/registration.ts'
import type { Instant } from '../../domain/time.ts'
import { NBSP, plural } from '../format.ts'
import { sayMoment } from './windows.ts'

const STEP_NAMES = {
  epreuves: 'Épreuves',
  lieu: 'Lieu',
  identite: 'Identité',
  coordonnees: 'Coordonnées',
  situation: 'Situation',
  compte: 'Compte',
  recapitulatif: 'Récapitulatif',
} as const

/** The form of a first request, step by step. */
export const REGISTER = {
  title: 'Demande d’inscription',
  steps: STEP_NAMES,
  stepOf: (step: number, steps: number): string => `Étape ${step} sur ${steps}`,
  pageTitle: (name: string, step: number, steps: number): string => `${name} (étape ${step} sur ${steps})`,
  next: 'Continuer',
  back: 'Retour',
  mandatory: 'Tout est à remplir, sauf ce qui est marqué facultatif.',
  kept: 'Ce que vous saisissez est gardé sur cet appareil jusqu’à l’envoi, sauf le mot de passe.',
  keptButNir:
    'Ce que vous saisissez est gardé sur cet appareil jusqu’à l’envoi, sauf le mot de passe et le numéro de sécurité sociale.',
  erase: 'Effacer ma saisie',
  eraseTitle: 'Effacer tout ce qui est saisi',
  eraseText: 'La demande commencée sera effacée de cet appareil. Rien n’a été envoyé.',
  eraseNow: 'Effacer',
  cancel: 'Annuler',
  signedIn: `Votre espace est ouvert. Pour une demande de plus, passez par là${NBSP}: votre identité y est déjà connue.`,
  signedInLink: 'Mon espace',
} as const

export const STEP_EXAMS = {
  session: 'Session',
  noSession: 'Aucune session n’est annoncée pour le moment. Revenez dans quelques jours.',
  family: (family: string): string => `Épreuves ${family}`,
  intro: 'Cochez une ou plusieurs épreuves. Elles se passent toutes dans le même centre.',
  asked: 'déjà demandée',
  duration: (duration: string): string => `durée ${duration}`,
  withSoftware: 'sur logiciel',
  fee: (euros: string, francs: string): string => `${euros} (${francs} dans le Pacifique)`,
} as const

export const STEP_PLACE = {
  department: 'Département',
  departmentHint: `Tapez son numéro ou son nom${NBSP}: 35, Ille-et-Vilaine, Polynésie…`,
  noDepartment: 'Aucun département de ce nom',
  searching: 'Recherche des centres…',
  centres: (count: number): string =>
    plural(count, 'Un centre propose toutes vos épreuves', `${count} centres proposent toutes vos épreuves`),
  choose: 'Choisissez un centre',
  none: (department: string): string =>
    `Aucun centre ne propose toutes vos épreuves dans ce département (${department}).`,
  neighbours: 'Les plus proches, dans un département voisin',
  noNeighbour: 'Aucun département voisin n’en a non plus.',
  freeSeat: 'place libre',
  queue: 'file d’attente',
  noSoftware: 'sans logiciel',
  offering: (code: string): string => `Logiciel pour ${code}`,
  queueText: `«${NBSP}File d’attente${NBSP}»${NBSP}: toutes les places sont prises pour l’instant. Votre demande attend qu’une place se libère.`,
  software: 'Vos logiciels',
  accept: 'J’accepte de passer ces épreuves avec les logiciels indiqués.',
  acceptNone: 'J’accepte de passer ces épreuves dans ce centre, sans logiciel.',
  fee: (amount: string): string =>
    `Frais d’examen dans ce centre${NBSP}: ${amount}, à régler une fois la demande acceptée.`,
  window: (closing: string): string => `Inscriptions${NBSP}: ${closing}.`,
  elsewhere: 'Vous pouvez aussi retirer une épreuve, ou essayer un autre département.',
} as const

export const NO_CENTRE = {
  title: 'Prévenir le siège',
  text: 'Dites au siège ce que vous cherchez. Il reçoit avec votre message les épreuves et le département choisis.',
  message: 'Votre message',
  messageMissing: 'Écrivez quelques mots.',
  messageLong: 'Ce message est trop long (2 000 signes au plus).',
  email: 'Adresse mail pour la réponse (facultatif)',
  submit: 'Envoyer au siège',
  busy: 'Envoi…',
  done: 'Votre message est parti au siège.',
} as const

export const STEP_IDENTITY = {
  intro: `Écrivez tout comme sur votre pièce d’identité${NBSP}: c’est ainsi que votre réussite sera enregistrée.`,
  birthName: 'Nom de naissance',
  birthNameAgain: 'Nom de naissance, une seconde fois',
  firstNames: 'Prénoms',
  firstNamesHint: 'Tous, dans l’ordre, séparés par des espaces.',
  usageName: 'Nom d’usage (facultatif)',
  usageNameHint: 'S’il figure sur votre pièce d’identité et diffère du nom de naissance.',
  sex: 'Sexe',
  sexes: { F: 'Féminin', M: 'Masculin' },
  bornOn: 'Date de naissance',
  bornOnAgain: 'Date de naissance, une seconde fois',
  bornOnHint: `Par exemple${NBSP}: 3 5 1998`,
  dateParts: { day: 'Jour', month: 'Mois', year: 'Année' },
  bornIn: 'Lieu de naissance',
  bornInOptions: { france: 'En France', abroad: 'À l’étranger' },
  commune: 'Commune de naissance',
  communeHint: `Tapez le début de son nom ou son code postal, puis choisissez dans la liste. À Paris, Lyon et Marseille${NBSP}: l’arrondissement.`,
  communeShort: 'Tapez au moins deux lettres',
  communeSearching: 'Recherche…',
  communeNone: 'Aucune commune de ce nom',
  communeUnread: 'La recherche ne répond pas. Vérifiez votre connexion, puis retapez une lettre.',
  birthCountry: 'Pays de naissance',
  birthTown: 'Ville de naissance',
  nationality: 'Nationalité',
  nationalityHint: `Par exemple${NBSP}: française`,
  nir: 'Numéro de sécurité sociale (facultatif)',
  nirHint: `Les 13 chiffres et la clé de 2 chiffres de votre carte Vitale. Il évite qu’une autre personne soit prise pour vous quand votre réussite est enregistrée. Seul le siège le garde, chiffré${NBSP}: aucun centre ne le voit.`,
  nirChange: 'Modifier',
} as const

/** It stops nothing: whoever reads it compares two things that they typed. */
export const NIR_WARNINGS: Readonly<Record<Exclude<NirCheck, 'none' | 'ok'>, string>> = {
  sex: 'Ce numéro ne correspond pas au sexe indiqué plus haut. Vérifiez les deux. S’ils sont justes, continuez.',
  'birth-date':
    'Ce numéro ne correspond pas à la date de naissance indiquée plus haut. Vérifiez les deux. S’ils sont justes, continuez.',
  'birth-place':
    'Ce numéro ne correspond pas au lieu de naissance indiqué plus haut. Vérifiez les deux. S’ils sont justes, continuez.',
}

export const STEP_CONTACT = {
  email: 'Adresse mail',
  emailHint: 'La vôtre, et que vous lirez encore dans un an. Toutes les réponses y arrivent.',
  emailAgain: 'Adresse mail, une seconde fois',
  phone: 'Téléphone',
  address1: 'Numéro et rue',
  address2: 'Complément d’adresse (facultatif)',
  postcode: 'Code postal',
  town: 'Ville',
} as const

/** Words that say what one does, never who one is: they suit everybody, also read aloud. */
export const CATEGORY_WORDS: Readonly<Record<(typeof CANDIDATE_CATEGORIES)[number], string>> = {
  employee: 'En emploi salarié',
  'job-seeker': 'En recherche d’emploi',
  student: 'En études ou en stage',
  'self-employed': 'À mon compte',
  other: 'Autre',
}

export const STEP_SITUATION = {
  category: 'Votre situation',
  passedBefore: `Avez-vous déjà passé une de ces épreuves${NBSP}?`,
  yes: 'Oui',
  no: 'Non',
  previousExams: 'Lesquelles',
  previousExamsHint: 'L’épreuve, le centre et l’année, de mémoire.',
  funding: `Qui règle les frais d’examen${NBSP}?`,
  fundings: { own: 'Moi', 'training-centre': 'Un centre de formation', employer: 'Mon employeur' },
  funderName: { 'training-centre': 'Nom du centre de formation', employer: 'Nom de l’employeur' },
  funderContact: 'Personne à joindre',
  funderContactHint: 'Son nom, avec un téléphone ou une adresse mail.',
} as const

export const STEP_ACCOUNT = {
  intro: (email: string): string =>
    `Votre compte s’ouvre avec l’adresse ${email}. Il sert à suivre votre demande et, plus tard, à recevoir vos documents.`,
  never: 'Le mot de passe n’est jamais gardé sur cet appareil. Si vous rechargez la page, il faut le retaper.',
  informed:
    'J’ai lu que mes données servent à mon inscription et à la délivrance de mes résultats, qu’elles sont transmises au centre choisi, et que je peux les faire corriger par ce centre.',
} as const

export const SUMMARY = {
  intro: 'Relisez tout. Rien n’est encore envoyé.',
  edit: 'Modifier',
  editStep: (name: string): string => `Modifier${NBSP}: ${name}`,
  send: 'Envoyer ma demande',
  sending: 'Envoi en cours…',
  session: 'Session',
  exams: 'Épreuves',
  centre: 'Centre',
  total: 'Frais d’examen',
  born: 'Naissance',
  bornAt: (date: string, place: string): string => `le ${date} à ${place}`,
  address: 'Adresse',
  names: 'Nom et prénoms',
  nir: 'Numéro de sécurité sociale',
  nirNone: 'non donné',
  previousNone: 'aucune',
  previous: 'Épreuves déjà passées',
  payer: 'Règlement',
  account: 'Identifiant',
  passwordChosen: 'Mot de passe choisi, gardé nulle part avant l’envoi',
  password: 'Mot de passe',
  afterwards: 'Après l’envoi, un mail vous demandera de confirmer votre adresse. Le centre ne reçoit rien avant.',
} as const

export const SENT = {
  title: 'Un mail vous attend',
  text: (email: string): string => `Il est parti à l’adresse ${email}.`,
  before: (instant: Instant): string =>
    `Ouvrez-le et confirmez votre adresse sous 48 heures, avant le ${sayMoment(instant)}. Passé ce délai, votre demande est effacée.`,
  password: 'Le lien vous demandera le mot de passe que vous venez de choisir.',
  notYet: `Tant que l’adresse n’est pas confirmée, le centre ne reçoit rien et aucune place n’est retenue.`,
  noMailTitle: `Pas de mail dans un quart d’heure${NBSP}?`,
  noMail: [
    'Regardez dans les courriers indésirables.',
    `Relisez l’adresse ci-dessus. Si elle est fausse, refaites une demande avec la bonne${NBSP}: celle-ci s’effacera d’elle-même.`,
    `Vous aviez déjà un compte${NBSP}? Le mail vous dit comment vous connecter.`,
  ],
  home: 'Revenir à l’accueil',
} as const
