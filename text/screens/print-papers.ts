import { NBSP, plural } from '../format.ts'

/** « Imprimer… » beside a request, and how the lists of a sitting are laid out. */
export const PRINT_PAPERS = {
  menu: 'Imprimer…',
  menuOf: (who: string): string => `Imprimer un document pour ${who}`,
  confirmation: 'Confirmation de demande',
  attestation: (receipt: string): string => `Attestation de règlement (reçu ${receipt})`,
  attestations: (people: number): string => `${people} ${plural(people, 'attestation', 'attestations')}`,
  attestationsOf: (people: number, receipt: string): string =>
    `Imprimer ${people} ${plural(people, 'attestation', 'attestations')} de règlement, reçu ${receipt}`,
  reminder: 'Rappel de règlement, par courrier',
  refusal: 'Réponse à la demande, par courrier',
  envelope: 'Enveloppe',
  envelopes: (people: number): string => `${people} ${plural(people, 'enveloppe', 'enveloppes')}`,
  layout: 'Présentation des listes',
  layoutHint: `Ce que montrent les feuilles d’émargement et les listes d’appel. Ce choix reste le vôtre sur ce poste${NBSP}; il ne change pas ce qui est inscrit.`,
  columns: 'Colonnes',
  bornOn: 'Date de naissance',
  nuc: 'NUC',
  phone: 'Téléphone (liste d’appel)',
  halfDays: 'Une signature par demi-journée (émargement)',
  sort: 'Ordre',
  sorts: { name: 'par nom', received: 'ordre d’arrivée des demandes' },
  blankRows: 'Lignes vides à la fin',
  blankRowsOf: (rows: number): string => (rows === 0 ? 'aucune' : String(rows)),
  reset: 'Présentation habituelle',
} as const
