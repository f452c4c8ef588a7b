import { useCallback, useMemo, useState } from 'react'
import { isOneOf, isText, orNull } from '../../kit/accepts.ts'
import { useKept } from '../../kit/kept.ts'
import type { Reminded } from '../../text/letters/reminder-letter.ts'
import { readAhead, useRows } from '../api.ts'
import { OPEN_REQUEST } from '../requests/kept-keys.ts'
import { type ChosenFilters, FIRST_FILTERS, isChosenFilters } from '../requests/list-look.ts'
import { useRecent } from '../search/recent.ts'
import { OFFERING_SHOWN } from '../seats/kept-keys.ts'
import { type Office, type ReadyDesk, SCREENS, type Screen } from './office.tsx'
import { currentSession } from './session-window.ts'

/** For who has never worked here; afterwards everyone starts where they left. */
const FIRST_SCREEN: Screen = 'today'
const isScreen = isOneOf(...SCREENS)
const isSession = orNull(isText)

/** Where the person is and what is open around every screen; `office` is null while HQ has published no session. */
export function useOfficeState(desk: ReadyDesk) {
  const [screen, setScreen] = useKept<Screen>('screen', FIRST_SCREEN, isScreen)
  const [sessionId, setSessionId] = useKept<string | null>('session', null, isSession)
  const [, setOpenRequest] = useKept<string | null>(OPEN_REQUEST, null)
  const [, setFilters] = useKept<ChosenFilters>('requests.filters', FIRST_FILTERS, isChosenFilters)
  const [, setTyped] = useKept('requests.text', '')
  const [, showOffering] = useKept<string | null>(OFFERING_SHOWN, null)
  const [rescuing, setRescuing] = useState(false)
  const [reminded, setReminded] = useState<readonly Reminded[]>([])
  const [candidate, setCandidate] = useState<string | null>(null)
  const { remember } = useRecent()
  // Whatever leads to a screen leaves the candidate's page that lies over the one before.
  const go = useCallback(
    (to: Screen) => {
      setCandidate(null)
      setScreen(to)
    },
    [setScreen],
  )
  const closeCandidate = useCallback(() => setCandidate(null), [])
  const session = desk.sessions.find(({ id }) => id === sessionId) ?? currentSession(desk.sessions, desk)
  const counts = useRows('desk.counts', session ? { sessionId: session.id } : null).data ?? null
  const office = useMemo<Office | null>(() => {
    if (!session) return null
    const openRequest: Office['openRequest'] = (requestId, sessionId) => {
      if (sessionId) setSessionId(sessionId)
      setOpenRequest(requestId)
      go('requests')
    }
    return {
      desk,
      session,
      chooseSession: setSessionId,
      openRequest,
      openRequests: (filters) => {
        setFilters({ ...FIRST_FILTERS, ...filters })
        setTyped('')
        setOpenRequest(null)
        go('requests')
      },
      openCandidate: (id) => {
        readAhead('candidate.file', { candidateId: id, sessionId: session.id })
        remember(id)
        setCandidate(id)
      },
      openOffering: ({ id, sessionId }) => {
        setSessionId(sessionId)
        showOffering(id)
        go('seats')
      },
      showReminders: setReminded,
      go,
      openRescue: () => setRescuing(true),
    }
  }, [desk, session, go, remember, setSessionId, setOpenRequest, setFilters, setTyped, showOffering])
  return {
    office,
    session,
    screen,
    go,
    candidate,
    closeCandidate,
    chooseSession: setSessionId,
    counts,
    rescuing,
    setRescuing,
    reminded,
    setReminded,
  }
}
