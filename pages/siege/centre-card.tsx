import { useState } from 'react'
import { DoneAnswer } from '../../contract/candidate-pages.ts'
import { type CentreDevices, NewCodeAnswer } from '../../contract/staff-pages.ts'
import type { Instant } from '../../domain/time.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { DEVICES, STAFF } from '../../text/pages/siege.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { DeviceLine } from './device-line.tsx'
import { sayMoment } from './say-moment.ts'
import type { Acting } from './use-act.ts'

type CentreCardProps = { centre: CentreDevices; now: Instant; acting: Acting }

/** A centre, its PCs, and the codes that let one more in. */
export function CentreCard({ centre, now, acting }: CentreCardProps) {
  const [given, setGiven] = useState<NewCodeAnswer | null>(null)
  const [withdrawing, setWithdrawing] = useState(false)
  const { id: centreId, devices, unusedCodes } = centre
  const title = `${centre.name}, ${centre.town}`
  const issue = async () =>
    setGiven(await acting.act('codes/issue', NewCodeAnswer, { body: { centreId }, say: () => DEVICES.codeGiven }))
  const withdraw = async () => {
    await acting.act('codes/withdraw', DoneAnswer, { body: { centreId }, say: () => DEVICES.withdrawn })
    setWithdrawing(false)
  }
  return (
    <section className="card" aria-label={title}>
      <header className="pad staff-ways staff-head">
        <h2>
          {title} <span className="muted">({centre.code})</span>
        </h2>
        <Button label={DEVICES.issueLabel(title)} busy={acting.busy} onPress={() => void issue()}>
          {DEVICES.issue}
        </Button>
      </header>
      {unusedCodes > 0 ? (
        <div className="pad staff-ways staff-head">
          <p>{DEVICES.unused(unusedCodes)}</p>
          <Button small label={DEVICES.withdrawLabel(unusedCodes, title)} onPress={() => setWithdrawing(true)}>
            {DEVICES.withdraw(unusedCodes)}
          </Button>
        </div>
      ) : null}
      {devices.length === 0 ? <p className="pad muted">{DEVICES.noDevice}</p> : null}
      <ul>
        {devices.map((device) => (
          <DeviceLine key={device.id} device={device} now={now} acting={acting} />
        ))}
      </ul>
      {given ? <GivenCode title={title} given={given} now={now} onClose={() => setGiven(null)} /> : null}
      {withdrawing ? (
        <ConfirmDialog
          title={DEVICES.withdrawDialog.title(unusedCodes, title)}
          lines={DEVICES.withdrawDialog.lines(unusedCodes)}
          confirm={DEVICES.withdraw(unusedCodes)}
          danger
          busy={acting.busy}
          onConfirm={() => void withdraw()}
          onClose={() => setWithdrawing(false)}
        />
      ) : null}
    </section>
  )
}

type GivenCodeProps = { title: string; given: NewCodeAnswer; now: Instant; onClose: () => void }

/** The only time that it is shown. */
function GivenCode({ title, given, now, onClose }: GivenCodeProps) {
  return (
    <Dialog
      title={DEVICES.codeTitle(title)}
      onClose={onClose}
      footer={
        <Button tone="primary" onPress={onClose}>
          {STAFF.close}
        </Button>
      }
    >
      <p className="given-code">{given.code}</p>
      <p>{DEVICES.codeOnce}</p>
      <p>{DEVICES.codeUntil(sayMoment(given.expiresAt, now))}</p>
    </Dialog>
  )
}
