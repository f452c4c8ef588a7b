import { NBSP, plural } from '../format.ts'

/** Places et logiciels. */
export const SEATS = {
  title: 'Places et logiciels',
  summary: (free: number, seats: number): string =>
    `${free} ${plural(free, 'place libre', 'places libres')} sur ${seats}`,
  noSoftware: 'Sans logiciel',
  confirmed: (count: number): string => `${count} ${plural(count, 'validée', 'validées')}`,
  held: (count: number): string => `${count} à régler`,
  free: (count: number): string => `${count} ${plural(count, 'libre', 'libres')}`,
  full: 'complet',
  overfull: (count: number): string => `${count} de trop`,
  waiting: (count: number): string => `${count} en attente`,
  none: 'aucune demande en attente',
  closed: 'Fermée',
  estimate: `Estimation${NBSP}: des actions sont en route`,
  dates: (days: string): string => `Épreuve le ${days}`,
  noDate: 'Date à fixer',
  seats: 'Places',
  save: 'Enregistrer',
  cancel: 'Annuler',
  saved: (label: string, seats: number): string => `${label}${NBSP}: ${seats} ${plural(seats, 'place', 'places')}`,
  invalid: 'Écrivez un nombre entier, de 0 à 9999.',
  managerOnly: 'Seul un responsable du centre change le nombre de places.',
  emptyTitle: 'Aucune épreuve n’est ouverte dans ce centre',
  emptyText: 'Les épreuves et les logiciels proposés pour cette session apparaîtront ici.',
} as const
