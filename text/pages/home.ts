import { NBSP } from '../format.ts'

export const HOME = {
  title: 'S’inscrire aux épreuves',
  intro: `Choisissez vos épreuves et un centre près de chez vous, remplissez votre demande${NBSP}: le centre vous répond par mail. Aucun compte n’est nécessaire pour regarder.`,
  register: 'Faire une demande d’inscription',
  resume: 'Reprendre ma demande',
  resumeText: 'Une demande commencée est gardée sur cet appareil.',
  signIn: 'Me connecter',
  signInText: `Vous avez déjà fait une demande, ou vous avez un numéro de candidat (NUC)${NBSP}? Retrouvez vos inscriptions dans votre espace.`,
  lost: 'NUC ou mot de passe perdu',
  sessions: 'Les sessions',
  noSession: 'Aucune session n’est annoncée pour le moment. Revenez dans quelques jours.',
  dates: (from: string, to: string): string => `Épreuves du ${from} au ${to}`,
  families: 'Épreuves',
  how: 'Comment cela se passe',
  steps: [
    'Vous envoyez votre demande et confirmez votre adresse mail sous 48 heures.',
    'Le centre vous répond par mail, avec votre numéro de candidat et le délai pour régler.',
    `Vous réglez auprès du centre${NBSP}; un mail vous confirme que l’inscription est définitive.`,
  ],
} as const
