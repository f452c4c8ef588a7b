import type { PapersPrinted } from '../../contract/desk-papers.ts'
import type { ConvocationHindrance } from '../../contract/states.ts'
import type { PaperMeans } from '../../domain/issued-paper.ts'
import { formatCount, NBSP, plural } from '../format.ts'
import { PRINTING_STOPS } from './printing.ts'

const MEANS: Readonly<Record<PaperMeans, string>> = {
  print: 'imprimée',
  save: 'enregistrée',
  mail: 'envoyée par mail',
}

/** Why nobody can be convened, as the head of a list of people. */
export const HINDRANCE_HEADS: Readonly<Record<ConvocationHindrance, string>> = {
  'cheque-bounced': 'Chèque impayé',
  'payment-voided': 'Règlement annulé',
  'no-sitting': 'Pas encore de date ni de salle',
  'not-confirmed': 'Inscription pas encore validée',
}

/** Why one convocation cannot be printed, and what to do. */
export const HINDRANCE_REASONS: Readonly<Record<ConvocationHindrance, string>> = {
  'cheque-bounced': `Le chèque est revenu impayé${NBSP}: la convocation attend le règlement.`,
  'payment-voided': `Règlement annulé${NBSP}: la convocation attend un nouveau règlement.`,
  'no-sitting': 'Aucune épreuve validée n’a encore de date ni de salle. Un responsable les fixe dans Session.',
  'not-confirmed': 'Aucune épreuve n’est encore validée.',
}

export const CONVOCATIONS = {
  title: 'Convocations',
  text: 'Une par candidat, avec toutes ses épreuves validées qui ont une date et une salle.',
  never: 'à imprimer',
  current: (count: number): string => plural(count, 'émise et à jour', 'émises et à jour'),
  outdated: (count: number): string => plural(count, 'périmée', 'périmées'),
  out: 'PÉRIMÉE',
  nobody: 'Personne n’a encore de place dans cette session.',
  /** @param never how many of them were never issued; the others have changed since they were */
  printDue: (count: number, never: number): string => {
    if (never > 0) return count === 1 ? 'Imprimer la convocation' : `Imprimer les ${formatCount(count)} convocations`
    return count === 1 ? 'Imprimer celle qui a changé' : `Imprimer les ${formatCount(count)} qui ont changé`
  },
  nothingDue: 'Rien de nouveau à imprimer.',
  nothingDueReason: 'Aucune convocation n’est nouvelle, ni changée depuis la dernière.',
  as: 'Fichiers',
  together: 'En un seul PDF',
  apart: 'Un fichier par candidat',
  progress: 'Impression en cours',
  share: ({ done, total }: { done: number; total: number }): string => `${formatCount(done)} sur ${formatCount(total)}`,
  stop: 'Annuler',
  stopping: 'Arrêt…',
  busy: 'Une autre impression est en cours.',

  toReconvene: 'À re-convoquer',
  toReconveneText: 'Ce que disait la convocation remise, et ce qu’il en est aujourd’hui.',
  columns: { who: 'Candidat', exams: 'Épreuves', issued: 'Remise', changes: 'Ce qui a changé', actions: 'Actions' },
  unreadable: 'faite par une version plus récente de Pupitre',
  print: 'Imprimer',
  printOf: (name: string): string => `Imprimer la convocation de ${name}`,
  hindrances: (count: number): string =>
    count === 1
      ? '1 personne ne peut pas être convoquée'
      : `${formatCount(count)} personnes ne peuvent pas être convoquées`,

  // In a file.
  section: 'Convocation',
  printOne: 'Imprimer la convocation',
  printAgain: 'Réimprimer la convocation',
  making: 'Préparation…',
  notYet: 'Pas encore imprimée.',
  version: (version: number): string => `v${version}`,
  /** « Convocation v2, imprimée le lun. 23 nov. à 09 h 41 par Anne Hervé » @param when « le … à … » */
  issued: ({ version, means, when, who }: { version: number; means: PaperMeans; when: string; who: string }): string =>
    `Convocation v${version}, ${MEANS[means]} ${when} par ${who}`,
  toTransmit: 'à transmettre',
} as const

/** « Convocation v2 émise », the head of a line of a history. */
export function convocationIssued(version: string | number): string {
  return `Convocation v${version} émise`
}

const papers = (count: number): string => `${formatCount(count)}${NBSP}${plural(count, 'convocation', 'convocations')}`

/** What became of a printing, in a sentence: what stands, and what to do. */
export function sayConvocationPrinted({ printed, stopped, fileName, opened, file }: PapersPrinted): string {
  if (stopped === null)
    return opened
      ? `${papers(printed)}${NBSP}: ${fileName} ouvert`
      : `${papers(printed)}${NBSP}: enregistrées, mais aucun programme de ce poste n’a pu les ouvrir${NBSP}: ${file}`
  if (stopped === 'busy') return 'Une autre impression est en cours.'
  if (stopped === 'nothing') return `Rien à imprimer${NBSP}: personne n’est à convoquer.`
  const stands =
    printed === 0
      ? 'Aucune convocation n’a été émise.'
      : `${papers(printed)} ${plural(printed, 'est prête', 'sont prêtes')}, les autres restent à imprimer.`
  return `${PRINTING_STOPS[stopped]} ${stands}`
}
