import { useEffect, useRef, useState } from 'react'
import type { MeAnswer } from '../../contract/candidate-pages.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { formatDateTime } from '../../text/format.ts'
import { CHECK } from '../../text/pages/data-check.ts'
import { AsPrinted } from './as-printed.tsx'
import { CentreContact } from './centre-contact.tsx'
import { DataCheckTrouble } from './data-check-trouble.tsx'
import type { SessionCheck } from './data-checks.ts'
import { useDataCheck } from './use-data-check.ts'

/** The centre asks whether what will be printed is right: the identity as it will be, and the two answers. Then, that it was given. */
export function DataCheckCard({ me, check: { request, checkedAt, due } }: { me: MeAnswer; check: SessionCheck }) {
  const { busy, done, failure, confirm } = useDataCheck(me, request.id)
  const [wrong, setWrong] = useState(false)
  const { centre, sessionLabel } = request
  if (!due) {
    if (!done || checkedAt === null) return null
    return <Confirmed words={CHECK.done(formatDateTime(checkedAt, centre.timeZone))} />
  }
  const titleId = `check-${request.id}`
  return (
    <section className="card pad stack to-check" aria-labelledby={titleId}>
      <h2 id={titleId}>{CHECK.title}</h2>
      <p>{CHECK.asked(centre.name, sessionLabel)}</p>
      <AsPrinted identity={me.identity} />
      <p className="muted">{CHECK.why}</p>
      {failure ? <DataCheckTrouble failure={failure} /> : null}
      <div className="ways start">
        <Button tone="primary" busy={busy} onPress={confirm}>
          {busy ? CHECK.busy : CHECK.right}
        </Button>
        <Button expanded={wrong} onPress={() => setWrong(!wrong)}>
          {CHECK.wrong}
        </Button>
      </div>
      {wrong ? (
        <div className="next due">
          <p>{CHECK.wrongText}</p>
          <CentreContact centre={centre} />
        </div>
      ) : null}
    </section>
  )
}

/** The button that was pressed is gone: the keyboard goes on from here. */
function Confirmed({ words }: { words: string }) {
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => notice.current?.focus(), [])
  return (
    <div role="status" tabIndex={-1} ref={notice}>
      <Notice tone="go" icon="check">
        {words}
      </Notice>
    </div>
  )
}
