import { useState } from 'react'
import type { DeskState } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { Progress } from '../../kit/progress.tsx'
import { FIRST_SYNC, sayShare } from '../../text/screens/first-sync.ts'
import { RESCUE } from '../../text/screens/rescue.ts'
import { START, sayStartTrouble } from '../../text/screens/start.ts'
import { RescueDialog } from '../exchanges/rescue-dialog.tsx'
import { StartCard } from './start-card.tsx'
import { StartTrouble } from './start-trouble.tsx'

/** The centre's rows are on their way; what is received is kept if it stops. */
export function FirstSync({ desk }: { desk: DeskState }) {
  const { firstSync, trouble } = desk.freshness
  const [rescuing, setRescuing] = useState(false)
  return (
    <StartCard place={desk.centre?.name ?? START.welcome} title={FIRST_SYNC.title} text={START.firstSyncText}>
      <div className="progress-said">
        <Progress label={START.firstSyncProgress} done={firstSync?.done ?? 0} total={firstSync?.total ?? 0} />
        <span className="sub">{firstSync ? sayShare(firstSync) : FIRST_SYNC.waiting}</span>
      </div>
      {trouble ? (
        <>
          <StartTrouble {...sayStartTrouble(trouble, 'first-sync')} retry />
          <Button tone="quiet" onPress={() => setRescuing(true)}>
            {RESCUE.open}
          </Button>
        </>
      ) : null}
      {rescuing ? <RescueDialog desk={desk} onClose={() => setRescuing(false)} /> : null}
    </StartCard>
  )
}
