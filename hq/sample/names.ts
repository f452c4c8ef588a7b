import type { Candidate } from '../../domain/candidate.ts'

/** Invented people, chosen for what forms and sheets of paper get wrong. */
export type Somebody = Pick<Candidate, 'birthName' | 'firstNames' | 'sex'> &
  Partial<Pick<Candidate, 'usageName' | 'birthPlace' | 'birthCountry' | 'bornOn'>>

export const SPECIAL: Record<'bretagne' | 'tahiti', readonly Somebody[]> = {
  bretagne: [
    { birthName: 'de LA BARRE d’ESTAING', firstNames: 'Anne-Cécile Marie', sex: 'F', birthPlace: 'Saint-Germain-en-Laye' },
    { birthName: 'O’CONNOR', firstNames: 'Siobhán', sex: 'F', birthPlace: 'Cork', birthCountry: 'IRLANDE' },
    { birthName: 'NGUYEN', firstNames: 'Thị Minh Khai', sex: 'F', birthPlace: 'Huế', birthCountry: 'VIÊT NAM' },
    {
      birthName: 'RAKOTOARIMANANA-ANDRIANTSIMIALONA',
      firstNames: 'Haingotiana Fanomezantsoa Marie-Joséphine',
      sex: 'F',
      birthPlace: 'Antananarivo',
      birthCountry: 'MADAGASCAR',
    },
    { birthName: 'NY', firstNames: 'Rasoa', sex: 'F', birthPlace: 'Antsirabe', birthCountry: 'MADAGASCAR' },
    { birthName: 'LE GOUËZIGOU', usageName: 'KERVADEC', firstNames: 'Maëlys', sex: 'F' },
    { birthName: 'AÏT OUFELLA', usageName: 'LEFÈVRE', firstNames: 'Inès', sex: 'F', birthPlace: 'Tizi Ouzou', birthCountry: 'ALGÉRIE' },
    { birthName: 'ŒUVRARD', firstNames: 'Zoë', sex: 'F' },
    { birthName: 'D’HARCOUËT', firstNames: 'Gaël', sex: 'M' },
    { birthName: 'ŁUKASZEWICZ', firstNames: 'Paweł', sex: 'M', birthPlace: 'Łódź', birthCountry: 'POLOGNE' },
    { birthName: 'da SILVA e SOUSA', firstNames: 'João Miguel', sex: 'M', birthPlace: 'Viana do Castelo', birthCountry: 'PORTUGAL' },
    { birthName: 'L’HOSTIS', firstNames: 'Erwan', sex: 'M', birthPlace: 'Landerneau' },
    { birthName: 'VAN DER MEERSCHEN', usageName: 'VAN DER MEERSCHEN-BOTREL', firstNames: 'Lieselotte', sex: 'F', birthPlace: 'Gand', birthCountry: 'BELGIQUE' },
    { birthName: 'MÜLLER', firstNames: 'Jürgen', sex: 'M', birthPlace: 'Fribourg-en-Brisgau', birthCountry: 'ALLEMAGNE' },
    { birthName: 'EL AMRANI', usageName: 'TREHOREL', firstNames: 'Soukaïna', sex: 'F', birthPlace: 'Salé', birthCountry: 'MAROC' },
    { birthName: 'MORVANNOU', firstNames: 'Léa', sex: 'F', bornOn: '1998-03-14', birthPlace: 'Vitré' },
    { birthName: 'MORVANNOU', firstNames: 'Léo', sex: 'M', bornOn: '1998-03-14', birthPlace: 'Vitré' },
    { birthName: 'MARTINEAU', firstNames: 'Julie', sex: 'F', bornOn: '1991-02-28', birthPlace: 'Rennes' },
    { birthName: 'MARTINEAU', firstNames: 'Julie', sex: 'F', bornOn: '2001-09-05', birthPlace: 'Bruz' },
    { birthName: 'THOMAS', firstNames: 'Jean-Baptiste Marie Corentin', sex: 'M', bornOn: '1968-02-29' },
    { birthName: 'NDIAYE', usageName: 'LE BIHANNIC', firstNames: 'Aïssatou', sex: 'F', birthPlace: 'Saint-Louis', birthCountry: 'SÉNÉGAL' },
    { birthName: 'ȘTEFĂNESCU', firstNames: 'Ioana-Mădălina', sex: 'F', birthPlace: 'Iași', birthCountry: 'ROUMANIE' },
  ],
  tahiti: [
    { birthName: 'TERIIFAAHEE-MARAMA', firstNames: 'Vaimiti Poerava', sex: 'F' },
    { birthName: 'TEHEIVAI', usageName: 'LE GOFFIC', firstNames: 'Hinatea', sex: 'F' },
    { birthName: 'CHIN FOO LAN', firstNames: 'Teiva', sex: 'M' },
    { birthName: 'D’ALMEIRAC', firstNames: 'Heimana', sex: 'M' },
    { birthName: 'NGUYEN VAN', firstNames: 'Manutea', sex: 'M', birthPlace: 'Nouméa' },
  ],
}

