import type { FoundCentre, MyEntry, MyRequest, OfferedExam } from '../../contract/candidate-pages.ts'
import type { ChoicesDraft } from '../register/draft.ts'

/** What a link from a refused request asks for elsewhere: on this page, or in the mail. */
export type Wish = {
  choices: Partial<ChoicesDraft>
  /** The exams of it that were refused, one entry each: the same software is wished for. */
  refused: readonly MyEntry[]
}

/** What such a link asks for; nothing when it is no such link. What the catalogue does not have is as if not chosen. */
export function wishOf(query: URLSearchParams, requests: readonly MyRequest[]): Wish {
  const [sessionId, examIds] = [query.get('session'), query.getAll('epreuve')]
  if (!sessionId || examIds.length === 0) return { choices: {}, refused: [] }
  const refused = requests.flatMap(({ entries }) => entries.filter(({ status }) => status === 'refused'))
  return {
    choices: {
      ...{ sessionId, examIds },
      ...{ department: query.get('departement') ?? '', centreId: query.get('centre') ?? '' },
    },
    // The latest request comes first.
    refused: examIds.flatMap((id) => refused.find(({ examId }) => examId === id) ?? []),
  }
}

/** What the centre offers for the refused exams with the software that each had, in whichever order it is named. */
export function wishedOfferings(centre: FoundCentre | null, { refused }: Pick<Wish, 'refused'>): OfferedExam[] {
  return refused.flatMap((entry) => {
    const wished = sameText(entry.softwareNames)
    const there = centre?.offered.filter(({ examId }) => examId === entry.examId) ?? []
    return there.find(({ softwareNames }) => sameText(softwareNames) === wished) ?? []
  })
}

/** The same choices with that software, of exams for which none was chosen. */
export function withWishedSoftware(draft: ChoicesDraft, centre: FoundCentre | null, wish: Wish): ChoicesDraft {
  const wished = wishedOfferings(centre, wish).map(({ examId, offeringId }) => [examId, offeringId] as const)
  return { ...draft, offerings: { ...Object.fromEntries(wished), ...draft.offerings } }
}

function sameText(names: readonly string[]): string {
  return names.toSorted().join('\n')
}
