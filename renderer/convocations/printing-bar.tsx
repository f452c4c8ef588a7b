import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Progress } from '../../kit/progress.tsx'
import { CONVOCATIONS } from '../../text/screens/convocations.ts'
import { api } from '../api.ts'
import type { ConvocationProgress } from './convocation-progress.ts'

/** « 120 sur 400 », and the way to give up: what is done stands. */
export function PrintingBar({ progress }: { progress: ConvocationProgress }) {
  const [stopping, setStopping] = useState(false)
  const stop = () => {
    setStopping(true)
    // It ends by itself all the same: the answer of the printing tells.
    void api.call('printing.stop', {}).catch(() => setStopping(false))
  }
  return (
    <div className="printing">
      <Progress label={CONVOCATIONS.progress} {...progress} />
      <span className="sub">{CONVOCATIONS.share(progress)}</span>
      <Button small busy={stopping} onPress={stop}>
        {stopping ? CONVOCATIONS.stopping : CONVOCATIONS.stop}
      </Button>
    </div>
  )
}
