import { useState } from 'react'
import type { EntryRow, RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { isListOf, isShaped, isText, orNull } from '../../kit/accepts.ts'
import { draftKey } from '../../kit/draft-key.ts'
import { TextField } from '../../kit/fields.tsx'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { ACTS } from '../../text/screens/request-acts.ts'
import { ActDialog } from './act-dialog.tsx'
import { chosenOf, EntryTicks } from './entry-ticks.tsx'
import { Meanwhile } from './meanwhile.tsx'
import { useAct } from './use-act.ts'

type Form = { ticked: readonly string[] | null; reason: string }
const UNTOUCHED: Form = { ticked: null, reason: '' }
const isForm = isShaped({ ticked: orNull(isListOf(isText)), reason: isText })

type ReleaseDialogProps = {
  request: RequestRow
  /** Those whose deadline is over. */
  entries: readonly EntryRow[]
  onClose: () => void
  onDone: () => void
}

/** A seat that was not paid in time is given back: what follows, and why. */
export function ReleaseDialog({ request, entries, onClose, onDone }: ReleaseDialogProps) {
  const key = draftKey('release', [request.id])
  const [{ ticked, reason }, setForm] = useKept<Form>(key, UNTOUCHED, isForm)
  const [asked, setAsked] = useState(false)
  const act = useAct(request)
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const chosen = chosenOf(entries, ticked, 'all')
  const why = chosen.length === 0 ? ACTS.whichExam : null
  const missing = reason.trim() === ''
  const release = async () => {
    setAsked(true)
    if (missing) return
    const args = { requestId: request.id, entryIds: chosen.map(({ id }) => id), reason: reason.trim() }
    if (!(await act({ name: 'entry.release', args }, ACTS.released))) return
    forgetKept(key)
    onDone()
    onClose()
  }
  return (
    <ActDialog
      title={ACTS.releaseTitle}
      help="prolonger-ou-liberer"
      why={why}
      consequence={ACTS.releaseConsequence}
      submit={ACTS.releaseNow}
      onSubmit={release}
      onClose={onClose}
    >
      <Meanwhile request={request} />
      <p>
        <b>{fullName(request.candidate)}</b>
      </p>
      <EntryTicks
        id="release"
        entries={entries}
        chosen={chosen.map(({ id }) => id)}
        setChosen={(next) => change({ ticked: next })}
      />
      <TextField
        lines
        autoFocus
        label={ACTS.reason}
        hint={ACTS.releaseReasonHint}
        value={reason}
        onChange={(value) => change({ reason: value })}
        error={asked && missing ? ACTS.reasonRequired : null}
      />
    </ActDialog>
  )
}
