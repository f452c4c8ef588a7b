import type { TimelineEvent } from '../../contract/candidate-pages.ts'
import type { EntryStatus } from '../../domain/entry.ts'
import { NBSP } from '../format.ts'

/** « Mon espace » : where each request stands, in the candidate's words. */
export const SPACE = {
  title: 'Mon espace',
  hello: (name: string): string => `Bonjour ${name}`,
  nuc: (nuc: string): string => `Votre numéro de candidat (NUC)${NBSP}: ${nuc}`,
  noNuc: 'Votre numéro de candidat (NUC) vous sera donné quand un centre acceptera votre première demande.',
  requests: 'Mes demandes',
  none: 'Aucune demande n’est partie dans un centre pour l’instant.',
  ask: 'Faire une autre demande',
  received: (moment: string): string => `Demande envoyée le ${moment}`,
  centre: 'Votre centre',
  terms: `Pour régler`,
  fee: (amount: string): string => `Frais d’examen${NBSP}: ${amount}`,
  paid: (paid: string, fee: string): string => `Frais d’examen${NBSP}: ${fee}, dont ${paid} réglés`,
  allPaid: (fee: string): string => `Frais d’examen${NBSP}: ${fee}, réglés`,
  elsewhere: (count: number): string =>
    `${count > 1 ? 'Ces centres proposent' : 'Ce centre propose'} cette épreuve avec le même logiciel, près de là${NBSP}:`,
  elsewhereAt: (name: string, town: string): string => `Faire une demande à ${name} (${town})`,
  software: (names: string): string => `Logiciel${NBSP}: ${names}`,
  /** The exams of a request, where several must be told apart. */
  codes: (codes: readonly string[]): string => codes.join(', '),
  sitting: (day: string, time: string, room: string): string => `Le ${day} à ${time}, ${room}`,
  history: 'Ce qui s’est passé',
  withdraw: 'Retirer cette épreuve',
  withdrawLabel: (code: string): string => `Retirer cette épreuve${NBSP}: ${code}`,
  add: 'Ajouter une épreuve oubliée',
  signOut: 'Me déconnecter',
  signingOut: 'Déconnexion…',
} as const

/** A request that did not leave: HQ's staff look into it, or have said. */
export const STOPPED = {
  text: (moment: string, { sessionLabel, centreName, examCodes }: Asked): string => {
    const asked = [sessionLabel, centreName, examCodes.join(', ')].filter((part) => part)
    return `Votre demande du ${moment}${asked.length > 0 ? ` (${asked.join(', ')})` : ''} n’a pas été transmise${NBSP}: une autre demande ou inscription semble déjà en cours à votre nom.`
  },
  next: {
    open: 'Le siège l’examine et vous répondra par mail. Si vous avez un compte à une autre adresse mail, connectez-vous avec celle-là.',
    same: `Le siège pense que vous avez déjà un dossier sous une autre adresse mail${NBSP}: connectez-vous avec celle-là. Si ce n’est pas vous, répondez au mail que le siège vous a envoyé.`,
    apart: `Le siège a vérifié${NBSP}: vous pouvez refaire cette demande, elle n’est pas repartie d’elle-même.`,
  },
} as const

type Asked = { sessionLabel: string | null; centreName: string | null; examCodes: readonly string[] }

export const ENTRY_WORDS: Readonly<Record<EntryStatus, string>> = {
  requested: 'Réponse attendue',
  prevalidated: 'Acceptée, à régler',
  confirmed: 'Inscription définitive',
  refused: 'Refusée',
  lapsed: 'Place libérée',
  withdrawn: 'Retirée',
  carriedOver: 'Reportée',
}

export const EVENT_WORDS: Readonly<Record<TimelineEvent['what'], string>> = {
  requested: 'Demande reçue par le centre',
  modified: 'Vous avez modifié votre demande',
  prevalidated: 'Demande acceptée par le centre, une place est retenue pour vous',
  refused: 'Demande refusée par le centre',
  confirmed: 'Règlement reçu, inscription définitive',
  withdrawn: 'Demande retirée',
  lapsed: 'Délai passé sans règlement, la place a été libérée',
}

