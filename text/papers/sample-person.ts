/** Whom a paper is made out to when it is only shown: somebody who cannot be taken for a candidate. */
export const SAMPLE_PERSON = {
  nuc: 'CA00000',
  birthName: 'EXEMPLE',
  usageName: null,
  firstNames: 'Camille',
  sex: 'F',
  bornOn: '1998-05-30',
  birthPlace: 'Rennes',
  addressLines: ['12 rue des Lilas'],
  postcode: '35000',
  town: 'RENNES',
} as const

/** What the paper is about where the centre has nothing of its own to show yet. */
export const SAMPLE_WORDS = {
  session: 'Session de janvier',
  exams: [
    { code: 'E1', label: 'Première épreuve', minutes: 120 },
    { code: 'E2', label: 'Deuxième épreuve', minutes: 120 },
  ],
  room: 'Salle 12',
  payer: 'ORGANISME EXEMPLE',
  receipt: 'A-2026-00001',
} as const
