import { useState } from 'react'
import type { Freshness } from '../../contract/desk.ts'
import { toLocalDate } from '../../domain/time.ts'
import { formatDayTime, formatTime } from '../../text/format.ts'
import { TROUBLE_SENTENCES } from '../../text/fr.ts'
import { FRAME, sayFreshness, sayQuarantined, TROUBLE } from '../../text/screens/frame.ts'
import { api, readAgain } from '../api.ts'
import { showUnread } from '../review/unread-section.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useToast } from '../ui/toast.tsx'
import type { Screen } from './office.tsx'

type FreshnessLineProps = { freshness: Freshness; timeZone: string; now: string; go: (screen: Screen) => void }

/** How fresh what is shown is, in words, and the button to exchange with HQ at once. */
export function FreshnessLine({ freshness, timeZone, now, go }: FreshnessLineProps) {
  const say = useToast()
  const [asked, setAsked] = useState(false)
  const today = toLocalDate(now, timeZone)
  const when = (instant: string) =>
    toLocalDate(instant, timeZone) === today ? formatTime(instant, timeZone) : formatDayTime(instant, timeZone)
  const { title, text } = sayFreshness(freshness, when)
  const busy = asked || freshness.syncing
  const exchange = async () => {
    if (busy) return
    setAsked(true)
    try {
      const answer = await api.call('sync.now', {})
      // Done well, the line above says so itself.
      if (!answer.ok) say(`${TROUBLE_SENTENCES[answer.code].title}. ${TROUBLE_SENTENCES[answer.code].advice}`)
      readAgain()
    } catch {
      say(TROUBLE.notDone)
    } finally {
      setAsked(false)
    }
  }
  return (
    <div className="fresh">
      <div role="status">
        <b>
          <span className={freshness.trouble ? 'dot off' : 'dot'} aria-hidden="true" />
          {title}
        </b>
        <p>{text}</p>
      </div>
      {freshness.quarantined > 0 ? (
        <div className="unread-link">
          <Button
            tone="link"
            small
            onPress={() => {
              go('review')
              showUnread()
            }}
          >
            <Icon name="alert" size={14} />
            <span>{sayQuarantined(freshness.quarantined)}</span>
          </Button>
        </div>
      ) : null}
      <Button tone="link" small onPress={() => void exchange()}>
        <Icon name="exchange" size={14} />
        <span>{busy ? FRAME.exchanging : FRAME.exchangeNow}</span>
      </Button>
    </div>
  )
}
