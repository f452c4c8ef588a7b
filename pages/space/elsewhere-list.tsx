import type { MyEntry, OtherCentre } from '../../contract/candidate-pages.ts'
import { SPACE } from '../../text/pages/space.ts'
import { PageLink } from '../frame/page-link.tsx'
import type { ChoicesDraft } from '../register/draft.ts'

/** Where a refused exam can be asked for instead, each with a link to the form, filled in. */
export function ElsewhereList({ entry, sessionId }: { entry: MyEntry; sessionId: string }) {
  const { examId, otherCentres } = entry
  if (otherCentres.length === 0) return null
  return (
    <div className="stack">
      <p>{SPACE.elsewhere(otherCentres.length)}</p>
      <ul className="bullets">
        {otherCentres.map((centre) => (
          <li key={centre.id}>
            <PageLink to={addressOf(sessionId, examId, centre)}>{SPACE.elsewhereAt(centre.name, centre.town)}</PageLink>
          </li>
        ))}
      </ul>
    </div>
  )
}

function addressOf(sessionId: string, examId: string, { id, department }: OtherCentre): string {
  const wish = { ajout: 'nouvelle', session: sessionId, epreuve: examId, departement: department, centre: id }
  return `/espace?${new URLSearchParams(wish)}`
}

/** What such a link asks for; nothing when it is no such link. What the catalogue does not have is as if not chosen. */
export function wishOf(query: URLSearchParams): Partial<ChoicesDraft> {
  const [sessionId, examId] = [query.get('session'), query.get('epreuve')]
  if (!sessionId || !examId) return {}
  return {
    ...{ sessionId, examIds: [examId] },
    ...{ department: query.get('departement') ?? '', centreId: query.get('centre') ?? '' },
  }
}
