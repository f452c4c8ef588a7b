import type { Candidate } from '../../domain/candidate.ts'
import { NBSP } from '../format.ts'

/**
 * The words of an attestation of attendance, which the centre gives, for an employer above all. No text fixes its content; it says who came,
 * to what, when and where, as training bodies do after the ministry's model of a *certificat de réalisation*, and nothing of a result.
 */
export const ATTENDANCE_ATTESTATION = {
  title: (name: string, exam: string): string => `Attestation de présence de ${name}, ${exam}`,
  titleOfMany: (count: number, exam: string): string => `${count}${NBSP}attestations de présence, ${exam}`,
  heading: 'Attestation de présence',
  attests: (centre: string, person: string, sex: Candidate['sex']): string =>
    `${centre} atteste que ${person} s’est ${sex === 'F' ? 'présentée' : 'présenté'} à l’épreuve ci-dessous.`,
  exam: 'Épreuve',
  day: 'Date',
  hours: 'Horaire de l’épreuve',
  room: 'Lieu',
  place: (address: string): string => `Adresse${NBSP}: ${address}. Les heures sont celles du centre.`,
  why: 'Attestation remise à la personne désignée ci-dessus, pour servir et valoir ce que de droit, notamment auprès de son employeur.',
  attendanceOnly: 'Elle ne porte que sur la présence et ne dit rien du résultat.',
  signature: (town: string, day: string): string => `Fait à ${town}, le ${day}. Pour le centre, signature et cachet`,
  foot: (session: string, freshness: string): string => `Attestation de présence · ${session} · ${freshness}`,
} as const