/** What the candidate has to do now, for each state. */
export const NEXT = {
  requested: 'Rien à faire pour l’instant. Le centre examine votre demande et vous répondra par mail.',
  pay: (amount: string, deadline: string): string =>
    `Réglez ${amount} à votre centre jusqu’au ${deadline}. Après, la place peut aller à quelqu’un d’autre.`,
  payLate: (amount: string, deadline: string): string =>
    `Le délai pour régler ${amount} est passé${NBSP}: c’était jusqu’au ${deadline}. Appelez votre centre sans attendre${NBSP}: tant qu’il n’a pas libéré la place, il peut encore vous aider.`,
  payNoDeadline: (amount: string): string => `Réglez ${amount} à votre centre.`,
  paid: 'Votre règlement est enregistré. Le centre doit encore valider votre inscription, vous recevrez un mail.',
  confirmed: 'Votre inscription est définitive. Votre centre vous enverra la convocation avant la session.',
  refused: 'Vous pouvez faire une autre demande, dans un autre centre ou pour une autre session.',
  lapsed: 'Appelez votre centre si vous voulez encore passer cette épreuve, ou faites une autre demande.',
  withdrawn: 'Il n’y a plus rien à faire pour cette épreuve.',
  carriedOver: 'Votre inscription est reportée à la session suivante.',
  refusal: (reason: string): string => `Motif du centre${NBSP}: ${reason}.`,
} as const

export const WITHDRAW = {
  title: (code: string): string => `Retirer l’épreuve ${code}`,
  requested: 'Le centre ne traitera plus cette demande.',
  prevalidated: 'La place retenue pour vous sera libérée tout de suite, et peut aller à quelqu’un d’autre.',
  paid: 'Pour ce que vous avez déjà réglé, adressez-vous à votre centre.',
  forGood: `Ce retrait ne s’annule pas${NBSP}: pour cette épreuve, il faudrait refaire une demande tant que les inscriptions sont ouvertes.`,
  others: 'Vos autres épreuves ne changent pas.',
  keep: 'Annuler',
  now: 'Retirer cette épreuve',
  busy: 'Retrait…',
} as const

export const PROPOSED = {
  text: (names: string): string =>
    `Le centre vous propose de passer cette épreuve avec un autre logiciel${NBSP}: ${names}.`,
  otherwise:
    'Rien ne change sans votre accord. Si ce logiciel ne vous convient pas, vous pouvez attendre sa réponse ou retirer cette épreuve.',
  noSoftware: 'sans logiciel',
  accept: 'Accepter ce logiciel',
  acceptLabel: (code: string): string => `Accepter ce logiciel${NBSP}: ${code}`,
  busy: 'Enregistrement…',
} as const

export const DOCUMENTS = {
  title: 'Mes documents',
  none: 'Aucun document pour l’instant. La confirmation de votre demande apparaîtra ici dès que la demande sera partie au centre.',
  confirmation: 'Confirmation de demande',
  about: (session: string, centre: string): string => `${session}, ${centre}`,
  version: (version: number, moment: string): string => `Version ${version} du ${moment}`,
  versionNow: (version: number): string => `Version ${version}, à jour au moment où vous l’ouvrez`,
  open: 'Ouvrir',
  openLabel: (name: string, version: number): string =>
    `Ouvrir (PDF, nouvel onglet)${NBSP}: ${name}, version ${version}`,
  save: 'Télécharger',
  saveLabel: (name: string, version: number): string => `Télécharger (PDF)${NBSP}: ${name}, version ${version}`,
  later: 'Vos convocations et vos résultats s’ajouteront à cette liste.',
} as const

export const IDENTITY = {
  title: 'Mon identité',
  birthName: 'Nom de naissance',
  usageName: 'Nom d’usage',
  firstNames: 'Prénoms',
  sex: 'Sexe',
  born: 'Naissance',
  bornAt: (date: string, place: string, country: string): string => `${date}, à ${place} (${country})`,
  email: 'Adresse mail',
  login: 'Identifiant',
  correct: 'Demander une correction à mon centre',
  correctTitle: 'Faire corriger mon identité',
  correctText:
    'Votre identité ne se modifie pas ici, parce que votre réussite y sera attachée. Votre centre la corrige sur présentation d’une pièce d’identité, et vous recevez un mail.',
  correctNoCentre: 'Dès qu’un centre aura reçu une de vos demandes, c’est à lui qu’il faudra vous adresser.',
  close: 'Fermer',
} as const

export const PASSWORD = {
  title: 'Changer de mot de passe',
  current: 'Mot de passe actuel',
  currentMissing: 'Indiquez votre mot de passe actuel.',
  wrong: 'Ce n’est pas votre mot de passe actuel.',
  submit: 'Changer de mot de passe',
  busy: 'Enregistrement…',
  done: 'Votre mot de passe est changé. Un mail vous le confirme.',
} as const

