import { useState } from 'react'
import type { EntryRow, RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { holdsSeat, REASONS_TO_REMOVE } from '../../domain/entry.ts'
import { isListOf, isOneOf, isShaped, isText, orNull } from '../../kit/accepts.ts'
import { draftKey } from '../../kit/draft-key.ts'
import { Choices, TextField } from '../../kit/fields.tsx'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { formatMoney } from '../../text/format.ts'
import { REFUSAL_REASON_WORDS } from '../../text/fr.ts'
import { ACTS } from '../../text/screens/request-acts.ts'
import { ActDialog } from './act-dialog.tsx'
import { chosenOf, EntryTicks } from './entry-ticks.tsx'
import { Meanwhile } from './meanwhile.tsx'
import { useAct } from './use-act.ts'

type Form = { ticked: readonly string[] | null; reason: (typeof REASONS_TO_REMOVE)[number] | null; text: string }
const UNTOUCHED: Form = { ticked: null, reason: null, text: '' }
const isForm = isShaped({
  ticked: orNull(isListOf(isText)),
  reason: orNull(isOneOf(...REASONS_TO_REMOVE)),
  text: isText,
})

type RemoveDialogProps = {
  request: RequestRow
  /** Those that may be removed. */
  entries: readonly EntryRow[]
  onClose: () => void
  onDone: () => void
}

/** An exam asked by mistake: which, why, and what follows. */
export function RemoveDialog({ request, entries, onClose, onDone }: RemoveDialogProps) {
  const key = draftKey('remove', [request.id])
  const [{ ticked, reason, text }, setForm] = useKept<Form>(key, UNTOUCHED, isForm)
  const [asked, setAsked] = useState(false)
  const act = useAct(request)
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const chosen = chosenOf(entries, ticked, 'none')
  const missing = reason === 'other' && text.trim() === ''
  const why = chosen.length === 0 ? ACTS.whichExam : reason ? null : ACTS.removeReasonFirst
  const paid = chosen.reduce((sum, entry) => sum + entry.paid, 0)
  const credit = paid > 0 ? formatMoney(paid, chosen[0]?.currency ?? 'EUR') : null
  const remove = async () => {
    setAsked(true)
    if (!reason || missing) return
    const args = { requestId: request.id, entryIds: chosen.map(({ id }) => id), reason, text: text.trim() || null }
    const codes = chosen.map(({ examCode }) => examCode).join(', ')
    if (!(await act({ name: 'entry.remove', args }, ACTS.removed(chosen.length, codes)))) return
    forgetKept(key)
    onDone()
    onClose()
  }
  return (
    <ActDialog
      title={ACTS.removeTitle}
      help="corriger-un-dossier"
      why={why}
      consequence={ACTS.removeConsequence(chosen.filter(({ status }) => holdsSeat(status)).length, credit)}
      submit={ACTS.removeNow}
      onSubmit={remove}
      onClose={onClose}
    >
      <Meanwhile request={request} />
      <p>
        <b>{fullName(request.candidate)}</b>
      </p>
      <EntryTicks
        id="remove"
        entries={entries}
        chosen={chosen.map(({ id }) => id)}
        setChosen={(next) => change({ ticked: next })}
      />
      <Choices
        label={ACTS.reason}
        value={reason}
        options={REASONS_TO_REMOVE.map((value) => ({ value, label: REFUSAL_REASON_WORDS[value] }))}
        onChange={(value) => change({ reason: value })}
      />
      <TextField
        lines
        label={ACTS.removeText}
        hint={ACTS.removeTextHint}
        value={text}
        onChange={(value) => change({ text: value })}
        error={asked && missing ? ACTS.removeTextRequired : null}
      />
    </ActDialog>
  )
}
