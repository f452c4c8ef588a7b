import { useState } from 'react'
import { DoneAnswer, type MyEntry } from '../../contract/candidate-pages.ts'
import { Button } from '../../kit/button.tsx'
import { PROPOSED } from '../../text/pages/space.ts'
import { ask, type Failure } from '../api.ts'
import { Trouble } from '../frame/trouble.tsx'
import { queryClient } from '../queries.ts'

type ProposedSoftwareProps = { entry: MyEntry; proposed: NonNullable<MyEntry['proposed']> }

/** The centre proposes another software than the one asked for: nothing changes until the candidate says yes. */
export function ProposedSoftware({ entry, proposed }: ProposedSoftwareProps) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const names = proposed.softwareNames.length > 0 ? proposed.softwareNames.join(', ') : PROPOSED.noSoftware
  const accept = async () => {
    setBusy(true)
    setFailure(null)
    const body = { entryId: entry.id, offeringId: proposed.offeringId }
    const answer = await ask('me/accept-offering', DoneAnswer, body)
    setBusy(false)
    if (!answer.done) setFailure(answer.failure)
    // Also when it was refused: the proposal on the screen no longer stands.
    void queryClient.invalidateQueries({ queryKey: ['me'] })
  }
  return (
    <div className="next due">
      <p>{PROPOSED.text(names)}</p>
      <p>{PROPOSED.otherwise}</p>
      {failure ? <Trouble failure={failure} /> : null}
      <div>
        <Button tone="primary" busy={busy} label={PROPOSED.acceptLabel(entry.examCode)} onPress={() => void accept()}>
          {busy ? PROPOSED.busy : PROPOSED.accept}
        </Button>
      </div>
    </div>
  )
}
