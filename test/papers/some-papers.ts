import type { ReceiptContent } from '../../domain/payment.ts'
import type { ConvenedSitting, ConvocationContent } from '../../domain/shapes/convocation.ts'
import type { SheetContent } from '../../main/print/sheet-content.ts'

/** Contents of papers: as they mostly are, and at the extremes that real centres met. */

export const MADE = {
  at: '2026-11-23T08:47:00.000Z',
  freshness: 'données du 23/11/2026 à 09 h 47 · à jour avec le siège',
}

export const aConvenedSitting = (changes: Partial<ConvenedSitting> = {}): ConvenedSitting => ({
  examCode: 'ASCA-E1',
  examLabel: 'Traitement des activités comptables courantes',
  software: 'CIEL COMPTABILITE',
  heldOn: '2027-01-25',
  startsAtLocal: '09:00',
  endsAtLocal: '11:00',
  room: 'Salle B12, 1er étage',
  ...changes,
})

export const aConvocation = (changes: Partial<ConvocationContent> = {}): ConvocationContent => ({
  timeZone: 'Europe/Paris',
  centreName: 'CENTRE LUMIÈRE',
  centreTown: 'Rennes',
  centreAddress: ['12 rue des Écoles', '35000 Rennes'],
  centrePhone: '02 61 91 00 35',
  centreEmail: 'accueil@centre.example',
  sessionLabel: 'Session de janvier 2027',
  nuc: 'CA10482',
  birthName: 'TERIITAHI',
  usageName: 'TERIITAHI-MAHUTA',
  firstNames: 'Hinano Vaitiare',
  sex: 'F',
  bornOn: '1998-05-30',
  birthPlace: 'Papeete',
  addressLines: ['14 bis allée des Filles-du-Calvaire'],
  postcode: '35700',
  town: 'Rennes',
  sittings: [aConvenedSitting()],
  ...changes,
})

/** The longest that is met: a particle and four names, three first names, addresses of 90 characters. */
export const LONGEST = {
  birthName: 'BOULANGER-LEFÈVRE DE LA TOUR D’AUVERGNE-LAURAGUAIS',
  usageName: 'NGUYỄN-ŁUKASZEWICZ DE MONTALEMBERT-SAINT-SIMON',
  firstNames: 'Jean-Christophe Marie-Emmanuelle Nguyễn-Thị-Minh-Khai',
  birthPlace: 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson',
  addressLines: [
    'Résidence Les Hauts de la Vallée de Chevreuse, bâtiment C, escalier 14, appartement 1245',
    '1237 bis avenue du Maréchal de Lattre de Tassigny prolongée, lieu-dit Le Petit Boisseau',
  ],
  postcode: '51290',
  town: 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson',
}

export const aLongConvocation = (sittings: number): ConvocationContent =>
  aConvocation({
    ...LONGEST,
    centreName: 'ASSOCIATION RÉGIONALE POUR LA FORMATION PROFESSIONNELLE DES ADULTES D’ÎLE-DE-FRANCE',
    centreAddress: [
      LONGEST.addressLines[1] ?? '',
      'Zone d’activités de la Croix-Blanche',
      '91700 Sainte-Geneviève-des-Bois',
    ],
    centreEmail: 'accueil.inscriptions.examens@association-regionale-formation.example',
    sittings: Array.from({ length: sittings }, (_, index) =>
      aConvenedSitting({
        examCode: `ASCA-E${index + 1}`,
        examLabel:
          'Contrôle des travaux comptables de fin d’exercice et des déclarations fiscales des petites entreprises',
        software: 'CIEL COMPTABILITE, EBP GESTION COMMERCIALE OPEN LINE, EXCEL 2021',
        room: 'Salle informatique Marguerite-Yourcenar, bâtiment D, 2e étage',
      }),
    ),
  })

export const aSheet = (candidates: SheetContent['candidates']): SheetContent => ({
  centreName: 'TAHITIPLUS',
  centreTown: 'Papeete',
  timeZone: 'Pacific/Tahiti',
  sessionLabel: 'Session de janvier 2027',
  examCode: 'ASCA-E1',
  examLabel: 'Traitement des activités comptables courantes',
  software: 'CIEL COMPTABILITE',
  heldOn: '2027-01-25',
  startsAtLocal: '09:00',
  endsAtLocal: '11:00',
  room: 'Salle B, 1er étage',
  candidates,
})

const SOME: SheetContent['candidates'] = [
  {
    birthName: 'BOULANGER-LEFÈVRE',
    usageName: null,
    firstNames: 'Jean-Christophe',
    bornOn: '1987-09-02',
    nuc: 'CA10021',
  },
  {
    birthName: 'de LA BARRE d’ESTAING',
    usageName: null,
    firstNames: 'Anne-Cécile',
    bornOn: '1994-02-14',
    nuc: 'CA10511',
  },
  { birthName: 'NGUYỄN', usageName: null, firstNames: 'Thị Minh Khai', bornOn: '2000-12-08', nuc: 'CA10498' },
  { birthName: 'O’CONNOR', usageName: null, firstNames: 'Maëlle', bornOn: '1999-06-21', nuc: null },
  { birthName: 'TERIITAHI', usageName: 'TERIITAHI-MAHUTA', firstNames: 'Hinano', bornOn: '1998-05-30', nuc: 'CA10482' },
]

/** So many candidates, of names as they mostly are. */
export const someCandidates = (count: number): SheetContent['candidates'] =>
  Array.from({ length: count }, (_, index) => SOME[index % SOME.length]).flatMap((one) => one ?? [])

/** So many candidates of the longest names. */
export const longCandidates = (count: number): SheetContent['candidates'] =>
  Array.from({ length: count }, (_, index) => {
    const { birthName, usageName, firstNames } = LONGEST
    return { birthName, usageName, firstNames, bornOn: '1987-09-02', nuc: `CA${10_000 + index}` }
  })

export const aReceiptContent = (changes: Partial<ReceiptContent> = {}): ReceiptContent => ({
  centreName: 'CENTRE LUMIÈRE',
  centreTown: 'Rennes',
  centreAddress: ['12 rue des Écoles', '35000 Rennes'],
  centreLegal: [
    'SIRET 123 456 789 00012',
    'Déclaration d’activité enregistrée sous le numéro 98 76 54321 09 auprès du préfet de la région Bretagne. Cet enregistrement ne vaut pas agrément de l’État.',
  ],
  vatWording: 'TVA non applicable, art. 293 B du CGI',
  sessionLabel: 'Session de janvier 2027',
  payerName: 'Madame TERIITAHI-MAHUTA Hinano Vaitiare',
  payerAddress: ['14 bis allée des Filles-du-Calvaire', '35700 Rennes'],
  payerIsOrganisation: false,
  method: 'cheque',
  reference: 'n° 0012345, Banque de l’Ouest',
  receivedOn: '2026-11-23',
  amount: 10_000,
  currency: 'EUR',
  timeZone: 'Europe/Paris',
  issuedBy: 'Anne Hervé',
  lines: ['ASCA-E1', 'ASCA-E2'].map((examCode) => ({
    examCode,
    examLabel: 'Traitement des activités comptables courantes',
    software: 'CIEL COMPTABILITE',
    candidateName: 'TERIITAHI-MAHUTA Hinano Vaitiare',
    candidateBirth: 'née TERIITAHI le 30/05/1998',
    nuc: 'CA10482',
    unitPrice: 5000,
    amount: 5000,
    remaining: 0,
  })),
  credit: 0,
  ...changes,
})
