import type { ConvocationChange } from '../domain/convocation-changes.ts'
import { formatDate, formatDay, NBSP } from './format.ts'

const ARROW = `${NBSP}→ `

/**
 * What has changed since a convocation was issued: « salle : B12 → Amphi », « mar. 24 nov. 9 h → mer. 25 nov. 14 h ».
 * @param several whether the person is convened to several exams: each change then says which
 */
export function sayConvocationChange(change: ConvocationChange, several: boolean): string {
  switch (change.what) {
    case 'name':
      return `nom${NBSP}: ${change.before}${ARROW}${change.after}`
    case 'born':
      return `date de naissance${NBSP}: ${formatDate(change.before)}${ARROW}${formatDate(change.after)}`
    case 'exam-added':
      return `épreuve ajoutée${NBSP}: ${change.examCode}`
    case 'exam-removed':
      return `épreuve retirée${NBSP}: ${change.examCode}`
    default:
      return several ? `${change.examCode}, ${sayOfExam(change)}` : sayOfExam(change)
  }
}

type OfExam = Exclude<
  ConvocationChange,
  { what: 'name' } | { what: 'born' } | { what: 'exam-added' } | { what: 'exam-removed' }
>

function sayOfExam(change: OfExam): string {
  switch (change.what) {
    case 'moment':
      return `${moment(change.before)}${ARROW}${moment(change.after)}`
    case 'end':
      return `fin${NBSP}: ${hour(change.before)}${ARROW}${hour(change.after)}`
    case 'room':
      return `salle${NBSP}: ${change.before}${ARROW}${change.after}`
    case 'software':
      return `logiciel${NBSP}: ${change.before || 'aucun'}${ARROW}${change.after || 'aucun'}`
    case 'sitting-added':
      return `séance ajoutée${NBSP}: ${moment(change)}, ${change.room}`
    case 'sitting-removed':
      return `séance retirée${NBSP}: ${moment(change)}, ${change.room}`
  }
}

/** « mar. 24 nov. 9 h », « mar. 24 nov. 14 h 30 » */
function moment({ heldOn, startsAtLocal }: { heldOn: string; startsAtLocal: string }): string {
  return `${formatDay(heldOn)} ${hour(startsAtLocal)}`
}

/** « 9 h », « 14 h 30 » */
function hour(time: string): string {
  const [hours = '', minutes = ''] = time.split(':')
  return `${Number(hours)}${NBSP}h${minutes === '00' ? '' : `${NBSP}${minutes}`}`
}
