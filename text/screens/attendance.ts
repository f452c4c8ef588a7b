import type { NotedAttendance } from '../../contract/desk-attendance.ts'
import type { PapersPrinted } from '../../contract/desk-papers.ts'
import type { AttestationHindrance } from '../../contract/states.ts'
import { ATTENDANCES, type Attendance } from '../../domain/attendance.ts'
import type { PaperMeans } from '../../domain/issued-paper.ts'
import { formatCount, NBSP, plural } from '../format.ts'
import { PRINTING_STOPS } from './printing.ts'

export const ATTENDANCE_WORDS: Readonly<Record<Attendance, string>> = { present: 'Présent', absent: 'Absent' }

/** Why no attestation can be printed, and what to do. */
export const ATTESTATION_REASONS: Readonly<Record<AttestationHindrance, string>> = {
  'not-marked': `La présence n’est pas encore notée${NBSP}: notez-la d’après la feuille d’émargement, dans Session.`,
  absent: `La personne est notée absente${NBSP}: il n’y a pas de présence à attester.`,
  'not-confirmed': `L’inscription n’est plus validée${NBSP}: il n’y a rien à attester.`,
}

const MEANS: Readonly<Record<PaperMeans, string>> = {
  print: 'imprimée',
  save: 'enregistrée',
  mail: 'envoyée par mail',
}

/** Who came to a sitting, as its signed sheet says. */
export const ATTENDANCE = {
  open: 'Présences',
  openOf: (what: string): string => `Présences, ${what}`,
  title: (exam: string, day: string): string => `Présences${NBSP}: ${exam}, ${day}`,
  nobody: 'Personne n’est validé pour cette séance.',
  gone: 'Cette séance n’est plus sur ce poste, ou elle a été annulée.',
  text: 'D’après la feuille d’émargement signée. Personne n’est présent tant que vous ne l’avez pas noté.',
  table: 'Candidats de la séance',
  columns: {
    who: 'Candidat',
    born: 'Naissance',
    nuc: 'NUC',
    state: 'Présence',
    actions: 'Actions',
    paper: 'Attestation',
  },
  present: 'Présent',
  absent: 'Absent',
  takeBack: 'Effacer',
  of: (what: string, name: string): string => `${what}${NBSP}: ${name}`,
  usageName: (name: string): string => `usage${NBSP}: ${name}`,
  notNoted: 'Non noté',
  allPresent: 'Noter présents tous les autres',
  allPresentReason: 'Il ne reste personne à noter.',
  nothingToTakeBack: 'Rien n’est noté.',
  alreadySo: 'C’est déjà noté ainsi.',
  group: 'Présences',
  keys: {
    present: 'Noter présent',
    absent: 'Noter absent',
    takeBack: 'Effacer ce qui est noté',
    walk: 'Passer d’une personne à l’autre',
  },
  keysHint: { present: 'présent', absent: 'absent', takeBack: 'effacer', walk: 'changer de ligne' },
  done: (count: number): string =>
    `${formatCount(count)} ${plural(count, 'personne notée présente', 'personnes notées présentes')}`,
  toTransmit: 'à transmettre',
  version: (version: number): string => `v${version}`,
  out: 'PÉRIMÉE',
  /** @param due how many hold none that says so */
  printDue: (due: number): string => {
    if (due === 0) return 'Imprimer les attestations'
    return due === 1 ? 'Imprimer l’attestation' : `Imprimer les ${formatCount(due)} attestations`
  },
  nothingDue: 'Attestations à jour',
  nothingDueReason: 'Toutes les personnes présentes ont déjà une attestation à jour.',
  nobodyPresent: 'Personne n’est noté présent.',
  close: 'Fermer',

  // In a file.
  section: 'Présence',
  sitting: (exam: string, day: string): string => `${exam}, ${day}`,
  printOne: 'Imprimer l’attestation',
  printAgain: 'Réimprimer l’attestation',
  printOf: (what: string, exam: string): string => `${what}, ${exam}`,
  making: 'Préparation…',
  /** @param when « le … à … » */
  noted: (when: string, who: string): string => `Noté ${when} par ${who}`,
  issued: ({ version, means, when, who }: { version: number; means: PaperMeans; when: string; who: string }): string =>
    `Attestation v${version}, ${MEANS[means]} ${when} par ${who}`,
} as const

/** « 12 présents, 2 absents, 3 non notés » */
export function sayAttendance({ present, absent, total }: { present: number; absent: number; total: number }): string {
  const left = total - present - absent
  return [
    `${formatCount(present)} ${plural(present, 'présent', 'présents')}`,
    `${formatCount(absent)} ${plural(absent, 'absent', 'absents')}`,
    `${formatCount(left)} ${plural(left, 'non noté', 'non notés')}`,
  ].join(', ')
}

/** What is noted of somebody, in a word. */
export function attendanceWord(mark: Pick<NotedAttendance, 'attendance'> | null): string {
  return mark?.attendance ? ATTENDANCE_WORDS[mark.attendance] : ATTENDANCE.notNoted
}

/** The head of a line of a history. */
export function attendanceNoted(attendance: string | number | undefined): string {
  const known = ATTENDANCES.find((one) => one === attendance)
  return known ? `Noté ${ATTENDANCE_WORDS[known].toLowerCase()}` : 'Présence effacée'
}

/** « Attestation de présence v1 émise », the same. */
export function attestationIssued(version: string | number): string {
  return `Attestation de présence v${version} émise`
}

const papers = (count: number): string => `${formatCount(count)}${NBSP}${plural(count, 'attestation', 'attestations')}`

/** What became of a printing, in a sentence: what stands, and what to do. */
export function sayAttestationsPrinted({ printed, stopped, fileName, opened, file }: PapersPrinted): string {
  if (stopped === null)
    return opened
      ? `${papers(printed)}${NBSP}: ${fileName} ouvert`
      : `${papers(printed)}${NBSP}: ${plural(printed, 'enregistrée', 'enregistrées')}, mais aucun programme de ce poste n’a pu ${plural(printed, 'l’ouvrir', 'les ouvrir')}${NBSP}: ${file}`
  if (stopped === 'busy') return 'Une autre impression est en cours.'
  if (stopped === 'nothing') return `Rien à imprimer${NBSP}: personne n’est noté présent.`
  const stands =
    printed === 0
      ? 'Aucune attestation n’a été émise.'
      : `${papers(printed)} ${plural(printed, 'est prête', 'sont prêtes')}, les autres restent à imprimer.`
  return `${PRINTING_STOPS[stopped]} ${stands}`
}
