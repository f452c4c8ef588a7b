import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { TROUBLE } from '../../text/screens/frame.ts'
import { SESSION } from '../../text/screens/session.ts'
import { SESSION_CHECK } from '../../text/screens/session-check.ts'
import { api, useRows } from '../api.ts'
import { AttendancePage } from '../attendance/attendance-page.tsx'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { HelpButton } from '../help/help-button.tsx'
import { ErrorState, Loading } from '../ui/empty-state.tsx'
import { useToast } from '../ui/toast.tsx'
import { CheckSessionDialog } from './check-session-dialog.tsx'
import { KeyDatesLine } from './key-dates-line.tsx'
import { MoneyCard } from './money-card.tsx'
import { ProgressFigure } from './progress-figure.tsx'
import { SessionCards } from './session-cards.tsx'
import { SittingsCard } from './sittings-card.tsx'

/** Session: which one, its dates, how far it has come, and when and where each offering is sat. */
export function SessionScreen() {
  const { desk, session } = useOffice()
  const offerings = useRows('offering.list', { sessionId: session.id })
  const sittings = useRows('sitting.list', { sessionId: session.id })
  const sum = useRows('session.sum', { sessionId: session.id })
  const [checking, setChecking] = useState(false)
  const [attended, setAttended] = useState<string | null>(null)
  const all = [offerings, sittings, sum]
  if (all.some(({ isError }) => isError)) return <ErrorState retry={() => all.forEach((one) => void one.refetch())} />
  if (!offerings.data || !sittings.data || !sum.data) return <Loading />
  const notAllowed = whyNotAllowed(desk, 'sitting.set')
  const sitting = sittings.data.find(({ id }) => id === attended)
  if (sitting) return <AttendancePage sitting={sitting} screen="session" close={() => setAttended(null)} />
  return (
    <div className="session">
      <div className="head">
        <h1>{SESSION.title}</h1>
        <HelpButton page="sessions-et-seances" />
        <p>{session.label}</p>
        <div className="end">
          <Button onPress={() => setChecking(true)}>
            <Icon name="check" size={15} />
            {SESSION_CHECK.open}
          </Button>
          <AgendaButton sessionId={session.id} />
        </div>
      </div>
      <SessionCards />
      <div className="session-state">
        <KeyDatesLine />
        <MoneyCard money={sum.data.money} />
      </div>
      <ProgressFigure offerings={offerings.data} sum={sum.data} />
      <SittingsCard
        offerings={offerings.data}
        sittings={sittings.data}
        notAllowed={notAllowed}
        onAttendance={setAttended}
      />
      {checking ? <CheckSessionDialog onClose={() => setChecking(false)} /> : null}
    </div>
  )
}

/** The dates as a file that any calendar reads. */
function AgendaButton({ sessionId }: { sessionId: string }) {
  const say = useToast()
  const save = async () => {
    try {
      const saved = await api.call('session.agenda', { sessionId })
      if (saved.ok) say(SESSION.agendaSaved(saved.path))
      else if (saved.code !== 'cancelled') say(SESSION.agendaFailed)
    } catch {
      say(TROUBLE.notDone)
    }
  }
  return (
    <>
      <span className="sub hint-end">{SESSION.agendaHint}</span>
      <Button onPress={() => void save()}>
        <Icon name="session" size={15} />
        {SESSION.agenda}
      </Button>
    </>
  )
}
