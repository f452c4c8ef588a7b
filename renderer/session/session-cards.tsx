import type { IconName } from '../../kit/icons.tsx'
import { StatusTag, type Tone } from '../../kit/status-tag.tsx'
import { SESSION, type SessionStage, STAGE_WORDS } from '../../text/screens/session.ts'
import { useOffice } from '../frame/office.tsx'
import { sessionStage } from './session-stage.ts'

const LOOKS: Readonly<Record<SessionStage, { tone: Tone; icon: IconName }>> = {
  ahead: { tone: 'calm', icon: 'clock' },
  open: { tone: 'go', icon: 'check' },
  closed: { tone: 'wait', icon: 'clock' },
  held: { tone: 'due', icon: 'session' },
  over: { tone: 'calm', icon: 'check' },
}

/** The sessions there are, the nearest to come first; one is shown by every screen. */
export function SessionCards() {
  const { desk, session, chooseSession } = useOffice()
  return (
    <ul className="session-cards" aria-label={SESSION.choose}>
      {desk.sessions
        .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
        .map((one) => {
          const exams = desk.exams.filter(({ sessionId }) => sessionId === one.id)
          const stage = sessionStage(one, exams, desk)
          const shown = one.id === session.id
          return (
            <li key={one.id}>
              <button
                type="button"
                className="card session-card"
                aria-current={shown ? 'true' : undefined}
                onClick={() => chooseSession(one.id)}
              >
                <b>{one.label}</b>
                <span className="sub">{SESSION.span(one.startsOn, one.endsOn)}</span>
                <StatusTag {...LOOKS[stage]}>{STAGE_WORDS[stage]}</StatusTag>
                {shown ? <span className="sub shown">{SESSION.shown}</span> : null}
              </button>
            </li>
          )
        })}
    </ul>
  )
}
