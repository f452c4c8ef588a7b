import type { StoppedRequest } from '../../contract/staff-pages.ts'
import type { Instant } from '../../domain/time.ts'
import { DUPLICATES } from '../../text/pages/siege.ts'
import { CentreOfRequest } from './centre-of-request.tsx'
import { sayMoment } from './say-moment.ts'

/** The request that did not leave: where and what for, if that was kept. */
export function StoppedLine({ stopped: { at, asked }, now }: { stopped: StoppedRequest; now: Instant }) {
  return (
    <li>
      <strong>{DUPLICATES.stoppedRequest}</strong>
      {asked ? (
        <>
          <CentreOfRequest {...asked} />
          <span>{asked.sessionLabel}</span>
          <span>{asked.examCodes.join(', ')}</span>
        </>
      ) : (
        <span>{DUPLICATES.stoppedUnknown}</span>
      )}
      <span className="muted">{DUPLICATES.stoppedOn(sayMoment(at, now))}</span>
    </li>
  )
}
