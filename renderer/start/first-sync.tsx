import { ProgressBar } from 'react-aria-components'
import type { DeskState } from '../../contract/desk.ts'
import { TROUBLE_SENTENCES } from '../../text/fr.ts'
import { FRAME } from '../../text/screens/frame.ts'
import { START } from '../../text/screens/start.ts'
import { api } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/status-tag.tsx'
import { StartCard } from './start-card.tsx'

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
      {trouble ? (
        <div role="alert">
          <Notice tone="due" icon="alert">
            <b>{TROUBLE_SENTENCES[trouble].title}</b>
            <br />
            {TROUBLE_SENTENCES[trouble].advice}
          </Notice>
        </div>
      ) : null}
      {/* An answer that is a trouble comes back as freshness; a thrown bug leaves the sentence above as it is. */}
      {trouble ? (
        <Button onPress={() => void api.call('sync.now', {}).catch(() => {})}>{FRAME.exchangeNow}</Button>
      ) : null}
    </StartCard>
  )
}
