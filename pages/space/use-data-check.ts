import { useState } from 'react'
import { DoneAnswer, type MeAnswer } from '../../contract/candidate-pages.ts'
import { ask, type Failure } from '../api.ts'
import { queryClient } from '../queries.ts'

/** Says that the data shown are right, for all requests of that session at that centre. */
export function useDataCheck({ identity }: MeAnswer, requestId: string) {
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const confirm = async () => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const answer = await ask('me/data-check', DoneAnswer, { requestId, identity })
    setBusy(false)
    if (answer.done) setDone(true)
    else setFailure(answer.failure)
    // Also when it was refused: what is on the screen is no longer what HQ holds.
    void queryClient.invalidateQueries({ queryKey: ['me'] })
  }
  return { busy, done, failure, confirm: () => void confirm() }
}
