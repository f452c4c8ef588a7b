import { useMemo, useState } from 'react'
import { fullName } from '../../domain/candidate.ts'
import { REASONS_TO_REFUSE } from '../../domain/entry.ts'
import { isOneOf, isShaped, isText, orNull } from '../../kit/accepts.ts'
import { draftKey } from '../../kit/draft-key.ts'
import { Choices, TextField } from '../../kit/fields.tsx'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { Notice } from '../../kit/status-tag.tsx'
import { formatMoney } from '../../text/format.ts'
import { sayReason, sayRefusal } from '../../text/fr.ts'
import { MEANWHILE } from '../../text/screens/meanwhile.ts'
import { REFUSE } from '../../text/screens/refuse.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useRows } from '../api.ts'
import { refusalsOf, useRun } from '../run-click.ts'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import { ActDialog } from './act-dialog.tsx'
import { seatsOf } from './feasibility.ts'
import { Concerned, NotFull } from './refusal-concerned.tsx'
import { RefusalPreview } from './refusal-preview.tsx'
import { seatsAsked, softwareAsked } from './refusal-seats.ts'
import { type RefuseTarget, useTargetsNow } from './use-targets-now.ts'

/** No reason is chosen beforehand: the candidate reads it, it must be meant. */
type Form = { reason: (typeof REASONS_TO_REFUSE)[number] | null; text: string }
const UNTOUCHED: Form = { reason: null, text: '' }
const isForm = isShaped({ reason: orNull(isOneOf(...REASONS_TO_REFUSE)), text: isText })

/** The keys of the digits' row as well as the digits: on a French keyboard they are typed without Maj. */
const DIGIT_KEYS = [
  ['1', '&'],
  ['2', 'é'],
  ['3', '"'],
  ['4', "'"],
  ['5', '('],
  ['6', '-'],
  ['7', 'è'],
] as const
/** As long as the contract lets it be. */
const LONGEST_WORDS = 2000

type RefuseDialogProps = {
  targets: readonly RefuseTarget[]
  onClose: () => void
  /** Those whose refusal was accepted here. */
  onRefused: (requestIds: string[]) => void
  /** Whether « Annuler » is offered afterwards. */
  undo?: boolean
}

/** Why these requests are refused: a reason from the list, and what the candidate will read. */
export function RefuseDialog({ targets: given, onClose, onRefused, undo = true }: RefuseDialogProps) {
  const key = draftKey(
    'refuse',
    given.map(({ request }) => request.id),
  )
  const [form, setForm] = useKept<Form>(key, UNTOUCHED, isForm)
  const [tried, setTried] = useState(false)
  const run = useRun()
  const { reason } = form
  // As they stand now: another PC may have answered some while this was being typed.
  const { targets, gone } = useTargetsNow(given)
  const text = form.text.trim()
  const refused = targets.flatMap(({ request, entryIds }) => request.entries.filter(({ id }) => entryIds.includes(id)))
  const offerings = useRows('offering.list', sessionOf(given), { keep: true }).data
  const seats = useMemo(() => seatsOf(offerings ?? []), [offerings])
  const asked = useMemo(() => seatsAsked(targets, seats), [targets, seats])
  const wordsOf = (value: (typeof REASONS_TO_REFUSE)[number]) => sayReason(value, softwareAsked(refused, seats))
  const received = refused.reduce((sum, { paid }) => sum + paid, 0)
  const money = received > 0 ? formatMoney(received, refused[0]?.currency ?? 'EUR') : null
  const error = tried && reason === 'other' && !text ? REQUESTS.refuseTextRequired : null
  const choose = (chosen: (typeof REASONS_TO_REFUSE)[number]) => setForm((one) => ({ ...one, reason: chosen }))
  useShortcuts(
    [
      ...REASONS_TO_REFUSE.map((value, index) => ({
        keys: DIGIT_KEYS[index] ?? String(index + 1),
        words: wordsOf(value),
        group: REQUESTS.refuseReason,
        run: () => choose(value),
      })),
      {
        keys: 'Ctrl+Enter',
        words: REQUESTS.refuseNow,
        group: REQUESTS.refuseReason,
        run: () => void refuse(),
      },
    ],
    'dialog',
  )
  const refuse = async () => {
    setTried(true)
    if (targets.length === 0 || !reason || (reason === 'other' && !text)) return
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
      wide
      title={REQUESTS.refuseTitle(given.length)}
      help="refuser"
      why={targets.length === 0 ? MEANWHILE.nothingLeft : reason ? null : REQUESTS.refuseReasonFirst}
      consequence={REQUESTS.refuseConsequence(targets.length)}
      submit={REQUESTS.refuseNow}
      onSubmit={refuse}
      onClose={onClose}
    >
      <div className="refuse">
        <div className="refuse-form">
          <div role="status" className="meanwhile">
            {gone.length > 0 ? (
              <Notice tone="wait" icon="alert">
                {MEANWHILE.gone(gone.length, gone)}
              </Notice>
            ) : null}
          </div>
          <Concerned targets={targets} asked={asked} />
          {money ? <p>{REQUESTS.refuseMoney(money)}</p> : null}
          <Choices
            label={REQUESTS.refuseReason}
            value={reason}
            hint={REFUSE.keyHint}
            options={REASONS_TO_REFUSE.map((value, index) => ({
              value,
              label: (
                <>
                  {wordsOf(value)}
                  <span className="key" aria-hidden="true">
                    {index + 1}
                  </span>
                </>
              ),
            }))}
            onChange={choose}
          />
          <TextField
            lines
            label={REQUESTS.refuseText}
            hint={REQUESTS.refuseTextHint}
            value={form.text}
            maxLength={LONGEST_WORDS}
            onChange={(one) => setForm((before) => ({ ...before, text: one }))}
            error={error}
          />
        </div>
        <RefusalPreview targets={targets.length > 0 ? targets : given} reason={reason} text={text}>
          {reason === 'full' ? <NotFull asked={asked} /> : null}
        </RefusalPreview>
      </div>
    </ActDialog>
  )
}

/** All of them are of one session. */
function sessionOf([first]: readonly RefuseTarget[]): { sessionId: string } | null {
  return first ? { sessionId: first.request.sessionId } : null
}