export const SURNAMES: Record<'bretagne' | 'tahiti', readonly string[]> = {
  bretagne: [
    'BELLANGER', 'BOUTHÉMY', 'CADORET', 'CHÂTELLIER', 'CLOAREC', 'DELAUNAY', 'DUBREUIL', 'FOUGERAY', 'GAUDICHON', 'GUÉRINEL',
    'HAMONIAUX', 'HERVOUËT', 'JÉZÉQUEL', 'KERAUDREN', 'LAHOGUE', 'LE DANTEC', 'LE FLOCH', 'LEMARCHAND', 'MAHÉ', 'MASSON',
    'NICOLLEAU', 'OLLIVRIN', 'PELTRAIS', 'PICHARD', 'QUÉMÉNEUR', 'RENAUDIN', 'ROUXEL', 'SAINT-GERMÈS', 'TANGUIDÉ', 'VAILLANDET',
  ],
  tahiti: [
    'AMARURE', 'FAAURA', 'HAAPUEA', 'HOATUA', 'MAIHOTA', 'MARAETAATA', 'OITOARE', 'PAIATUA', 'TAEREANU', 'TAMATARII',
    'TEIHORARII', 'TETAUPOO', 'TUARAE', 'VAHIMARE', 'VIRIATUA',
  ],
}

export const FIRST_NAMES: Record<'bretagne' | 'tahiti', Record<Candidate['sex'], readonly string[]>> = {
  bretagne: {
    F: ['Adèle', 'Béatrice', 'Camille', 'Chloé', 'Coralie', 'Élodie', 'Émilie', 'Françoise', 'Gwenaëlle', 'Hélène', 'Jeanne', 'Laëtitia', 'Manon', 'Marie-Noëlle', 'Nolwenn', 'Océane', 'Rozenn', 'Sandrine', 'Solène', 'Typhaine'],
    M: ['Alexis', 'Anthony', 'Benoît', 'Cédric', 'Éric', 'Fabien', 'Frédéric', 'Guénolé', 'Hugo', 'Jean-François', 'Kévin', 'Loïc', 'Mathéo', 'Mickaël', 'Nicolas', 'Ronan', 'Sébastien', 'Théo', 'Tristan', 'Yann'],
  },
  tahiti: {
    F: ['Heiani', 'Hinerava', 'Maeva', 'Mihiarii', 'Moeata', 'Poema', 'Teraitua', 'Titaua', 'Tiare', 'Vaihere'],
    M: ['Ariitea', 'Hiro', 'Maui', 'Raimana', 'Tamatoa', 'Tane', 'Tapuarii', 'Teva', 'Tuarii', 'Viri'],
  },
}

export const TOWNS: Record<'bretagne' | 'tahiti', readonly { town: string; postcode: string }[]> = {
  bretagne: [
    { town: 'Rennes', postcode: '35000' },
    { town: 'Rennes', postcode: '35200' },
    { town: 'Saint-Malo', postcode: '35400' },
    { town: 'Vitré', postcode: '35500' },
    { town: 'Fougères', postcode: '35300' },
    { town: 'Bruz', postcode: '35170' },
    { town: 'Cesson-Sévigné', postcode: '35510' },
    { town: 'L’Hermitage', postcode: '35590' },
    { town: 'Saint-Jacques-de-la-Lande', postcode: '35136' },
    { town: 'Bain-de-Bretagne', postcode: '35470' },
  ],
  tahiti: [
    { town: 'Papeete', postcode: '98714' },
    { town: 'Faa’a', postcode: '98704' },
    { town: 'Punaauia', postcode: '98718' },
    { town: 'Pirae', postcode: '98716' },
    { town: 'Mahina', postcode: '98709' },
  ],
}
