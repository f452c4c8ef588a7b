import { plural } from '../format.ts'

/** Places et logiciels. */
export const SEATS = {
  title: 'Places et logiciels',
  summary: (free: number, seats: number): string =>
    `${free} ${plural(free, 'place libre', 'places libres')} sur ${seats}`,
  exam: (code: string, label: string): string => `${code} · ${label}`,
  minutes: (minutes: number): string => {
    const hours = Math.floor(minutes / 60)
    const rest = minutes % 60
    return hours === 0 ? `${rest} min` : `${hours} h${rest > 0 ? ` ${String(rest).padStart(2, '0')}` : ''}`
  },
  noSoftware: 'Sans logiciel',
  confirmed: (count: number): string => `${count} ${plural(count, 'validée', 'validées')}`,
  held: (count: number): string => `${count} à régler`,
  free: (count: number): string => `${count} ${plural(count, 'libre', 'libres')}`,
  full: 'complet',
  overfull: (count: number): string => `${count} de trop`,
  waiting: (count: number): string => `${count} en attente`,
  none: 'aucune demande en attente',
  closed: 'Fermée',
  estimate: 'Estimation : des actions sont en route',
  dates: (days: string): string => `Épreuve le ${days}`,
  noDate: 'Date à fixer',
  seats: 'Places',
  seatsOf: (label: string): string => `Nombre de places, ${label}`,
  save: 'Enregistrer',
  cancel: 'Annuler',
  saved: (label: string, seats: number): string => `${label} : ${seats} ${plural(seats, 'place', 'places')}`,
  invalid: 'Écrivez un nombre entier, de 0 à 9999.',
  managerOnly: 'Seul un responsable du centre change le nombre de places.',
  queue: 'File d’attente',
  emptyTitle: 'Aucune épreuve n’est ouverte dans ce centre',
  emptyText: 'Les épreuves et les logiciels proposés pour cette session apparaîtront ici.',
} as const
