import { useState } from 'react'
import type { Today } from '../../contract/desk-today.ts'
import { sayToday, sayWork } from '../../text/screens/today.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { ErrorState, Loading } from '../ui/empty-state.tsx'
import { NothingWaits } from './nothing-waits.tsx'
import { DatesPanel, FilesPanel, SeatsPanel } from './side-panels.tsx'
import { type Asked, TodayDialog } from './today-dialog.tsx'
import { LinesProvider, useLines } from './use-lines.ts'
import { usePointerNear } from './use-steady.ts'
import { useTodayRows } from './use-today-rows.ts'
import { WaitingSections } from './waiting-sections.tsx'

/** Aujourd'hui: what waits for somebody, in the order in which to do it; one key acts, one goes to the file. */
export function TodayScreen() {
  const { session } = useOffice()
  const today = useRows('today.read', { sessionId: session.id })
  if (today.isError) return <ErrorState retry={() => void today.refetch()} />
  if (!today.data) return <Loading />
  return <TodayPage key={session.id} today={today.data} />
}

function TodayPage({ today }: { today: Today }) {
  const { near, listeners } = usePointerNear()
  const [asked, setAsked] = useState<Asked | null>(null)
  const rows = useTodayRows(today, near)
  const { lines, onKeyDown } = useLines(rows.keys)
  const { reviews, deadlines, bounced, voided, requests, identities, dataCheck } = today
  const work = {
    reviews: reviews.total + reviews.unread,
    deadlines: deadlines.total + bounced.total + voided.total,
    requests: requests.total,
  }
  return (
    <LinesProvider value={lines}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and pointer are only listened to on their way from the lines */}
      <div className="today" onKeyDown={onKeyDown}>
        <div className="head">
          <h1>{sayToday(today.on)}</h1>
          <HelpButton page="aujourd-hui" />
          {today.hasRequests || today.waiting > 0 ? <p>{sayWork(work)}</p> : null}
        </div>
        <div className="today-columns" {...listeners}>
          <div className="today-list">
            {today.waiting === 0 ? <NothingWaits today={today} /> : null}
            <WaitingSections today={today} rows={rows} ask={setAsked} />
          </div>
          <div className="today-side">
            {rows.seats.length > 0 ? <SeatsPanel seats={rows.seats} /> : null}
            <DatesPanel dates={today.dates} on={today.on} />
            <FilesPanel rows={rows} total={identities.total} dataCheck={dataCheck} />
          </div>
        </div>
      </div>
      {asked ? <TodayDialog asked={asked} close={() => setAsked(null)} /> : null}
    </LinesProvider>
  )
}
