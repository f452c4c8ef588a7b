import { useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { REASONS_TO_REFUSE } from '../../domain/entry.ts'
import { Choices, TextField } from '../../kit/fields.tsx'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { formatMoney } from '../../text/format.ts'
import { REFUSAL_REASON_WORDS, sayRefusal } from '../../text/fr.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { refusalsOf, useRun } from '../run-click.ts'
import { ActDialog } from './act-dialog.tsx'

/** No reason is chosen beforehand: the candidate reads it, it must be meant. */
type Form = { reason: (typeof REASONS_TO_REFUSE)[number] | null; text: string }
const UNTOUCHED: Form = { reason: null, text: '' }

export type RefuseTarget = { request: RequestRow; entryIds: string[] }

type RefuseDialogProps = {
  targets: readonly RefuseTarget[]
  onClose: () => void
  /** Those whose refusal was accepted here. */
  onRefused: (requestIds: string[]) => void
  /** Whether « Annuler » is offered afterwards. */
  undo?: boolean
}

/** Why these requests are refused: a reason from the list, and what the candidate will read. */
export function RefuseDialog({ targets, onClose, onRefused, undo = true }: RefuseDialogProps) {
  const key = `refuse.${targets.map(({ request }) => request.id).join('.')}`
  const [form, setForm] = useKept<Form>(key, UNTOUCHED)
  const [asked, setAsked] = useState(false)
  const run = useRun()
  const { reason } = form
  const text = form.text.trim()
  const refused = targets.flatMap(({ request, entryIds }) => request.entries.filter(({ id }) => entryIds.includes(id)))
  const received = refused.reduce((sum, { paid }) => sum + paid, 0)
  const money = received > 0 ? formatMoney(received, refused[0]?.currency ?? 'EUR') : null
  const error = asked && reason === 'other' && !text ? REQUESTS.refuseTextRequired : null
  const refuse = async () => {
    setAsked(true)
    if (!reason || (reason === 'other' && !text)) return
    const answer = await run(
      targets.map(({ request, entryIds }) => ({
        name: 'entry.refuse',
        args: { requestId: request.id, entryIds, reason, text: text || null },
      })),
      (done) => {
        const [first, ...others] = refusalsOf(done)
        const [only] = targets
        if (!first && only && targets.length === 1)
          return REQUESTS.doneFor(REQUESTS.refusedDone(1), fullName(only.request.candidate))
        if (!first) return REQUESTS.refusedDone(targets.length)
        return `${REQUESTS.refusedDone(targets.length - others.length - 1)}, ${REQUESTS.notDone(others.length + 1, sayRefusal(first))}`
      },
      { undo },
    )
    if (!answer) return
    forgetKept(key)
    onRefused(targets.flatMap(({ request }, index) => (answer.results[index]?.ok ? [request.id] : [])))
    onClose()
  }
  return (
    <ActDialog
      title={REQUESTS.refuseTitle(targets.length)}
      why={reason ? null : REQUESTS.refuseReasonFirst}
      consequence={REQUESTS.refuseConsequence(targets.length)}
      submit={REQUESTS.refuseNow}
      onSubmit={refuse}
      onClose={onClose}
    >
      <div className="field">
        <span className="label">{REQUESTS.refuseConcerns(targets.length)}</span>
        <ul className="concerned">
          {targets.map(({ request, entryIds }) => (
            <li key={request.id}>
              <b>{fullName(request.candidate)}</b>{' '}
              {request.entries
                .filter(({ id }) => entryIds.includes(id))
                .map(({ id, examCode }) => (
                  <span key={id} className="ex">
                    {examCode}
                  </span>
                ))}
            </li>
          ))}
        </ul>
      </div>
      {money ? <p>{REQUESTS.refuseMoney(money)}</p> : null}
      <Choices
        label={REQUESTS.refuseReason}
        value={reason}
        options={REASONS_TO_REFUSE.map((value) => ({ value, label: REFUSAL_REASON_WORDS[value] }))}
        onChange={(chosen) => setForm((one) => ({ ...one, reason: chosen }))}
      />
      <TextField
        lines
        label={REQUESTS.refuseText}
        hint={REQUESTS.refuseTextHint}
        value={form.text}
        onChange={(one) => setForm((before) => ({ ...before, text: one }))}
        error={error}
      />
    </ActDialog>
  )
}
