import type { PageErrorCode } from '../../contract/candidate-pages.ts'
import { MODIFICATIONS } from '../../domain/modification.ts'
import { addSeconds, type Instant, toLocalDate } from '../../domain/time.ts'
import { formatDayLong, formatTime, NBSP } from '../format.ts'

/** Around every page for candidates, and what is said when something does not go through. */
export const PAGES = {
  site: 'Inscription aux épreuves',
  title: (page: string): string => `${page} – Inscription aux épreuves`,
  skip: 'Aller au contenu',
  menu: 'Navigation',
  home: 'Accueil',
  register: 'Faire une demande',
  signIn: 'Me connecter',
  space: 'Mon espace',
  footer:
    'Vos données servent à votre inscription et à rien d’autre. Votre centre d’épreuves est votre premier contact.',
  loading: 'Un instant…',
  retry: 'Réessayer',
  notKnown: 'Cette page n’existe pas',
  notKnownText: `L’adresse a peut-être été coupée${NBSP}: recopiez-la en entier, ou repartez de l’accueil.`,
  bugTitle: 'Cette page s’est arrêtée',
  bugText: `Ce n’est pas de votre fait. Ce que vous aviez saisi est gardé${NBSP}: rechargez la page.`,
  reload: 'Recharger la page',
  show: 'Afficher',
  errors: (count: number): string => (count === 1 ? 'Un point à corriger' : `${count} points à corriger`),
} as const

export type Trouble = PageErrorCode | 'unreachable'

/** What happened, what was kept, what to do. A code without its French does not compile. */
export const TROUBLES: Readonly<Record<Trouble, string>> = {
  'bad-request': 'Le site n’a pas compris ce qui a été envoyé. Rechargez la page, puis recommencez.',
  'not-found': 'Cet élément n’existe plus. Rechargez la page.',
  'not-signed-in': 'Votre connexion a pris fin. Connectez-vous de nouveau.',
  'wrong-login': `L’identifiant ou le mot de passe ne correspond pas. Vérifiez-les${NBSP}; les majuscules comptent dans le mot de passe.`,
  'link-expired': 'Ce lien n’est plus valable.',
  'link-used': 'Ce lien a déjà servi.',
  'link-stopped': 'Ce changement d’adresse a été annulé.',
  'address-taken': 'Cette adresse mail sert déjà à un autre compte.',
  'address-changed': 'Ce changement d’adresse est déjà fait.',
  'window-not-open': 'Les inscriptions à l’une de ces épreuves ne sont pas encore ouvertes. Rien n’a été envoyé.',
  'window-closed': `Les inscriptions à l’une de ces épreuves viennent de fermer. Rien n’a été envoyé${NBSP}; ce que vous avez saisi est gardé.`,
  'not-run-there': `Ce centre ne propose plus l’une de ces épreuves avec ce logiciel. Choisissez un autre logiciel ou un autre centre${NBSP}: le reste est gardé.`,
  'already-asked': 'Vous avez déjà demandé cette épreuve. Rien n’a été envoyé une seconde fois.',
  'live-elsewhere':
    'Une demande ou une inscription est déjà en cours dans un autre centre pour cette session. Elle doit d’abord être retirée.',
  'not-withdrawable': `Cette inscription ne peut plus être retirée ici. Adressez-vous à votre centre${NBSP}: lui seul peut vous dire ce qui reste possible.`,
  'changed-meanwhile': `Quelqu’un d’autre vient de s’en occuper${NBSP}: rien n’a été fait une seconde fois. Ce qui est affiché est à jour.`,
  'not-modifiable': `Cette demande ne peut plus être modifiée ici. Adressez-vous à votre centre${NBSP}; ce que vous avez saisi est gardé sur cette page.`,
  'other-version': `Cette demande a été modifiée entre-temps, dans un autre onglet ou par la réponse du centre. Rien n’a été enregistré${NBSP}; ce que vous avez saisi est gardé. Relisez ce qui change, puis envoyez de nouveau.`,
  'nothing-changed': 'Rien n’est différent de ce qui est déjà enregistré.',
  // Where it is known until when: `sayTooManyTries`.
  'too-many-tries': 'Trop d’essais à la suite. Attendez quelques minutes, puis recommencez.',
  // Always with when: `sayTooManyChanges`.
  'too-many-changes': `Cette demande a déjà été modifiée plusieurs fois depuis hier. Recommencez demain${NBSP}: ce que vous avez saisi est gardé.`,
  'nir-unavailable': `Le site ne peut pas enregistrer de numéro de sécurité sociale pour le moment${NBSP}; le siège en est prévenu. Rien n’a été envoyé. Recommencez plus tard, ou retirez ce numéro${NBSP}: il est facultatif.`,
  'too-large': 'Ce qui a été saisi est trop long. Raccourcissez les textes, puis recommencez.',
  internal: `Le site est en panne${NBSP}; ce n’est pas de votre fait. Ce que vous avez saisi est gardé sur cette page. Recommencez dans quelques minutes.`,
  unreachable: `Le site ne répond pas. Vérifiez votre connexion, puis recommencez${NBSP}: ce que vous avez saisi est gardé sur cette page.`,
}

/** A request is not changed without end: each version goes to its centre at once. Rounded up to the minute. */
export function sayTooManyChanges(until: Instant, timeZone: string): string {
  const moment = addSeconds(until, 59)
  const day = formatDayLong(toLocalDate(moment, timeZone))
  return `Cette demande a déjà été modifiée ${MODIFICATIONS.most} fois en 24 heures. Rien n’a été enregistré${NBSP}; ce que vous avez saisi est gardé sur cette page. Vous pourrez la modifier de nouveau à partir du ${day} à ${formatTime(moment, timeZone)}. Si c’est urgent, adressez-vous à votre centre.`
}

/** Passwords are not tried without end. Rounded up to the minute. */
export function sayTooManyTries(until: Instant, timeZone: string): string {
  return `Trop d’essais à la suite. Vous pourrez recommencer à partir de ${formatTime(addSeconds(until, 59), timeZone)}.`
}
