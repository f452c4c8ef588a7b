import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { TROUBLE } from '../../text/screens/frame.ts'
import { START } from '../../text/screens/start.ts'
import { api, readAgain } from '../api.ts'

type StartTroubleProps = {
  title: string
  advice: string
  /** Whether an exchange could put it right: what the person typed is not sent again by it. */
  retry?: boolean
}

/** What stopped this PC on its way to the first screen, and the button to try again. */
export function StartTrouble({ title, advice, retry }: StartTroubleProps) {
  const [busy, setBusy] = useState(false)
  const tryAgain = async () => {
    setBusy(true)
    // An answer that is a trouble comes back as freshness; a thrown bug leaves the sentence above as it is.
    await api.call('sync.now', {}).catch(() => {})
    readAgain()
    setBusy(false)
  }
  return (
    <>
      <div role="alert">
        <Notice tone="stop" icon="alert">
          <b>{title}</b>
          <br />
          {advice}
        </Notice>
      </div>
      {retry ? (
        <Button busy={busy} onPress={() => void tryAgain()}>
          {busy ? START.retrying : TROUBLE.retry}
        </Button>
      ) : null}
    </>
  )
}
