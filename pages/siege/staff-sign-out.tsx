import { useState } from 'react'
import { DoneAnswer } from '../../contract/candidate-pages.ts'
import { Button } from '../../kit/button.tsx'
import { STAFF } from '../../text/pages/siege.ts'
import { go } from '../address.ts'
import { ask, type Failure } from '../api.ts'
import { Trouble } from '../frame/trouble.tsx'
import { queryClient } from '../queries.ts'
import { SIGN_IN_PATH } from './staff-paths.ts'
import { STAFF_KEY } from './staff-queries.ts'

/** Ends the session here and at HQ; nothing of what was read stays in the page. */
export function StaffSignOut({ name }: { name: string }) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const signOut = async () => {
    setBusy(true)
    const answer = await ask('siege/sign-out', DoneAnswer, {})
    setBusy(false)
    if (!answer.done) return setFailure(answer.failure)
    go(SIGN_IN_PATH)
    await queryClient.resetQueries({ queryKey: [STAFF_KEY] })
  }
  return (
    <div className="staff-ways">
      <span>{STAFF.as(name)}</span>
      <Button small busy={busy} onPress={() => void signOut()}>
        {busy ? STAFF.signingOut : STAFF.signOut}
      </Button>
      {failure ? <Trouble failure={failure} /> : null}
    </div>
  )
}
