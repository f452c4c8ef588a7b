import { useEffect, useRef, useState } from 'react'
import type { MeAnswer } from '../../contract/candidate-pages.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { formatDateTime } from '../../text/format.ts'
import { CHECK } from '../../text/pages/data-check.ts'
import { IDENTITY } from '../../text/pages/space.ts'
import { AsPrinted } from './as-printed.tsx'
import { DataCheckTrouble } from './data-check-trouble.tsx'
import type { SessionCheck } from './data-checks.ts'
import { useDataCheck } from './use-data-check.ts'

/** Under the identity: since when it is found right, or a way to say so before the centre asks, read again before it counts. */
export function IdentityCheck({ me, check: { request, checkedAt, due } }: { me: MeAnswer; check: SessionCheck }) {
  const { busy, done, failure, confirm } = useDataCheck(me, request.id)
  const [reading, setReading] = useState(false)
  const { centre, sessionLabel } = request
  if (checkedAt !== null)
    return <Checked words={CHECK.doneFor(sessionLabel, formatDateTime(checkedAt, centre.timeZone))} isNew={done} />
  // Asked, it stands at the top of the page.
  if (due) return null
  const close = () => setReading(false)
  return (
    <div className="stack">
      <p className="muted">{CHECK.early(sessionLabel)}</p>
      <div>
        <Button onPress={() => setReading(true)}>{CHECK.read}</Button>
      </div>
      {reading ? (
        <Dialog
          title={CHECK.readTitle}
          onClose={close}
          footer={
            <>
              <Button onPress={close}>{CHECK.cancel}</Button>
              <Button tone="primary" busy={busy} onPress={confirm}>
                {busy ? CHECK.busy : CHECK.confirm}
              </Button>
            </>
          }
        >
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the dialog scrolls, and nothing else inside takes the focus */}
          <section className="stack" tabIndex={0} aria-label={IDENTITY.title}>
            <p>{CHECK.why}</p>
            <AsPrinted identity={me.identity} />
          </section>
          {failure ? <DataCheckTrouble failure={failure} /> : null}
        </Dialog>
      ) : null}
    </div>
  )
}

/** Just said, the dialog and its button are gone: the keyboard goes on from here. */
function Checked({ words, isNew }: { words: string; isNew: boolean }) {
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (isNew) line.current?.focus()
  }, [isNew])
  return (
    <p className="muted" tabIndex={-1} ref={line} role={isNew ? 'status' : undefined}>
      {words}
    </p>
  )
}
