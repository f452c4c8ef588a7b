import { useMemo, useState } from 'react'
import { useKept } from '../../kit/kept.ts'
import { FRAME } from '../../text/screens/frame.ts'
import { useRows } from '../api.ts'
import { ExchangesScreen } from '../exchanges/exchanges-screen.tsx'
import { RescueDialog } from '../exchanges/rescue-dialog.tsx'
import { PapersScreen } from '../papers/papers-screen.tsx'
import { PaymentsScreen } from '../payments/payments-screen.tsx'
import { OPEN_REQUEST } from '../requests/kept-keys.ts'
import { RequestsScreen } from '../requests/requests-screen.tsx'
import { ReviewScreen } from '../review/review-screen.tsx'
import { OFFERING_SHOWN } from '../seats/kept-keys.ts'
import { SeatsScreen } from '../seats/seats-screen.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Bands } from './bands.tsx'
import { type Office, OfficeProvider, type ReadyDesk, type Screen } from './office.tsx'
import { Rail } from './rail.tsx'
import { currentSession } from './session-window.ts'
import { TopBar } from './top-bar.tsx'

const SCREEN_VIEWS: Readonly<Record<Screen, () => React.JSX.Element>> = {
  requests: RequestsScreen,
  seats: SeatsScreen,
  payments: PaymentsScreen,
  papers: PapersScreen,
  review: ReviewScreen,
  exchanges: ExchangesScreen,
}

/** What stays around every screen: the rail, the top bar, the session chosen. */
export function Frame({ desk }: { desk: ReadyDesk }) {
  const [screen, setScreen] = useKept<Screen>('screen', 'requests')
  const [sessionId, setSessionId] = useKept<string | null>('session', null)
  const [search, setSearch] = useKept('search', '')
  const [, setOpenRequest] = useKept<string | null>(OPEN_REQUEST, null)
  const [, showOffering] = useKept<string | null>(OFFERING_SHOWN, null)
  const [rescuing, setRescuing] = useState(false)
  const session = desk.sessions.find(({ id }) => id === sessionId) ?? currentSession(desk.sessions, desk)
  const requests = useRows('request.list', session ? { sessionId: session.id } : null)
  const waiting =
    requests.data?.filter(({ entries }) => entries.some(({ status }) => status === 'requested')).length ?? 0
  const office = useMemo<Office | null>(
    () =>
      session && {
        desk,
        session,
        search,
        setSearch: (text) => {
          setSearch(text)
          // The search field finds candidates: typing in it brings their list.
          if (text) setScreen('requests')
        },
        openRequest: (requestId, sessionId) => {
          if (sessionId) setSessionId(sessionId)
          setSearch('')
          setOpenRequest(requestId)
          setScreen('requests')
        },
        openOffering: ({ id, sessionId }) => {
          setSessionId(sessionId)
          showOffering(id)
          setScreen('seats')
        },
        go: setScreen,
        openRescue: () => setRescuing(true),
      },
    [desk, session, search, setSearch, setScreen, setSessionId, setOpenRequest, showOffering],
  )
  const View = SCREEN_VIEWS[screen]
  return (
    <div className="app">
      <button type="button" className="skip" onClick={focusContent}>
        {FRAME.skipToContent}
      </button>
      <Rail desk={desk} screen={screen} waiting={waiting} go={setScreen} openRescue={() => setRescuing(true)} />
      <TopBar
        desk={desk}
        session={session}
        search={search}
        setSearch={office?.setSearch}
        chooseSession={setSessionId}
      />
      <Bands freshness={desk.freshness} timeZone={desk.centre.timeZone} />
      <main id="content" tabIndex={-1}>
        {office ? (
          <OfficeProvider value={office}>
            <View />
          </OfficeProvider>
        ) : (
          <EmptyState icon="requests" title={FRAME.noSessionTitle} text={FRAME.noSessionText} />
        )}
      </main>
      {rescuing ? <RescueDialog desk={desk} onClose={() => setRescuing(false)} /> : null}
    </div>
  )
}

function focusContent(): void {
  document.getElementById('content')?.focus()
}