/** The NIR, of which the page knows no more than whether HQ holds one. */
export const NIR = {
  title: 'Mon numéro de sécurité sociale',
  given: `Vous l’avez donné. Seul le siège le garde, chiffré${NBSP}: ni cette page ni aucun centre ne l’affiche.`,
  notGiven: 'Vous ne l’avez pas donné. Il est facultatif.',
  closed: `Il ne se change plus ici${NBSP}: vos épreuves ont eu lieu. Adressez-vous à votre centre.`,
  add: 'Numéro de sécurité sociale',
  replace: 'Un autre numéro de sécurité sociale',
  missing: 'Indiquez votre numéro de sécurité sociale.',
  password: 'Votre mot de passe',
  passwordMissing: 'Indiquez votre mot de passe.',
  passwordWrong: 'Ce n’est pas votre mot de passe.',
  submit: 'Enregistrer ce numéro',
  remove: 'Retirer mon numéro',
  busy: 'Enregistrement…',
  added: 'Votre numéro est enregistré.',
  removed: 'Votre numéro est effacé.',
} as const

export const EMAIL = {
  title: 'Changer mon adresse mail',
  intro: `Un lien part à la nouvelle adresse. Rien ne change tant que vous ne l’avez pas suivi.`,
  now: (email: string): string => `Adresse actuelle${NBSP}: ${email}`,
  toConfirm: (to: string): string =>
    `Votre centre a demandé que vos mails arrivent à ${to}. Rien ne change tant que cette adresse n’est pas confirmée par le lien qu’elle a reçu.`,
  from: (to: string, when: string): string =>
    `Votre centre a demandé que vos mails arrivent à ${to}. Cette adresse remplacera la vôtre le ${when}.`,
  /** Of their own change. */
  asked: (to: string, before: string): string =>
    `Changement en cours${NBSP}: un mail est parti à ${to}. Votre adresse change quand vous suivez son lien, avant le ${before}. Aucun mail${NBSP}? Vérifiez l’adresse écrite ici et les indésirables, ou refaites la demande${NBSP}: elle remplace celle-ci.`,
  stoppable: `Ce n’est pas vous${NBSP}? Ouvrez le mail que votre adresse actuelle a reçu${NBSP}: il permet d’annuler.`,
  next: 'Nouvelle adresse mail',
  again: 'Nouvelle adresse mail, une seconde fois',
  missing: 'Indiquez votre nouvelle adresse mail.',
  invalid: `Cette adresse mail n’est pas complète${NBSP}: elle ressemble à prenom.nom@exemple.fr.`,
  same: 'C’est déjà votre adresse. Indiquez-en une autre.',
  differs: 'Les deux adresses mail ne sont pas les mêmes.',
  password: 'Votre mot de passe',
  passwordMissing: 'Indiquez votre mot de passe.',
  passwordWrong: 'Ce n’est pas votre mot de passe.',
  submit: 'Recevoir le lien',
  busy: 'Envoi…',
  done: (email: string): string =>
    `Un mail part à ${email}. Ouvrez-le et suivez son lien dans les 48${NBSP}heures${NBSP}: c’est lui qui change l’adresse. Votre adresse actuelle en est prévenue. Aucun mail${NBSP}? Vérifiez l’adresse, et regardez dans les indésirables.`,
  tooMany: 'Vous avez fait plusieurs demandes aujourd’hui. Recommencez demain, ou adressez-vous à votre centre.',
} as const

export const ADD = {
  title: 'Ajouter une épreuve',
  newTitle: 'Faire une autre demande',
  intro: (centre: string): string =>
    `Une demande est déjà en cours à ${centre} pour cette session${NBSP}: une épreuve de plus se demande dans le même centre.`,
  notHere: `Ce centre ne propose pas toutes les épreuves cochées. Retirez-en une, ou posez la question au centre.`,
  send: 'Envoyer cette demande',
  sending: 'Envoi…',
  back: 'Revenir à mon espace',
  wished: (centre: string, town: string, software: string | null): string =>
    `Déjà choisi pour vous, ci-dessous${NBSP}: ${centre} (${town})${software === null ? '' : `, avec ${software}`}. Les épreuves sont plus haut. Vérifiez, cochez la case du bas, puis envoyez.`,
  gone: 'Cette session n’est plus ouverte aux inscriptions.',
  done: 'Votre demande est partie au centre.',
} as const
