import { NBSP } from '../format.ts'

/**
 * The words of a convocation. What to bring and how late one may be are the rules of national examinations, which centres follow: hours
 * and what is allowed stand on the convocation, the identity document may have expired less than five years ago (service-public.fr, F622);
 * no entry once the subjects are opened, but by the head of the centre, within an hour and without more time (circulaire n° 2011-072 du
 * 3 mai 2011).
 */
export const CONVOCATION = {
  title: (name: string, session: string): string => `Convocation de ${name}, ${session}`,
  titleOfMany: (count: number, session: string): string => `${count}${NBSP}convocations, ${session}`,
  heading: 'Convocation',
  headingNext: (name: string, born: string): string => `Convocation de ${name}, ${born} (suite)`,
  greeting: (exams: number): string =>
    exams > 1
      ? `Votre inscription est définitive. Le centre vous attend aux épreuves suivantes${NBSP}:`
      : `Votre inscription est définitive. Le centre vous attend à l’épreuve suivante${NBSP}:`,
  exam: 'Épreuve',
  day: 'Date',
  hours: 'Horaire',
  room: 'Lieu',
  software: (names: string): string => `Logiciel${NBSP}: ${names}`,
  place: (address: string): string => `Adresse${NBSP}: ${address}. Les heures sont celles du centre.`,
  bring: 'À apporter',
  convocation: 'cette convocation',
  identity:
    'une pièce d’identité avec photo (carte d’identité, passeport ou permis de conduire), valide ou périmée depuis moins de cinq ans',
  lost: `en cas de perte ou de vol${NBSP}: le récépissé de déclaration`,
  late: 'En cas de retard',
  lateRule:
    'Présentez-vous avant l’heure de début. Personne n’entre une fois le sujet ouvert. À titre exceptionnel, si le retard ne dépend pas de vous, la personne responsable du centre peut vous admettre, au plus tard une heure après le début et sans temps supplémentaire.',
  contact: 'Une question, un empêchement',
  contactBy: (ways: string): string => `Prévenez le centre dès que possible${NBSP}: ${ways}.`,
  contactNone: 'Prévenez le centre dès que possible.',
  foot: (session: string, freshness: string): string => `Convocation · ${session} · ${freshness}`,
} as const
