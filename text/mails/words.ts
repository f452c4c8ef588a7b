import type { Deadline } from '../../domain/deadline.ts'
import { addDays, type Instant, type LocalDate, startOfDay, toLocalDate } from '../../domain/time.ts'
import { formatDayLong, formatMoney, formatTime, NBSP } from '../format.ts'
import type { CentreOfMail, ExamOfMail } from './mail-data.ts'

/** What several mails say in the same words. */

/** « CENTRE LUMIÈRE (Rennes) » */
export function centreWords({ name, town }: CentreOfMail): string {
  return `${name} (${town})`
}

/** « centre GRETA BRETAGNE (Rennes) », « CENTRE LUMIÈRE (Rennes) »: the word is not said twice. */
export function namedCentre(centre: CentreOfMail): string {
  return /^centre\b/i.test(centre.name) ? centreWords(centre) : `centre ${centreWords(centre)}`
}

/** « la session de janvier 2027 », within a sentence. */
export function theSession(label: string): string {
  return /^session\b/i.test(label) ? `la s${label.slice(1)}` : `la session «${NBSP}${label}${NBSP}»`
}

/** « EBP COMPTABILITE (auparavant CIEL) », and no word of what was not there. */
export function nowAndBefore(now: string, before: string | null): string {
  return before === null || before === '' ? now : `${now} (auparavant ${before})`
}

/** « ASCA-E1, Traitement des activités comptables courantes (CIEL COMPTABILITE) » */
export function examWords({ code, label, softwareNames }: ExamOfMail): string {
  return `${code}, ${label}${softwareNames.length > 0 ? ` (${softwareNames.join(', ')})` : ''}`
}

/** The same with its fee: « … : 50,00 € » */
export function examWithFee(exam: ExamOfMail): string {
  return `${examWords(exam)}${NBSP}: ${formatMoney(exam.feeAmount, exam.currency)}`
}

/** « ASCA-E1, PSA-E2 » */
export function examCodes(exams: readonly ExamOfMail[]): string {
  return exams.map(({ code }) => code).join(', ')
}

/**
 * « jeudi 26 novembre 2026 inclus, jusqu’à 24 h (heure de Rennes) » when it ends with that day: « minuit » would leave open which
 * night. Otherwise « … à 09 h 41 (…) ».
 */
export function deadlineWords(
  { on, at }: Pick<Deadline, 'on' | 'at'>,
  { town, timeZone }: Pick<CentreOfMail, 'town' | 'timeZone'>,
): string {
  if (endsWithDay({ on, at }, timeZone))
    return `${formatDayLong(on)} inclus, jusqu’à 24${NBSP}h (heure ${ofTown(town)})`
  return `${formatDayLong(on)} à${NBSP}${formatTime(at, timeZone)} (heure ${ofTown(town)})`
}

export function endsWithDay({ on, at }: { on: LocalDate; at: Instant }, timeZone: string): boolean {
  return at === startOfDay(addDays(on, 1), timeZone)
}

/** « mercredi 25 novembre 2026 à 09 h 41 (heure de Paris) »: for what has no centre. */
export function parisMoment(at: Instant): string {
  const zone = 'Europe/Paris'
  return `${formatDayLong(toLocalDate(at, zone))} à${NBSP}${formatTime(at, zone)} (heure de Paris)`
}

/**
 * « h…@example.org »: enough to know one's own address by. The old mailbox may be read by somebody who should not have the new one.
 */
export function maskedAddress(email: string): string {
  const at = email.lastIndexOf('@')
  const [first = ''] = email
  return at > 0 ? `${first}…${email.slice(at)}` : '…'
}

/** « de Rennes », « d’Angers », « du Mans », « des Sables-d’Olonne », « de La Rochelle ». */
export function ofTown(town: string): string {
  if (/^Le\s/.test(town)) return `du ${town.slice(3)}`
  if (/^Les\s/.test(town)) return `des ${town.slice(4)}`
  return /^[aeiouyhœ]/i.test(town.normalize('NFD')) ? `d’${town}` : `de ${town}`
}
