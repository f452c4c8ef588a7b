import { useState } from 'react'
import type { EntryRow, RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { EXTENSION_KINDS, type ExtensionKind, latestExtension } from '../../domain/commands/extend.ts'
import { addDays, startOfDay } from '../../domain/time.ts'
import { isListOf, isOneOf, isShaped, isText, orNull } from '../../kit/accepts.ts'
import { draftKey } from '../../kit/draft-key.ts'
import { Choices, TextField } from '../../kit/fields.tsx'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { Select } from '../../kit/select.tsx'
import { formatDate, formatDayLong } from '../../text/format.ts'
import { formatDeadline } from '../../text/format-deadline.ts'
import { ACTS } from '../../text/screens/request-acts.ts'
import { useOffice } from '../frame/office.tsx'
import { ActDialog } from './act-dialog.tsx'
import { chosenOf, EntryTicks } from './entry-ticks.tsx'
import { extensionDays, proposedDay } from './extension-days.ts'
import { Meanwhile } from './meanwhile.tsx'
import { useAct } from './use-act.ts'

type Form = { ticked: readonly string[] | null; day: string | null; kind: ExtensionKind; reason: string }
const UNTOUCHED: Form = { ticked: null, day: null, kind: 'other', reason: '' }
const isForm = isShaped({
  ticked: orNull(isListOf(isText)),
  day: orNull(isText),
  kind: isOneOf(...EXTENSION_KINDS),
  reason: isText,
})

type ExtendDialogProps = {
  request: RequestRow
  /** Those whose deadline may be put off. */
  entries: readonly EntryRow[]
  onClose: () => void
  onDone: () => void
}

/** More time to pay: why, a cheque said to be in the post or anything else, and until which working day. */
export function ExtendDialog({ request, entries, onClose, onDone }: ExtendDialogProps) {
  const key = draftKey('extend', [request.id])
  const { desk } = useOffice()
  const [{ ticked, day, kind, reason }, setForm] = useKept<Form>(key, UNTOUCHED, isForm)
  const [asked, setAsked] = useState(false)
  const act = useAct(request)
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const { timeZone } = desk.centre
  const chosen = chosenOf(entries, ticked, 'all')
  const days = extensionDays(desk, chosen, kind)
  const on = day !== null && days.includes(day) ? day : proposedDay(days)
  const until = on && formatDeadline({ on, at: startOfDay(addDays(on, 1), timeZone), timeZone })
  const latest = latestExtension(desk.now, timeZone, kind)
  const why = chosen.length === 0 ? ACTS.whichExam : on ? null : ACTS.extendNoDay(formatDate(latest))
  const missing = kind === 'other' && reason.trim() === ''
  const extend = async () => {
    setAsked(true)
    if (missing || !until) return
    const entryIds = chosen.map(({ id }) => id)
    const args = { requestId: request.id, entryIds, deadlineOn: on, kind, reason: reason.trim() }
    if (!(await act({ name: 'entry.extend', args }, ACTS.extended(until)))) return
    forgetKept(key)
    onDone()
    onClose()
  }
  return (
    <ActDialog
      title={ACTS.extendTitle}
      help="prolonger-ou-liberer"
      why={why}
      consequence={until && ACTS.extendConsequence(until)}
      submit={ACTS.extendNow}
      onSubmit={extend}
      onClose={onClose}
    >
      <Meanwhile request={request} />
      <p>
        <b>{fullName(request.candidate)}</b>
        {presentDeadlines(chosen, timeZone).map((words) => (
          <span key={words} className="sub">
            <br />
            {ACTS.extendPresent}
            {'\u00a0: '}
            {words}
          </span>
        ))}
      </p>
      <EntryTicks
        id="extend"
        entries={entries}
        chosen={chosen.map(({ id }) => id)}
        setChosen={(next) => change({ ticked: next })}
      />
      <Choices
        inline
        label={ACTS.extendWhy}
        value={kind}
        options={EXTENSION_KINDS.map((value) => ({ value, label: ACTS.extendKind[value] }))}
        onChange={(value) => change({ kind: value })}
      />
      {on ? (
        <div className="field">
          <span className="label" aria-hidden="true">
            {ACTS.extendTo}
          </span>
          <Select
            label={ACTS.extendTo}
            value={on}
            options={days.map((value) => ({ value, label: formatDayLong(value) }))}
            onChange={(value) => change({ day: value })}
          />
        </div>
      ) : null}
      <TextField
        lines
        label={kind === 'other' ? ACTS.reason : ACTS.extendMore}
        hint={kind === 'other' ? ACTS.extendReasonHint : ACTS.extendMoreHint}
        value={reason}
        onChange={(value) => change({ reason: value })}
        error={asked && missing ? ACTS.reasonRequired : null}
      />
    </ActDialog>
  )
}

function presentDeadlines(entries: readonly EntryRow[], timeZone: string): string[] {
  const words = entries.flatMap(({ deadlineOn: on, deadlineAt: at }) =>
    on && at ? [formatDeadline({ on, at, timeZone })] : [],
  )
  return [...new Set(words)]
}
