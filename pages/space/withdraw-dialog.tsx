import { useState } from 'react'
import { DoneAnswer, type MyEntry } from '../../contract/candidate-pages.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { WITHDRAW } from '../../text/pages/space.ts'
import { ask, type Failure } from '../api.ts'
import { Trouble } from '../frame/trouble.tsx'
import { queryClient } from '../queries.ts'

/** Withdrawing cannot be undone: what it changes is said before, in the state the exam is in. */
export function WithdrawDialog({ entry, onClose }: { entry: MyEntry; onClose: () => void }) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const withdraw = async () => {
    setBusy(true)
    setFailure(null)
    const answer = await ask('me/withdraw', DoneAnswer, { entryId: entry.id })
    setBusy(false)
    // Also when it was refused: what is on the screen is no longer what HQ knows.
    void queryClient.invalidateQueries({ queryKey: ['me'] })
    if (answer.done) onClose()
    else setFailure(answer.failure)
  }
  return (
    <Dialog
      title={WITHDRAW.title(entry.examCode)}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{WITHDRAW.keep}</Button>
          <Button tone="danger" busy={busy} onPress={() => void withdraw()}>
            {busy ? WITHDRAW.busy : WITHDRAW.now}
          </Button>
        </>
      }
    >
      <p>{entry.status === 'prevalidated' ? WITHDRAW.prevalidated : WITHDRAW.requested}</p>
      {entry.paidAmount > 0 ? <p>{WITHDRAW.paid}</p> : null}
      <p>{WITHDRAW.forGood}</p>
      <p className="muted">{WITHDRAW.others}</p>
      {failure ? <Trouble failure={failure} /> : null}
    </Dialog>
  )
}
