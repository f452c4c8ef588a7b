import { DoneAnswer } from '../../contract/candidate-pages.ts'
import type { NoCentreMessage } from '../../contract/staff-pages.ts'
import type { Instant } from '../../domain/time.ts'
import { Button } from '../../kit/button.tsx'
import { DEPARTMENT_NAMES } from '../../text/pages/departments.ts'
import { MESSAGES } from '../../text/pages/siege.ts'
import { sayMoment } from './say-moment.ts'
import { Section } from './section.tsx'
import { useMessages } from './staff-queries.ts'
import { type Acting, useAct } from './use-act.ts'

/** What somebody looked for in vain. */
export function MessagesScreen() {
  const query = useMessages()
  const acting = useAct()
  return (
    <Section title={MESSAGES.title} intro={MESSAGES.intro} query={query} outcome={acting.outcome}>
      {({ open, handled, now }) => (
        <>
          {open.length === 0 ? <p className="card pad">{MESSAGES.none}</p> : null}
          {open.length > 0 ? (
            <ul className="card">
              {open.map((message) => (
                <MessageLine key={message.id} message={message} now={now} acting={acting} />
              ))}
            </ul>
          ) : null}
          {handled.length > 0 ? (
            <section className="card" aria-labelledby="handled-title">
              <header className="pad staff-head">
                <h2 id="handled-title">{MESSAGES.handledTitle}</h2>
              </header>
              <ul>
                {handled.map((message) => (
                  <MessageLine key={message.id} message={message} now={now} acting={acting} />
                ))}
              </ul>
            </section>
          ) : null}
        </>
      )}
    </Section>
  )
}

function MessageLine({ message, now, acting }: { message: NoCentreMessage; now: Instant; acting: Acting }) {
  const { id: messageId, examCodes, sessionLabel, department, email, receivedAt, handled } = message
  const name = DEPARTMENT_NAMES[department]
  const received = sayMoment(receivedAt, now)
  const handle = () => acting.act('messages/handle', DoneAnswer, { body: { messageId }, say: () => MESSAGES.handled })
  return (
    <li className="pad staff-row">
      <div className="staff-lines">
        <strong>
          {examCodes.join(', ')}, {sessionLabel}
        </strong>
        <span>{MESSAGES.department(name ? `${department} (${name})` : department)}</span>
        <p className="as-written">{message.message.trim() || MESSAGES.noWords}</p>
        {email === null ? (
          <span className="muted">{MESSAGES.noEmail}</span>
        ) : (
          <span>
            <a className="page-link" href={`mailto:${encodeURIComponent(email)}`}>
              {email}
            </a>
          </span>
        )}
        <span className="muted">
          {handled ? MESSAGES.handledBy(handled.by, sayMoment(handled.at, now)) : MESSAGES.received(received)}
        </span>
      </div>
      {handled ? null : (
        <Button small label={MESSAGES.handleLabel(received)} busy={acting.busy} onPress={() => void handle()}>
          {MESSAGES.handle}
        </Button>
      )}
    </li>
  )
}
