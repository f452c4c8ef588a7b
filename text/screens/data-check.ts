import { NBSP, plural } from '../format.ts'

/** « Vérifiez vos données » : asking the candidates of a session to look at what is held of them, and who has. */
export const DATA_CHECK = {
  open: 'Faire vérifier les données…',
  filter: 'Données non confirmées',
  title: 'Faire vérifier leurs données aux candidats',
  why: 'Noms et naissance seront imprimés sur l’attestation et le parchemin, et la Caisse des Dépôts refuse des données fausses. Chaque candidat reçoit un mail du siège avec son identité telle que vous l’avez, et la confirme dans son espace ou vous appelle pour la faire corriger.',
  concerned: 'Pré-validés ou validés',
  people: (count: number): string => `${count} ${plural(count, 'candidat', 'candidats')}`,
  progress: 'Données vérifiées',
  progressOf: (checked: number, concerned: number): string => `${checked} sur ${concerned}`,
  willReceive: 'Recevront le mail',
  withoutMail: (count: number): string => `${count} sans adresse mail, à appeler`,
  last: 'Dernière demande',
  lastAsked: (when: string, who: string): string => `${when}, par ${who}`,
  never: 'jamais',
  toTransmit: 'à transmettre',
  cancel: 'Revenir',
  send: (count: number): string => `Envoyer à ${count} ${plural(count, 'candidat', 'candidats')}`,
  asked: (count: number, checked: number): string =>
    [
      `Demandé à ${count} ${plural(count, 'candidat', 'candidats')}`,
      checked > 0 && `${checked} ${plural(checked, 'a déjà confirmé', 'ont déjà confirmé')}`,
    ]
      .filter(Boolean)
      .join(`${NBSP}; `),
  term: 'Données',
  checked: (when: string): string => `vérifiées par la personne le ${when}`,
  unchecked: 'pas encore confirmées',
  unasked: 'pas encore confirmées (pas encore demandé)',
  endFilter: 'Retirer ce filtre',
  uncheckedSince: (when: string): string => `pas encore confirmées (demandé le ${when})`,
} as const
