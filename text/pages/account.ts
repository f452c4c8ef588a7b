import type { PasswordFault } from '../../domain/password.ts'
import { NBSP } from '../format.ts'

/** Passwords, signing in, and the links of mails. */

export const PASSWORD_RULES = {
  password: 'Mot de passe',
  again: 'Mot de passe, une seconde fois',
  met: '(rempli)',
  missing: '(il manque)',
  notYet: 'Le mot de passe ne remplit pas encore toutes les conditions.',
  mismatch: 'Les deux mots de passe ne sont pas les mêmes.',
  rules: {
    'too-short': '8 caractères au moins',
    'too-long': '64 caractères au plus',
    'no-lower': 'une minuscule',
    'no-upper': 'une majuscule',
    'no-digit': 'un chiffre',
    'no-special': `un autre signe${NBSP}: ! ? € # - espace…`,
  } satisfies Record<PasswordFault, string>,
} as const

export const SIGN_IN = {
  title: 'Me connecter',
  login: 'NUC ou adresse mail',
  loginHint: `Votre numéro de candidat (il commence par CA), ou l’adresse que vous avez confirmée.`,
  loginMissing: 'Indiquez votre NUC ou votre adresse mail.',
  password: 'Mot de passe',
  passwordMissing: 'Indiquez votre mot de passe.',
  submit: 'Me connecter',
  busy: 'Connexion…',
  lost: 'NUC ou mot de passe perdu',
  none: `Pas encore de compte${NBSP}? Il se crée avec votre première demande.`,
  register: 'Faire une demande d’inscription',
} as const

export const RECOVER = {
  title: 'NUC ou mot de passe perdu',
  intro: 'Un mail part à l’adresse de votre compte, et à elle seule.',
  what: `Qu’avez-vous perdu${NBSP}?`,
  nuc: 'Mon NUC (numéro de candidat)',
  lostPassword: 'Mon mot de passe',
  whatMissing: 'Dites ce que vous avez perdu.',
  email: 'Adresse mail de votre compte',
  emailInvalid: 'Indiquez une adresse mail complète, par exemple prenom.nom@exemple.fr.',
  submit: 'Recevoir le mail',
  busy: 'Envoi…',
  doneTitle: 'Regardez vos mails',
  done: (email: string): string =>
    `Si un compte existe avec l’adresse ${email}, un mail vient d’y partir. Il peut mettre quelques minutes${NBSP}; regardez aussi dans les indésirables.`,
  noneTitle: `Aucun mail${NBSP}?`,
  none: 'Essayez une autre de vos adresses. Si vous n’avez plus accès à celle de votre compte, votre centre peut la changer, avec une pièce d’identité.',
  again: 'Essayer une autre adresse',
  signIn: 'Me connecter',
} as const

export const RESET_PASSWORD = {
  title: 'Choisir un nouveau mot de passe',
  once: `Le lien du mail sert une seule fois, et pendant une heure. S’il a déjà servi ou s’il est plus ancien${NBSP}:`,
  submit: 'Enregistrer ce mot de passe',
  busy: 'Enregistrement…',
  doneTitle: 'Votre mot de passe est changé',
  done: 'Connectez-vous avec le nouveau.',
  signIn: 'Me connecter',
  expired: 'Ce lien n’est plus valable. Demandez-en un autre, il arrive en quelques minutes.',
  used: `Ce lien a déjà servi. Si vous n’avez pas retenu le mot de passe, demandez un autre lien.`,
  unreadable: 'Ce lien est incomplet. Recopiez-le en entier depuis le mail, ou demandez-en un autre.',
  askAgain: 'Demander un autre lien',
  another: 'en demander un autre',
} as const

