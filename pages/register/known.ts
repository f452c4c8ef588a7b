import type { CatalogueAnswer, CentresAnswer, FoundCentre } from '../../contract/candidate-pages.ts'
import type { CentresSought } from '../queries.ts'
import type { ChoicesDraft } from './draft.ts'

export type CatalogueSession = CatalogueAnswer['sessions'][number]
export type CatalogueExam = CatalogueSession['exams'][number]

/** The session of the draft; the first one when none is chosen yet. */
export function sessionOf({ sessions }: CatalogueAnswer, { sessionId }: ChoicesDraft): CatalogueSession | null {
  return sessions.find(({ id }) => id === sessionId) ?? sessions[0] ?? null
}

/** What centres are asked for; null until there is an exam and a département. */
export function centresSought({ sessionId, examIds, department }: ChoicesDraft): CentresSought | null {
  return examIds.length > 0 && department !== '' && sessionId !== '' ? { sessionId, examIds, department } : null
}

/** The centre of the draft as HQ last told of it; null when none is chosen, or when it no longer runs all of the exams. */
export function chosenCentre({ centreId }: ChoicesDraft, found: CentresAnswer | undefined): FoundCentre | null {
  const all = [...(found?.centres ?? []), ...(found?.neighbours ?? [])]
  return all.find(({ id }) => id === centreId) ?? null
}
