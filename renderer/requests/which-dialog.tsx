import type { EntryRow, RequestRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Icon } from '../../kit/icons.tsx'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { judgePrevalidation, type Seats, type SelectionAnswer, waitingFor } from './feasibility.ts'
import { sayWhyNot } from './say-feasibility.ts'
import { Who } from './who.tsx'

type WhichDialogProps = {
  answer: SelectionAnswer
  /** The code of the only exam that would be; null: all that waits. */
  exam: string | null
  seats: Seats
  onClose: () => void
}

/** Of the requests selected, each that could be pre-validated with the others, each that could not, and why. */
export function WhichDialog({ answer: { possible, not }, exam, seats, onClose }: WhichDialogProps) {
  const { desk } = useOffice()
  /** Which of the exams asked for could be had without the others. */
  const sayAlone = (request: RequestRow) => {
    const waiting = waitingFor(request, exam)
    const codes = waiting.filter((entry) => judgePrevalidation(desk, seats, [entry]).ok).map(({ examCode }) => examCode)
    return codes.length > 0 && codes.length < waiting.length ? ` ${REQUESTS.partlyAlone(codes.join(', '))}` : null
  }
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
              <Who key={request.id} request={request} entries={waitingFor(request, exam)} />
            ))}
          </ul>
        </section>
      ) : null}
      {not.length > 0 ? (
        <section className="which">
          <h3 className="no">{REQUESTS.whichCannot(not.length)}</h3>
          <ul>
            {not.map(({ request, refusal, offering }) => (
              <Who key={request.id} request={request} entries={meant(request, exam)}>
                <p className="sub">
                  {refusal.code === 'wrong-status' && !request.entries.some(({ doubtful }) => doubtful)
                    ? REQUESTS.notWaiting
                    : sayWhyNot({ refusal, offering })}
                  {sayAlone(request)}
                </p>
              </Who>
            ))}
          </ul>
        </section>
      ) : null}
    </Dialog>
  )
}

/** What was asked about and waits; of who waits for nothing any more, all that they had asked for. */
function meant(request: RequestRow, exam: string | null): EntryRow[] {
  const waiting = waitingFor(request, exam)
  return waiting.length > 0 ? waiting : request.entries
}
