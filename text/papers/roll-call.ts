import { NBSP } from '../format.ts'

/** The words of a roll call list (liste d’appel); the rest are those of the attendance sheet. */
export const ROLL_CALL = {
  title: (exam: string, day: string): string => `Liste d’appel ${exam} du ${day}`,
  heading: 'Liste d’appel',
  phone: 'Téléphone',
  present: 'Présence',
  absent: 'Absence',
  counts: `Présents${NBSP}: ……   Absents${NBSP}: ……   Observations${NBSP}: …………………………………………………………………………………`,
} as const
