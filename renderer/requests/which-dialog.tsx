import type { EntryRow, RequestRow } from '../../contract/desk.ts'
import { dueOf } from '../../domain/entry-groups.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Icon } from '../../kit/icons.tsx'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import type { Collection } from './collectable.ts'
import { judgePrevalidation, type Seats, type SelectionAnswer, waitingFor } from './feasibility.ts'
import { sayWhyNot } from './say-feasibility.ts'
import { Who } from './who.tsx'

type WhichDialogProps = {
  answer: SelectionAnswer
  /** The code of the only exam that would be; null: all that waits. */
  exam: string | null
  seats: Seats
  /** Whether any of them waits for an answer: else nothing is told of pre-validating them. */
  waits: boolean
  collection: Collection
  onClose: () => void
}

/** Of the requests selected, each that could be pre-validated with the others, each that could not, and why; then the same of a payment. */
export function WhichDialog({ answer, exam, seats, waits, collection, onClose }: WhichDialogProps) {
  const { possible, not } = waits ? answer : { possible: [], not: [] }

  const { desk } = useOffice()
  /** Which of the exams asked for could be had without the others. */
  const sayAlone = (request: RequestRow) => {
    const waiting = waitingFor(request, exam)
    const codes = waiting.filter((entry) => judgePrevalidation(desk, seats, [entry]).ok).map(({ examCode }) => examCode)
    return codes.length > 0 && codes.length < waiting.length ? ` ${REQUESTS.partlyAlone(codes.join(', '))}` : null
  }
  return (
    <Dialog
      title={REQUESTS.whichTitle(answer.possible.length + answer.not.length)}
      onClose={onClose}
      footer={
        <Button tone="primary" onPress={onClose}>
          {REQUESTS.whichClose}
        </Button>
      }
    >
      {waits ? <p className="muted">{REQUESTS.whichOrder}</p> : null}
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
      {collection.payable.length > 0 ? <WhichToCollect collection={collection} /> : null}
    </Dialog>
  )
}

/** Each for whom a payment is awaited, and why not for the others. */
function WhichToCollect({ collection: { payable, not } }: { collection: Collection }) {
  return (
    <>
      <section className="which">
        <h3 className="ok">
          <Icon name="payments" size={14} /> {REQUESTS.whichToCollect(payable.length)}
        </h3>
        <ul>
          {payable.map((request) => (
            <Who
              key={request.id}
              request={request}
              entries={request.entries.filter((entry) => !entry.doubtful && dueOf(entry) > 0)}
            >
              {request.organisation ? <p className="sub">{REQUESTS.paidBy(request.organisation.name)}</p> : null}
            </Who>
          ))}
        </ul>
      </section>
      {not.length > 0 ? (
        <section className="which">
          <h3 className="no">{REQUESTS.whichNotToCollect(not.length)}</h3>
          <ul>
            {not.map(({ request, why }) => (
              <Who key={request.id} request={request} entries={request.entries}>
                <p className="sub">{REQUESTS.notCollectable[why]}</p>
              </Who>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

/** What was asked about and waits; of who waits for nothing any more, all that they had asked for. */
function meant(request: RequestRow, exam: string | null): EntryRow[] {
  const waiting = waitingFor(request, exam)
  return waiting.length > 0 ? waiting : request.entries
}
