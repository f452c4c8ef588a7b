import type { RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Icon } from '../../kit/icons.tsx'
import { REQUESTS } from '../../text/screens/requests.ts'
import type { SelectionAnswer } from './feasibility.ts'
import { sayWhyNot } from './say-feasibility.ts'

/** Of the requests selected, each that could be pre-validated with the others, each that could not, and why. */
export function WhichDialog({ answer: { possible, not }, onClose }: { answer: SelectionAnswer; onClose: () => void }) {
  return (
    <Dialog
      title={REQUESTS.whichTitle(possible.length + not.length)}
      onClose={onClose}
      footer={
        <Button tone="primary" onPress={onClose}>
          {REQUESTS.whichClose}
        </Button>
      }
    >
      <p className="muted">{REQUESTS.whichOrder}</p>
      {possible.length > 0 ? (
        <section className="which">
          <h3 className="ok">
            <Icon name="check" size={14} /> {REQUESTS.whichCan(possible.length)}
          </h3>
          <ul>
            {possible.map((request) => (
              <Who key={request.id} request={request} />
            ))}
          </ul>
        </section>
      ) : null}
      {not.length > 0 ? (
        <section className="which">
          <h3 className="no">{REQUESTS.whichCannot(not.length)}</h3>
          <ul>
            {not.map(({ request, refusal, offering }) => (
              <Who key={request.id} request={request}>
                <p className="sub">
                  {refusal.code === 'wrong-status' && !request.entries.some(({ doubtful }) => doubtful)
                    ? REQUESTS.notWaiting
                    : sayWhyNot({ refusal, offering })}
                </p>
              </Who>
            ))}
          </ul>
        </section>
      ) : null}
    </Dialog>
  )
}

function Who({ request, children }: { request: RequestRow; children?: React.ReactNode }) {
  return (
    <li>
      <b>{fullName(request.candidate)}</b>{' '}
      {request.entries.map(({ id, examCode }) => (
        <span key={id} className="ex">
          {examCode}
        </span>
      ))}
      {children}
    </li>
  )
}
