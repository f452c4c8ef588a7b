import { useState } from 'react'
import type { Freshness } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { TROUBLE_SENTENCES } from '../../text/fr.ts'
import { callsForRescue, FRAME, isUpToDate, sayFreshness, sayQuarantined, TROUBLE } from '../../text/screens/frame.ts'
import { RESCUE } from '../../text/screens/rescue.ts'
import { api, readAgain } from '../api.ts'
import { HelpButton } from '../help/help-button.tsx'
import { showUnread } from '../review/unread-section.tsx'
import { useToast } from '../ui/toast.tsx'
import type { Screen } from './office.tsx'

type FreshnessLineProps = {
  freshness: Freshness
  timeZone: string
  now: string
  go: (screen: Screen) => void
  openRescue: () => void
}

/** How fresh what is shown is, in words, and the button to exchange with HQ at once. */
export function FreshnessLine({ freshness, timeZone, now, go, openRescue }: FreshnessLineProps) {
  const say = useToast()
  const [asked, setAsked] = useState(false)
  const { title, text } = sayFreshness(freshness, now, timeZone)
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
          <span className={dotOf(freshness)} aria-hidden="true" />
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
        <Icon name="exchanges" size={14} />
        <span>{busy ? FRAME.exchanging : FRAME.exchangeNow}</span>
      </Button>{' '}
      <HelpButton page="a-jour-ou-pas" />
      {callsForRescue(freshness, now) ? (
        <Button tone="link" small onPress={openRescue}>
          <Icon name="file" size={14} />
          <span>{RESCUE.open}</span>
        </Button>
      ) : null}
    </div>
  )
}

/** Green only where « À jour » is written beside it. */
function dotOf(freshness: Freshness): string {
  if (freshness.trouble) return 'dot off'
  return isUpToDate(freshness) ? 'dot' : 'dot under-way'
}
