import type { EntryRow, OfferingRow, RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { otherOfferings } from '../../domain/other-offerings.ts'
import { freeSeats } from '../../domain/seats.ts'
import { isShaped, isText, orNull } from '../../kit/accepts.ts'
import { draftKey } from '../../kit/draft-key.ts'
import { Choices } from '../../kit/fields.tsx'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { ACTS } from '../../text/screens/request-acts.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { ActDialog } from './act-dialog.tsx'
import { type Seats, softwareName } from './feasibility.ts'
import { Meanwhile } from './meanwhile.tsx'
import { useAct } from './use-act.ts'

/** Instead of an offering: the proposal is taken back. */
const NONE = ''

type Form = { entryId: string | null; offeringId: string | null }
const UNTOUCHED: Form = { entryId: null, offeringId: null }
const isForm = isShaped({ entryId: orNull(isText), offeringId: orNull(isText) })

type ProposeDialogProps = {
  request: RequestRow
  /** Those for which another software may be proposed. */
  entries: readonly EntryRow[]
  seats: Seats
  onClose: () => void
  onDone: () => void
}

/** Another software for an exam: the candidate chose this one, so it is theirs to accept. */
export function ProposeDialog({ request, entries, seats, onClose, onDone }: ProposeDialogProps) {
  const key = draftKey('propose', [request.id])
  const [form, setForm] = useKept<Form>(key, UNTOUCHED, isForm)
  const act = useAct(request)
  const entry = entries.find(({ id }) => id === form.entryId) ?? entries[0]
  if (!entry) return null
  const proposed = entry.proposedOfferingId
  const others = otherOfferings(seats.offerings.values(), entry).filter(({ id }) => id !== proposed)
  const options = [
    ...others.map((offering) => ({ value: offering.id, label: labelOf(offering) })),
    ...(proposed === null ? [] : [{ value: NONE, label: ACTS.proposeNone }]),
  ]
  const chosen = options.find(({ value }) => value === form.offeringId)?.value ?? null
  const propose = async () => {
    if (chosen === null) return
    const args = { requestId: request.id, entryId: entry.id, offeringId: chosen === NONE ? null : chosen }
    const done = chosen === NONE ? ACTS.proposedNone : ACTS.proposed
    if (!(await act({ name: 'entry.propose-offering', args }, done))) return
    forgetKept(key)
    onDone()
    onClose()
  }
  return (
    <ActDialog
      title={ACTS.proposeTitle}
      help="possible-ou-non"
      why={chosen === null ? ACTS.proposeFirst : null}
      consequence={chosen === NONE ? ACTS.proposeNoneConsequence : ACTS.proposeConsequence}
      submit={chosen === NONE ? ACTS.proposeNone : ACTS.proposeNow}
      onSubmit={propose}
      onClose={onClose}
    >
      <Meanwhile request={request} />
      <p>
        <b>{fullName(request.candidate)}</b>{' '}
        {entries.length === 1 ? <span className="ex">{entry.examCode}</span> : null}
      </p>
      {entries.length > 1 ? (
        <Choices
          inline
          label={ACTS.proposeExam}
          value={entry.id}
          options={entries.map(({ id, examCode }) => ({ value: id, label: examCode }))}
          onChange={(entryId) => setForm({ entryId, offeringId: null })}
        />
      ) : null}
      <Choices
        label={ACTS.proposeSoftware}
        value={chosen}
        options={options}
        onChange={(offeringId) => setForm({ entryId: entry.id, offeringId })}
      />
    </ActDialog>
  )
}

function labelOf(offering: OfferingRow) {
  const free = freeSeats(offering.seats, offering.used)
  return (
    <>
      {softwareName(offering)} <span className="sub">{FILE.freeSeats(free, offering.seats)}</span>
    </>
  )
}
