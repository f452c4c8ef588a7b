/** Words for who a person is, on papers. */
export const PERSON = {
  birthName: 'Nom de naissance',
  usageName: 'Nom d’usage',
  firstNames: 'Prénoms',
  born: 'Naissance',
  bornAt: (date: string, place: string): string => (place.trim() === '' ? `le ${date}` : `le ${date} à ${place}`),
  nuc: 'NUC',
} as const
