import type { MyEntry, OtherCentre } from '../../contract/candidate-pages.ts'
import { SPACE } from '../../text/pages/space.ts'
import { PageLink } from '../frame/page-link.tsx'

/** Where a refused exam can be asked for instead, each with a link to the form, filled in. */
export function ElsewhereList({ entry, sessionId }: { entry: MyEntry; sessionId: string }) {
  const { examId, otherCentres } = entry
  if (otherCentres.length === 0 && entry.status !== 'refused') return null
  if (otherCentres.length === 0)
    return (
      <p>
        <PageLink to="/espace?ajout=nouvelle">{SPACE.ask}</PageLink>
      </p>
    )
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
