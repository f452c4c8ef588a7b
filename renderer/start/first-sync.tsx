import { ProgressBar } from 'react-aria-components'
import type { DeskState } from '../../contract/desk.ts'
import { START, sayStartTrouble } from '../../text/screens/start.ts'
import { StartCard } from './start-card.tsx'
import { StartTrouble } from './start-trouble.tsx'

/** The centre's rows are on their way; what is received is kept if it stops. */
export function FirstSync({ desk }: { desk: DeskState }) {
  const { firstSync, trouble } = desk.freshness
  const share = firstSync && firstSync.total > 0 ? Math.min(100, (100 * firstSync.done) / firstSync.total) : 0
  return (
    <StartCard place={desk.centre?.name ?? START.welcome} title={START.firstSyncTitle} text={START.firstSyncText}>
      <ProgressBar aria-label={START.firstSyncProgress} value={share} className="progress">
        <div className="track">
          <i style={{ width: `${share}%` }} />
        </div>
        <span className="sub">
          {firstSync ? START.firstSyncCount(firstSync.done, firstSync.total) : START.firstSyncWaiting}
        </span>
      </ProgressBar>
      {trouble ? <StartTrouble {...sayStartTrouble(trouble, 'first-sync')} retry /> : null}
    </StartCard>
  )
}
