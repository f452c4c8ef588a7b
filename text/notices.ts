import type { Freshness, Notice } from '../contract/desk.ts'
import { formatCount, formatDuration, NBSP, plural } from './format.ts'

type Detail = Notice['detail']
type When = (instant: string) => string

/** Keys: `db/problem.ts`. */
const BACKUP_CAUSES: Readonly<Record<string, string>> = {
  'disk-full': 'le disque est plein',
  'disk-error': 'le disque refuse d’écrire',
  'read-only': 'le dossier des sauvegardes est protégé en écriture',
  damaged: 'le fichier des données est abîmé',
}

const SENTENCES: Readonly<Record<Notice['kind'], (detail: Detail, when: When) => string>> = {
  repaired: ({ rows, removed }) =>
    `Une différence avec le siège a été trouvée et réparée${NBSP}: ${parts(
      part(rows, 'élément remis à jour', 'éléments remis à jour'),
      part(removed, 'élément retiré', 'éléments retirés'),
    )}. Ce que vous aviez fait est gardé.`,
  'identity-renewed': ({ oldSeries, series, lastNumber, sent, reason, backupAt }, when) =>
    [
      reason === 'restored'
        ? `Ce poste a repris sa sauvegarde${backupOf(backupAt, when)}, et ce que le siège avait reçu depuis.`
        : 'Ce poste travaillait sur une copie ancienne de ses données (sauvegarde restaurée, ou disque copié).',
      `Il continue sous une nouvelle série de reçus, ${series}${NBSP}; la série ${oldSeries} ${lastNumber ? `s’arrête au n°${NBSP}${lastNumber}` : 'est close'}.`,
      `Rien n’est perdu${NBSP}: ${Number(sent) > 0 ? `${formatCount(Number(sent))} ${plural(Number(sent), 'action qui n’était pas au siège lui a été transmise', 'actions qui n’étaient pas au siège lui ont été transmises')}` : 'tout ce qui était fait ici est au siège'}.`,
      `Si un numéro de reçu a servi deux fois, «${NBSP}À revoir${NBSP}» le dira.`,
    ].join(' '),
  restored: ({ backupAt }, when) =>
    [
      `Ce poste a repris sa sauvegarde${backupOf(backupAt, when)}.`,
      'Ce que le siège a reçu depuis va revenir au prochain échange.',
    ].join(' '),
  'backup-failed': ({ cause }) =>
    `La sauvegarde du jour de ce poste n’a pas pu se faire${NBSP}: ${BACKUP_CAUSES[String(cause)] ?? 'elle n’a pas pu être écrite, ou relue entière'}. Les précédentes sont gardées. ${cause === 'damaged' ? 'Fermez Pupitre et rouvrez-le, il proposera d’en restaurer une' : 'Un nouvel essai se fait toutes les heures'}.`,
}

/**
 * What has happened to this PC, for someone who was not there.
 * @param when how to write an instant in the centre's zone
 */
export function sayNotice({ kind, detail }: Pick<Notice, 'kind' | 'detail'>, when: When): string {
  return SENTENCES[kind](detail, when)
}

function backupOf(backupAt: string | number | undefined, when: When): string {
  return typeof backupAt === 'string' ? ` du ${when(backupAt)}` : ''
}

/** This PC's clock is wrong: by how much, and that nothing depends on it; null while it is right. */
export function sayClock({ clockAhead }: Pick<Freshness, 'clockAhead'>): string | null {
  if (clockAhead === null) return null
  const verb = clockAhead > 0 ? 'avance' : 'retarde'
  return `L’horloge de ce poste ${verb} de ${formatDuration(Math.abs(clockAhead))}. Aucune échéance n’en dépend${NBSP}; réglez l’heure de l’ordinateur.`
}

export const NOTICES = {
  region: 'À savoir',
  understood: 'J’ai compris',
  seriesAwaited: 'Les règlements s’enregistrent, les reçus attendent la nouvelle série du siège.',
} as const

function part(count: string | number | undefined, one: string, many: string): string | null {
  const known = Number(count ?? 0)
  return known > 0 ? `${formatCount(known)} ${plural(known, one, many)}` : null
}

function parts(...said: (string | null)[]): string {
  return said.filter(Boolean).join(', ') || 'rien ne manque plus'
}