export const CONFIRM = {
  title: 'Confirmer votre adresse mail',
  text: 'Un dernier geste, et votre demande part au centre.',
  password: 'Mot de passe choisi dans le formulaire',
  passwordHint: `Il montre que cette demande est bien la vôtre. Vous n’avez rien demandé${NBSP}? Fermez cette page.`,
  passwordMissing: 'Indiquez le mot de passe que vous avez choisi dans le formulaire.',
  passwordWrong: `Ce n’est pas le mot de passe choisi dans le formulaire. Les majuscules comptent. Si vous avez envoyé plusieurs demandes, chacune a son mail et son mot de passe.`,
  lost: `Mot de passe oublié${NBSP}? Refaites une demande avec la même adresse, en choisissant un autre mot de passe${NBSP}: confirmez-la, et celle-ci sera effacée.`,
  submit: 'Confirmer mon adresse',
  busy: 'Confirmation…',
  doneTitle: 'Votre adresse est confirmée',
  done: 'Votre demande est partie au centre. Il vous répondra par mail. Vous pouvez suivre sa réponse dans votre espace.',
  signIn: 'Me connecter à mon espace',
  blockedTitle: 'Votre adresse est confirmée, mais la demande n’est pas partie',
  blocked: {
    'live-elsewhere': `Une demande ou une inscription est déjà en cours pour vous dans un centre pour cette session. Les inscriptions d’une personne sont dans un seul centre à la fois. Si vous avez déjà un compte à une autre adresse mail, connectez-vous avec celle-là pour suivre ou retirer l’autre demande. Sinon, vous n’avez rien à faire${NBSP}: le siège a été prévenu, regarde ce qui s’est passé et vous répondra par mail.`,
    'already-asked': 'Cette épreuve est déjà demandée pour cette session. Retrouvez votre demande dans votre espace.',
  },
  /** HQ does not tell a link that it never gave from one that is over: true of both. */
  expiredTitle: 'Ce lien n’ouvre rien',
  expired: `Ce lien est incomplet ou n’est plus valable${NBSP}: ouvrez-le depuis le mail, en entier. Il vaut 48${NBSP}heures. S’il est plus ancien, refaites la demande.`,
  again: 'Refaire une demande',
  usedTitle: 'Cette adresse est déjà confirmée',
  used: 'Ce lien a déjà servi, ou un autre envoyé à la même adresse. Retrouvez votre demande dans votre espace.',
  unreadableTitle: 'Ce lien est incomplet',
  unreadable: `Ouvrez-le depuis le mail, en entier${NBSP}: il est sur le bouton du mail, et écrit en toutes lettres dessous. Votre demande attend, rien n’est perdu.`,
  stuckTitle: 'Le siège ne peut pas terminer pour le moment',
  stuck: `Ce n’est pas de votre fait${NBSP}: le siège ne peut pas lire le numéro de sécurité sociale de votre demande, et il en est prévenu. Votre demande est gardée et le lien du mail reste valable. Recommencez plus tard avec ce lien, avant la date écrite dans le mail. Si cela dure, refaites une demande sans ce numéro${NBSP}: il est facultatif.`,
} as const

/** The links of the mails about another address: at the new one, that makes it the candidate's; at the old one, that stops it. */
export const ADDRESS = {
  title: 'Confirmer votre nouvelle adresse mail',
  text: 'Les mails de votre inscription arriveront à cette adresse, et c’est avec elle que vous pourrez vous connecter.',
  submit: 'Utiliser cette adresse',
  busy: 'Enregistrement…',
  doneTitle: 'Votre adresse mail est changée',
  done: 'Vos mails arrivent maintenant ici. Votre mot de passe et votre numéro de candidat restent les mêmes. L’ancienne adresse en est prévenue.',
  provedTitle: 'Votre adresse mail est confirmée',
  proved: `Elle servira 24${NBSP}heures après que l’ancienne a été prévenue, ou tout de suite si elles sont passées${NBSP}: le temps d’annuler depuis l’ancienne. Un mail arrive ici dès que la nouvelle sert.`,
  usedTitle: 'Cette adresse est déjà confirmée',
  used: 'Ce lien a déjà servi, il n’y a plus rien à faire.',
  expiredTitle: 'Ce lien n’est plus valable',
  expired: `Il ne vaut qu’un temps, et une autre demande prend sa place. Votre adresse n’a pas changé${NBSP}: refaites la demande depuis votre espace, ou auprès de votre centre si c’est lui qui l’avait faite.`,
  stoppedTitle: 'Ce changement a été annulé',
  stopped: `Il l’a été depuis l’ancienne adresse${NBSP}: votre adresse n’a pas changé. Si c’est bien vous qui l’aviez demandé, choisissez un autre mot de passe, puis refaites la demande.`,
  takenTitle: 'Cette adresse sert déjà à un autre compte',
  taken: `Une adresse ne sert qu’à un seul compte${NBSP}: la vôtre n’a pas changé. Si les deux comptes sont à vous, appelez votre centre.`,
  unreadableTitle: 'Ce lien est incomplet',
  unreadable: 'Recopiez-le en entier depuis le mail, ou cliquez dessus dans le mail.',
  space: 'Ouvrir mon espace',
  newPassword: 'Choisir un autre mot de passe',
} as const

export const STOP_ADDRESS = {
  title: 'Annuler le changement d’adresse mail',
  text: `Quelqu’un a demandé que vos mails arrivent à une autre adresse. Si ce n’est pas vous, annulez${NBSP}: votre adresse reste celle-ci.`,
  submit: 'Annuler ce changement',
  busy: 'Annulation…',
  doneTitle: 'Le changement est annulé',
  done: `Vos mails continuent d’arriver à cette adresse. Si la demande ne venait pas de votre centre, choisissez aussi un autre mot de passe${NBSP}: quelqu’un connaît peut-être le vôtre.`,
  usedTitle: 'Le changement est déjà annulé',
  used: 'Ce lien a déjà servi, il n’y a plus rien à faire.',
  lateTitle: 'L’adresse est déjà changée',
  late: `Il n’est plus possible d’annuler ici. Si ce n’est pas vous, appelez votre centre sans attendre${NBSP}: avec une pièce d’identité, il fera remettre la bonne adresse.`,
  expiredTitle: 'Ce lien n’est plus valable',
  expired: `Le changement dont il parlait n’a pas eu lieu, ou une autre demande l’a remplacé. Si vous avez reçu un mail plus récent, suivez son lien.`,
} as const
