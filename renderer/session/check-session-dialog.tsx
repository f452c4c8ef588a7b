import type { SessionPoint, SessionPointName } from '../../contract/desk-session-check.ts'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { formatMoney } from '../../text/format.ts'
import { FRAME } from '../../text/screens/frame.ts'
import { SESSION_CHECK, SESSION_WAYS_OUT, sayPoint } from '../../text/screens/session-check.ts'
import { type Screen, useOffice } from '../frame/office.tsx'
import { CheckDialog } from '../ui/check-dialog.tsx'

/** Where a point is looked at as a whole; its people open one by one. */
const SCREEN_OF: Partial<Readonly<Record<SessionPointName, Screen>>> = {
  'no-convocation': 'papers',
  'payment-without-receipt': 'payments',
  'receipt-without-payment': 'payments',
  credit: 'payments',
}

/** What of the session is not as it should be before papers are printed, each with its way out. */
export function CheckSessionDialog({ onClose }: { onClose: () => void }) {
  const { desk, session } = useOffice()
  const { toTransmit } = desk.freshness
  return (
    <CheckDialog
      wide
      name="session.check"
      input={{ sessionId: session.id }}
      words={SESSION_CHECK}
      help="sessions-et-seances"
      intro={<p className="muted">{SESSION_CHECK.what}</p>}
      outro={toTransmit > 0 ? <p className="sub">{SESSION_CHECK.unsent(toTransmit)}</p> : null}
      onClose={onClose}
    >
      {({ points, currency }) => (
        <>
          {points.length === 0 ? (
            <p className="ok">
              <Icon name="check" size={14} /> {SESSION_CHECK.holds}
            </p>
          ) : null}
          {points.map((point) => (
            <Point key={point.name} point={point} currency={currency} leave={onClose} />
          ))}
        </>
      )}
    </CheckDialog>
  )
}

type PointProps = { point: SessionPoint; currency: 'EUR' | 'XPF'; leave: () => void }

function Point({ point, currency, leave }: PointProps) {
  const { go, openRequest } = useOffice()
  const { name, rows, total } = point
  const screen = SCREEN_OF[name]
  const left = total - rows.length
  return (
    <section className="session-point">
      <h3>
        <Icon name="alert" size={15} /> {sayPoint(point, currency)}
      </h3>
      <p className="sub">
        {SESSION_WAYS_OUT[name]}{' '}
        {screen ? (
          <Button
            small
            tone="link"
            onPress={() => {
              leave()
              go(screen)
            }}
          >
            {FRAME[screen]}
          </Button>
        ) : null}
      </p>
      {rows.length > 0 ? (
        <ul>
          {rows.map(({ id, title, detail, amount, requestId }) => (
            <li key={id}>
              {requestId === null ? (
                <b>{title}</b>
              ) : (
                <Button
                  small
                  tone="link"
                  onPress={() => {
                    leave()
                    openRequest(requestId)
                  }}
                >
                  {title}
                </Button>
              )}{' '}
              {detail ? <span className="sub">{detail}</span> : null}
              {amount === null ? null : <span className="num"> {formatMoney(amount, currency)}</span>}
            </li>
          ))}
          {left > 0 && name !== 'no-sitting' ? <li className="sub">{SESSION_CHECK.more(left)}</li> : null}
        </ul>
      ) : null}
    </section>
  )
}
