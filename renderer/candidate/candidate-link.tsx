import { CANDIDATE } from '../../text/screens/candidate.ts'
import { useOffice } from '../frame/office.tsx'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'

/** A candidate's name, which opens their page over whatever is there; O does, from the line that has the focus. */
export function CandidateLink({ candidateId, name }: { candidateId: string; name: string }) {
  const { openCandidate } = useOffice()
  return (
    <button
      type="button"
      className="candidate-link"
      data-candidate={candidateId}
      title={CANDIDATE.openOf(name)}
      aria-keyshortcuts="O"
      onClick={() => openCandidate(candidateId)}
    >
      {name}
    </button>
  )
}

/** The O of screens that have none of their own: the person of the line, the card or the file in which the focus is. */
export function NearestCandidateKey() {
  const { openCandidate } = useOffice()
  useShortcuts([
    {
      ...{ keys: 'o', words: CANDIDATE.openKey, group: CANDIDATE.group },
      run: () => {
        const around = document.activeElement?.closest('tr, article, aside, li')
        const id = around?.querySelector<HTMLElement>('[data-candidate]')?.dataset.candidate
        if (id) openCandidate(id)
      },
    },
  ])
  return null
}
