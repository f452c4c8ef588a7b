import { useQuery } from '@tanstack/react-query'
import type { SessionPoint, SessionPointName } from '../../contract/desk-session-check.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Icon } from '../../kit/icons.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { formatDayTimeFrom, formatMoney } from '../../text/format.ts'
import { FRAME } from '../../text/screens/frame.ts'
import { SESSION_CHECK, SESSION_WAYS_OUT, sayPoint } from '../../text/screens/session-check.ts'
import { api } from '../api.ts'
import { type Screen, useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'

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
  const { data, isError, isFetching, refetch } = useQuery({
    queryKey: ['session.check', session.id],
    queryFn: () => api.call('session.check', { sessionId: session.id }),
    gcTime: 0,
  })
  const { toTransmit } = desk.freshness
  return (
    <Dialog
      wide
      title={SESSION_CHECK.title}
      help={<HelpButton page="sessions-et-seances" />}
      onClose={onClose}
      footer={
        <>
          <p role="status">
            {isFetching
              ? SESSION_CHECK.checking
              : data
                ? SESSION_CHECK.checkedAt(formatDayTimeFrom(data.checkedAt, desk.now, desk.centre.timeZone))
                : null}
          </p>
          <Button busy={isFetching} onPress={() => void refetch()}>
            {SESSION_CHECK.again}
          </Button>
          <Button tone="primary" onPress={onClose}>
            {SESSION_CHECK.close}
          </Button>
        </>
      }
    >
      <p className="muted">{SESSION_CHECK.what}</p>
      {isError ? (
        <Notice tone="stop" icon="alert">
          {SESSION_CHECK.failed}
        </Notice>
      ) : null}
      {data?.points.length === 0 ? (
        <p className="ok">
          <Icon name="check" size={14} /> {SESSION_CHECK.holds}
        </p>
      ) : null}
      {data?.points.map((point) => (
        <Point key={point.name} point={point} currency={data.currency} leave={onClose} />
      ))}
      {toTransmit > 0 ? <p className="sub">{SESSION_CHECK.unsent(toTransmit)}</p> : null}
    </Dialog>
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
