import { type LocalDate, toLocalDate } from '../../domain/time.ts'
import type { ReadyDesk } from '../frame/office.tsx'

/** The day that it is at the centre, by the desk's clock. */
export function today({ now, centre }: Pick<ReadyDesk, 'now' | 'centre'>): LocalDate {
  return toLocalDate(now, centre.timeZone)
}
