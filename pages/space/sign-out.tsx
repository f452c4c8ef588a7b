import { useState } from 'react'
import { DoneAnswer } from '../../contract/candidate-pages.ts'
import { Button } from '../../kit/button.tsx'
import { SPACE } from '../../text/pages/space.ts'
import { go } from '../address.ts'
import { ask, type Failure } from '../api.ts'
import { Trouble } from '../frame/trouble.tsx'
import { queryClient } from '../queries.ts'

/** Ends the session here and at HQ; nothing of the person stays in the page. */
export function SignOut() {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const signOut = async () => {
    setBusy(true)
    const answer = await ask('sign-out', DoneAnswer, {})
    setBusy(false)
    if (!answer.done && answer.failure.code !== 'not-signed-in') return setFailure(answer.failure)
    go('/')
    queryClient.removeQueries({ queryKey: ['me'] })
  }
  return (
    <div className="stack">
      {failure ? <Trouble failure={failure} /> : null}
      <div>
        <Button busy={busy} onPress={() => void signOut()}>
          {busy ? SPACE.signingOut : SPACE.signOut}
        </Button>
      </div>
    </div>
  )
}
