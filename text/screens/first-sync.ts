import type { Freshness } from '../../contract/desk.ts'
import type { TroubleCode } from '../../contract/refusals.ts'
import { NBSP } from '../format.ts'

/** The first reception of a centre's data, until its end: one name for it and one way to count it, wherever it is told. */
export const FIRST_SYNC = {
  title: 'Première réception des données du centre',
  underWay: 'Première réception en cours',
  waiting: 'En attente du siège…',
  later: 'Ce qui est déjà reçu est gardé, la réception reprendra où elle en est. Si cela dure, appelez le siège.',
  /** À revoir, while what it would show may still be on its way. */
  reviewTitle: 'Les points à revoir arrivent encore',
  reviewText: `Les données du centre ne sont pas toutes reçues${NBSP}: attendez la fin pour savoir s’il reste quelque chose à revoir.`,
} as const

type Reception = NonNullable<Freshness['firstSync']>

/** Troubles that pass by themselves: later, one can go on working; here, there is nothing to work on yet. */
const PASSING: readonly (TroubleCode | 'bug')[] = ['hq-unreachable', 'hq-error', 'hq-garbage', 'internal']

/** Whether to wait is all there is to do. */
export function isPassing(trouble: TroubleCode | 'bug'): boolean {
  return PASSING.includes(trouble)
}

/** « 90 % reçus »: never the whole while something is missing, and nothing to count before HQ's first answer. */
export function sayShare({ done, total }: Pick<Reception, 'done' | 'total'>): string {
  if (total === 0) return FIRST_SYNC.waiting
  return `${Math.min(99, Math.floor((100 * done) / total))}${NBSP}% reçus`
}

/** How far it has come, and what may be done meanwhile. @param stopped exchanges fail for now */
export function sayFirstSync(reception: Reception, stopped: boolean): string {
  const share = reception.total === 0 ? '' : `${NBSP}: ${sayShare(reception)}`
  const state = stopped
    ? `Première réception interrompue${share}, la suite viendra seule`
    : `${FIRST_SYNC.title}${share}`
  return `${state}. Vous pouvez déjà consulter${NBSP}; les actions s’ouvriront à la fin.`
}
