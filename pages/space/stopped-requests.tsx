import type { MyStoppedRequest } from '../../contract/candidate-pages.ts'
import { Notice } from '../../kit/status-tag.tsx'
import { STOPPED } from '../../text/pages/space.ts'
import { sayMoment } from '../../text/pages/windows.ts'

/** The requests that did not leave, and what becomes of them. */
export function StoppedRequests({ stopped }: { stopped: readonly MyStoppedRequest[] }) {
  return stopped.map(({ at, decided, ...asked }) => (
    <Notice key={at} tone={decided === 'apart' ? 'calm' : 'due'} icon="alert">
      <span>
        {STOPPED.text(sayMoment(at), asked)} {STOPPED.next[decided ?? 'open']}
      </span>
    </Notice>
  ))
}
