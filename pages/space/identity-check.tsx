import type { MeAnswer } from '../../contract/candidate-pages.ts'
import { Button } from '../../kit/button.tsx'
import { formatDateTime } from '../../text/format.ts'
import { CHECK } from '../../text/pages/data-check.ts'
import { DataCheckTrouble } from './data-check-trouble.tsx'
import type { SessionCheck } from './data-checks.ts'
import { useDataCheck } from './use-data-check.ts'

/** Under the identity: since when it is found right, or a quiet way to say so before the centre asks. */
export function IdentityCheck({ me, check: { request, checkedAt, due } }: { me: MeAnswer; check: SessionCheck }) {
  const { busy, failure, confirm } = useDataCheck(me, request.id)
  const { centre, sessionLabel } = request
  if (checkedAt !== null)
    return <p className="muted">{CHECK.doneFor(sessionLabel, formatDateTime(checkedAt, centre.timeZone))}</p>
  // Asked, it stands at the top of the page.
  if (due) return null
  return (
    <div className="stack">
      {failure ? <DataCheckTrouble failure={failure} /> : null}
      <div>
        <Button tone="link" busy={busy} onPress={confirm}>
          {busy ? CHECK.busy : CHECK.rightFor(sessionLabel)}
        </Button>
      </div>
    </div>
  )
}
