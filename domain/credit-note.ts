export type { CreditNote } from './shapes/credit-note.ts'

export function creditNoteNumber(year: number, series: string, sequence: number): string {
  return `${year}-${series}-AV-${String(sequence).padStart(6, '0')}`
}
