import { formatCount, NBSP, plural } from '../format.ts'

const payments = (count: number) => `${formatCount(count)}${NBSP}${plural(count, 'règlement', 'règlements')}`

/** Règlements, « Caisse » and « Totaux ». */
export const MONEY = {
  tabs: 'Règlements, trop-perçus, chèques, caisse, totaux',
  tab: { received: 'Reçus', credits: 'Trop-perçus', cheques: 'Chèques', cash: 'Caisse', totals: 'Totaux' },
  day: 'Jour',
  cashOf: (day: string): string => `Espèces reçues, ${day}`,
  cashSum: (count: number, total: string): string => `${payments(count)} en espèces${NBSP}: ${total}`,
  cashLess: (returned: string, total: string): string => `− ${returned} rendus = ${total}`,
  cashReturned: 'Trop-perçu rendu',
  cashTable: 'Espèces reçues et rendues ce jour, toutes sessions',
  cashColumns: { payer: 'Payeur', session: 'Session', receipt: 'Reçu', by: 'Encaissé par', amount: 'Montant' },
  cashSheet: 'Imprimer la journée de caisse',
  cashEmptyTitle: 'Aucun règlement en espèces ce jour',
  cashEmptyText: 'Choisissez un autre jour, ou imprimez la journée telle quelle.',
  total: 'Total',
  methods: 'Par moyen de paiement',
  method: 'Moyen',
  count: 'Règlements',
  amount: 'Montant',
  exams: 'Par épreuve',
  exam: 'Épreuve',
  entries: 'Places tenues',
  expected: 'À régler',
  paid: 'Réglé',
  owed: 'Reste dû',
  credit: 'Trop-perçu, qui ne règle rien',
  bounced: (count: number): string =>
    `${formatCount(count)}${NBSP}${plural(count, 'chèque impayé', 'chèques impayés')}, non ${plural(count, 'compté', 'comptés')}`,
  voided: (count: number): string =>
    `${payments(count)} ${plural(count, 'annulé', 'annulés')}, non ${plural(count, 'compté', 'comptés')}`,
  receipted: (count: number): string => `${payments(count)} avec un reçu`,
  unreceipted: (count: number): string => `${payments(count)} sans reçu`,
  returned: 'Rendu aux payeurs',
  overReturned: 'Rendu de trop',
  /** What was given back is said only when there is some. */
  equals: (received: string, returned: string | null, paid: string, credit: string): string =>
    `Reçu ${received}${returned === null ? '' : ` − rendu ${returned}`} = réglé pour les épreuves ${paid} + trop-perçu ${credit}.`,
  receipts: 'Reçus et ce qui ne compte pas',
  save: 'Exporter…',
  saveAll: 'Exporter les règlements de la session pour la comptabilité',
  saveAs: { xlsx: 'Classeur Excel', csv: 'Tableau CSV' },
  saved: (path: string): string => `Règlements enregistrés${NBSP}: ${path}`,
  saveFailed: 'Le fichier n’a pas pu être enregistré à cet endroit. Choisissez un autre dossier.',
} as const
