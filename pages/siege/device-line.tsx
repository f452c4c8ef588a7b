import { useState } from 'react'
import { DoneAnswer } from '../../contract/candidate-pages.ts'
import type { StaffDevice } from '../../contract/staff-pages.ts'
import type { Instant } from '../../domain/time.ts'
import { Button } from '../../kit/button.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { DEVICES } from '../../text/pages/siege.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { sayMoment } from './say-moment.ts'
import type { Acting } from './use-act.ts'

/** A PC of a centre; one that is in use may be shut out. */
export function DeviceLine({ device, now, acting }: { device: StaffDevice; now: Instant; acting: Acting }) {
  const [revoking, setRevoking] = useState(false)
  const { id: deviceId, name, series, appVersion, enrolledAt, contactAt, revokedAt, replacedAt } = device
  const revoke = async () => {
    await acting.act('devices/revoke', DoneAnswer, { body: { deviceId }, say: () => DEVICES.revokedDone(name) })
    setRevoking(false)
  }
  return (
    <li className="pad staff-row">
      <div className="staff-lines">
        <div className="ways start">
          <strong>{name}</strong>
          <State device={device} now={now} />
        </div>
        <span>
          {DEVICES.series(series)}, {DEVICES.version(appVersion)}
        </span>
        <span className="muted">
          {DEVICES.enrolled(sayMoment(enrolledAt, now))}.{' '}
          {contactAt === null ? DEVICES.noContact : DEVICES.contact(sayMoment(contactAt, now))}.
        </span>
      </div>
      {revokedAt === null && replacedAt === null ? (
        <Button small tone="danger" label={DEVICES.revokeLabel(name)} onPress={() => setRevoking(true)}>
          {DEVICES.revoke}
        </Button>
      ) : null}
      {revoking ? (
        <ConfirmDialog
          {...DEVICES.revokeDialog}
          title={DEVICES.revokeDialog.title(name)}
          danger
          busy={acting.busy}
          onConfirm={() => void revoke()}
          onClose={() => setRevoking(false)}
        />
      ) : null}
    </li>
  )
}

function State({ device: { revokedAt, replacedAt }, now }: { device: StaffDevice; now: Instant }) {
  if (revokedAt !== null)
    return (
      <StatusTag tone="stop" icon="cross">
        {DEVICES.revoked(sayMoment(revokedAt, now))}
      </StatusTag>
    )
  if (replacedAt !== null)
    return (
      <StatusTag tone="calm" icon="arrow">
        {DEVICES.replaced(sayMoment(replacedAt, now))}
      </StatusTag>
    )
  return (
    <StatusTag tone="go" icon="check">
      {DEVICES.working}
    </StatusTag>
  )
}
