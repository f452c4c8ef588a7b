import type { Freshness, Notice } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { Icon, type IconName } from '../../kit/icons.tsx'
import { Progress } from '../../kit/progress.tsx'
import type { Tone } from '../../kit/status-tag.tsx'
import { formatDayTime } from '../../text/format.ts'
import { NOTICES, sayClock, sayNotice } from '../../text/notices.ts'
import { sayFirstSync } from '../../text/screens/first-sync.ts'
import { TROUBLE } from '../../text/screens/frame.ts'
import { START } from '../../text/screens/start.ts'
import { api, readAgain } from '../api.ts'
import { useToast } from '../ui/toast.tsx'

type BandsProps = { freshness: Freshness; timeZone: string }

/** What anyone who works at this PC should know first, above every screen, one band each. */
export function Bands({ freshness, timeZone }: BandsProps) {
  const { firstSync, seriesAwaited, notices, trouble } = freshness
  const clock = sayClock(freshness)
  return (
    <section className="bands" aria-label={NOTICES.region}>
      {firstSync ? (
        <Band tone="accent" icon="exchanges">
          <span>{sayFirstSync(firstSync, trouble !== null)}</span>
          <Progress label={START.firstSyncProgress} done={firstSync.done} total={firstSync.total} />
        </Band>
      ) : null}
      {clock ? (
        <Band tone="wait" icon="clock">
          {clock}
        </Band>
      ) : null}
      {seriesAwaited ? (
        <Band tone="wait" icon="payments">
          {NOTICES.seriesAwaited}
        </Band>
      ) : null}
      {notices.map((notice) => (
        <NoticeBand key={notice.id} notice={notice} timeZone={timeZone} />
      ))}
    </section>
  )
}

function NoticeBand({ notice, timeZone }: { notice: Notice; timeZone: string }) {
  const say = useToast()
  const acknowledge = async () => {
    try {
      await api.call('notice.acknowledge', { noticeId: notice.id })
      readAgain()
    } catch {
      say(TROUBLE.notDone)
    }
  }
  return (
    <Band
      {...(notice.kind === 'repaired'
        ? ({ tone: 'go', icon: 'check' } as const)
        : ({ tone: 'wait', icon: 'review' } as const))}
    >
      <span>
        <b>{formatDayTime(notice.at, timeZone)}</b>
        {'\u00a0: '}
        {sayNotice(notice, (instant) => formatDayTime(instant, timeZone))}
      </span>
      <Button small onPress={() => void acknowledge()}>
        {NOTICES.understood}
      </Button>
    </Band>
  )
}

function Band({ tone, icon, children }: { tone: Tone | 'accent'; icon: IconName; children: React.ReactNode }) {
  return (
    <div className={`band ${tone}`} role="status">
      <Icon name={icon} size={15} />
      <div>{children}</div>
    </div>
  )
}
