import { useRef } from 'react'
import type { Candidate } from '../../domain/candidate.ts'
import { CALL_MEANS } from '../../domain/candidate.ts'
import { isOneOf, isShaped, isText } from '../../kit/accepts.ts'
import { Button } from '../../kit/button.tsx'
import { draftKey } from '../../kit/draft-key.ts'
import { Choices, TextField } from '../../kit/fields.tsx'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { sayRefusal } from '../../text/fr.ts'
import { CALL_MEANS_WORDS, CANDIDATE } from '../../text/screens/candidate.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { HelpButton } from '../help/help-button.tsx'
import { refusalsOf, useRun } from '../run-click.ts'
import { KeyHint } from '../shortcuts/key-hint.tsx'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'

type Form = { means: (typeof CALL_MEANS)[number]; text: string }
const UNTOUCHED: Form = { means: 'phone', text: '' }
const isForm = isShaped({ means: isOneOf(...CALL_MEANS), text: isText })
const MEANS = CALL_MEANS.map((value) => ({ value, label: CALL_MEANS_WORDS[value] }))
const LONGEST = 2000

/** A note of what is being said: always at hand, half-typed it waits with this person's file. N comes here, Ctrl+Entrée notes it. */
export function CallNote({ candidate }: { candidate: Pick<Candidate, 'id'> }) {
  const key = draftKey('call-note', [candidate.id])
  const { desk } = useOffice()
  const run = useRun()
  const [form, setForm] = useKept<Form>(key, UNTOUCHED, isForm)
  const box = useRef<HTMLElement>(null)
  const text = form.text.trim()
  const reason = whyNotAllowed(desk, 'call.note') ?? (text === '' ? CANDIDATE.noteEmpty : null)
  const focus = () => box.current?.querySelector('textarea')?.focus()
  useShortcuts([
    { keys: 'n', words: CANDIDATE.note, group: CANDIDATE.group, run: focus },
    { keys: 'Ctrl+Enter', words: CANDIDATE.noteSave, group: CANDIDATE.group, run: () => void save() },
  ])
  const save = async () => {
    if (reason) return
    const args = { candidateId: candidate.id, means: form.means, text }
    const answer = await run([{ name: 'call.note', args }], (done) => {
      const [first] = refusalsOf(done)
      return first ? sayRefusal(first) : CANDIDATE.noteSaved
    })
    if (answer === null || refusalsOf(answer).length > 0) return
    setForm(UNTOUCHED)
    forgetKept(key)
  }
  return (
    <section className="card note" aria-labelledby="note" ref={box}>
      <h2 id="note">
        {CANDIDATE.note} <KeyHint keys="n" /> <HelpButton page="appels" />
      </h2>
      <Choices
        inline
        label={CANDIDATE.noteMeans}
        value={form.means}
        options={MEANS}
        onChange={(means) => setForm((one) => ({ ...one, means }))}
      />
      <TextField
        lines
        label={CANDIDATE.noteText}
        hint={CANDIDATE.noteHint}
        maxLength={LONGEST}
        value={form.text}
        onChange={(typed) => setForm((one) => ({ ...one, text: typed }))}
      />
      <div className="buttons">
        <Button tone="primary" onPress={() => void save()} reason={reason} keys="Control+Enter">
          {CANDIDATE.noteSave} <KeyHint keys="Ctrl+Enter" />
        </Button>
      </div>
    </section>
  )
}
