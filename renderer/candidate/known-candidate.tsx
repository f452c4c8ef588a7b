import type { RequestRow } from '../../contract/desk.ts'
import type { CandidateName } from '../../contract/desk-candidate.ts'
import { fullName } from '../../domain/candidate.ts'
import { bornOnWords } from '../../text/people.ts'
import { queryClient } from '../api.ts'
import type { Found } from '../search/use-search.ts'
import { Loading } from '../ui/empty-state.tsx'

type Known = Pick<CandidateName, 'id' | 'birthName' | 'usageName' | 'firstNames' | 'sex' | 'bornOn' | 'phone'>

/** While the page is being read: who it is, as far as what is on the screen already tells. */
export function KnownCandidate({ candidateId }: { candidateId: string }) {
  const known = findKnown(candidateId)
  if (!known) return <Loading />
  return (
    <header className="card caller" aria-busy="true">
      <div className="who-calls">
        <h1 tabIndex={-1}>{fullName(known)}</h1>
        <p className="muted">{bornOnWords(known)}</p>
      </div>
      <div className="reach">
        <p className="phone">
          <b>{known.phone}</b>
        </p>
      </div>
    </header>
  )
}

/** Among the rows that were read last: the list one comes from, or the search. */
function findKnown(candidateId: string): Known | null {
  for (const [key, data] of queryClient.getQueriesData({})) {
    const people = data === undefined ? [] : peopleIn(String(key[0]), data)
    const known = people.find(({ id }) => id === candidateId)
    if (known) return known
  }
  return null
}

function peopleIn(name: string, data: unknown): Known[] {
  if (name === 'search.find') return (data as Found).answer.candidates.map(({ candidate }) => candidate)
  if (name === 'request.page') return (data as { rows: RequestRow[] }).rows.map(({ candidate }) => candidate)
  return name === 'request.rows' ? (data as RequestRow[]).map(({ candidate }) => candidate) : []
}
