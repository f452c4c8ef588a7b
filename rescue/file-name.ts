import type { Centre } from '../domain/catalogue.ts'
import { toLocalDate } from '../domain/time.ts'

/** A PC's name as part of a file's name on any system. */
export function fileSafe(name: string): string {
  return name.replace(/[^\p{L}\p{N}-]+/gu, '-').slice(0, 40) || 'poste'
}

type Departing = { centre: Pick<Centre, 'code' | 'timeZone'> | null; deviceName: string; number: number; now: string }

/** `secours-C-035-ACCUEIL-2026-11-23-2.pupitre`: two files of one day, or of two centres' PCs of one name, never take each other's place. */
export function departureName({ centre, deviceName, number, now }: Departing): string {
  const day = centre ? toLocalDate(now, centre.timeZone) : now.slice(0, 10)
  return `secours-${centre ? `${fileSafe(centre.code)}-` : ''}${fileSafe(deviceName)}-${day}-${number}.pupitre`
}
