import type { Funding, Situation } from '../domain/registration.ts'

/** What a candidate said beside the identity, as the centre reads it under « Note » in the request's file. */

const LONGEST = 2000
const NBSP = '\u00a0'

const CATEGORIES: Readonly<Record<Situation['category'], string>> = {
  employee: 'en emploi salarié',
  'job-seeker': 'en recherche d’emploi',
  student: 'en formation',
  'self-employed': 'à son compte',
  other: 'autre',
}
const PAYERS = { 'training-centre': 'par un centre de formation', employer: 'par l’employeur' } as const

/** Situation, exams passed before and who pays, a line each; never longer than a request's note may be. */
export function noteOfRequest({ category, previousExams }: Situation, funding: Funding): string {
  const lines = [
    `Situation${NBSP}: ${sayCategory(category)}`,
    ...(funding.kind === 'own' ? [] : [`Règlement ${sayFunding(funding)}`]),
    ...(previousExams?.trim() ? [`Épreuves déjà passées${NBSP}: ${previousExams.trim()}`] : []),
  ]
  // Counted by UTF-16 units, as the shape counts; half an emoji at the cut would not be storable.
  return lines.join('\n').slice(0, LONGEST).toWellFormed()
}

/** « en formation » */
export function sayCategory(category: Situation['category']): string {
  return CATEGORIES[category]
}

/** « par l’employeur : Exemple SARL (contact : …) », or « à titre personnel ». */
export function sayFunding(funding: Funding): string {
  if (funding.kind === 'own') return 'à titre personnel'
  return `${PAYERS[funding.kind]}${NBSP}: ${funding.name} (contact${NBSP}: ${funding.contact})`
}
