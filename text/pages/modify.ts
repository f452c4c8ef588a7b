import { NBSP } from '../format.ts'

/** « Modifier ma demande » : what may still be changed of a request that was sent, and what is done otherwise. */
export const MODIFY = {
  open: 'Modifier ma demande',
  openLabel: (codes: readonly string[]): string => `Modifier ma demande${NBSP}: ${codes.join(', ')}`,
  openUntil: (moment: string): string => `Modifiable jusqu’au ${moment}.`,
  version: (version: number, moment: string): string => `Version ${version}, modifiée le ${moment}`,
  saved: (version: number, moment: string): string =>
    `Version ${version} enregistrée le ${moment}. Le centre la voit déjà, et un mail vous dit ce qui a changé.`,
  title: 'Modifier ma demande',
  about: (session: string, centre: string): string => `${session}, ${centre}`,
  until: (moment: string): string => `Vous pouvez modifier cette demande jusqu’au ${moment}.`,
  contact: 'Comment vous joindre',
  situation: 'Situation et règlement',
  software: 'Logiciels',
  softwareText:
    'Le logiciel ne change que pour une épreuve à laquelle le centre n’a pas encore répondu. S’il n’y a plus de place avec le nouveau, votre demande attend qu’une place se libère.',
  softwareAccept: 'J’accepte de passer ces épreuves avec les logiciels indiqués.',
  otherwise: 'Ce qui se change autrement',
  ways: [
    `Votre identité${NBSP}: demandez une correction à votre centre.`,
    `Votre adresse mail${NBSP}: dans votre espace, rubrique «${NBSP}Changer mon adresse mail${NBSP}».`,
    `Une épreuve de plus${NBSP}: «${NBSP}Ajouter une épreuve oubliée${NBSP}». Une de moins${NBSP}: «${NBSP}Retirer cette épreuve${NBSP}».`,
    `Un autre centre${NBSP}: retirez vos épreuves ici, puis faites une autre demande tant que les inscriptions sont ouvertes.`,
  ],
  next: 'Voir ce qui change',
  back: 'Revenir à mon espace',
  summary: 'Ce qui change',
  summaryText: (version: number): string =>
    `Relisez. Rien n’est encore enregistré${NBSP}: ce sera la version ${version} de votre demande, que votre centre verra tout de suite.`,
  before: 'Avant',
  after: 'Après',
  edit: 'Corriger',
  send: 'Enregistrer ces changements',
  sending: 'Enregistrement…',
  nothing: 'Rien n’est différent de ce qui est déjà enregistré.',
  closedTitle: 'Cette demande ne se modifie plus',
  closed:
    'Les inscriptions à vos épreuves sont fermées, ou cette demande n’est plus en cours. Adressez-vous à votre centre.',
} as const
