import { useState } from 'react'
import type { OfferingRow } from '../../contract/desk.ts'
import type { SoftwareRow } from '../../contract/desk-session.ts'
import { isListOf, isShaped, isText } from '../../kit/accepts.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField, Tick } from '../../kit/fields.tsx'
import { FindField } from '../../kit/find-field.tsx'
import { type Accept, forgetKept, useKept } from '../../kit/kept.ts'
import { Select } from '../../kit/select.tsx'
import { sayRefusal } from '../../text/fr.ts'
import { OPEN_OFFERING, SEATS } from '../../text/screens/seats.ts'
import { circumstancesOf, useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { refusalsOf, useRun } from '../run-click.ts'
import { newOfferingKey } from './kept-keys.ts'
import { offeringLabel } from './offering-label.ts'
import { judgeOpening } from './plan-copy.ts'

type Form = { examId: string; softwareIds: string[]; seats: string }
type OpenOfferingDialogProps = {
  offerings: readonly OfferingRow[]
  software: readonly SoftwareRow[]
  onClose: () => void
}

/** From so many on, one looks for a software by its name. */
const MANY = 10

const isForm: Accept<Form> = isShaped({ examId: isText, softwareIds: isListOf(isText), seats: isText })

/** « Ouvrir une offre… »: exam, software, seats. What is half filled in comes back. */
export function OpenOfferingDialog({ offerings, software, onClose }: OpenOfferingDialogProps) {
  const { desk, session } = useOffice()
  const run = useRun()
  const exams = desk.exams
    .filter(({ sessionId }) => sessionId === session.id)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
  // The first that nothing is offered for yet is what one most likely came for.
  const likeliest = exams.find(({ id }) => !offerings.some(({ examId }) => examId === id)) ?? exams[0]
  const key = newOfferingKey(session.id)
  const [form, setForm] = useKept<Form>(key, { examId: likeliest?.id ?? '', softwareIds: [], seats: '' }, isForm)
  const exam = exams.find(({ id }) => id === form.examId) ?? null
  const seats = /^\d{1,4}$/.test(form.seats.trim()) ? Number(form.seats) : null
  const made = { sessionId: session.id, examId: form.examId, softwareIds: form.softwareIds, seats: seats ?? 0 }
  const refusal = judgeOpening(made, { exam, offerings, software }, circumstancesOf(desk))
  const why = refusal
    ? sayRefusal(refusal)
    : seats === null
      ? form.seats === ''
        ? OPEN_OFFERING.seatsFirst
        : SEATS.invalid
      : null
  const names = form.softwareIds.flatMap((id) => software.find((one) => one.id === id)?.name ?? [])
  const submit = async () => {
    const label = offeringLabel({ examCode: exam?.code ?? '', software: names })
    const answer = await run([{ name: 'offering.open', args: { made } }], (done) => {
      const [first] = refusalsOf(done)
      return first ? sayRefusal(first) : OPEN_OFFERING.done(label, made.seats)
    })
    if (!answer || refusalsOf(answer).length > 0) return
    forgetKept(key)
    onClose()
  }
  const footer = (
    <>
      <p>{why ?? OPEN_OFFERING.consequence}</p>
      <Button onPress={onClose}>{SEATS.cancel}</Button>
      <Button tone="primary" reason={why} onPress={() => void submit()}>
        {OPEN_OFFERING.submit}
      </Button>
    </>
  )
  return (
    <Dialog
      title={OPEN_OFFERING.title}
      help={<HelpButton page="places-et-logiciels" />}
      onClose={onClose}
      footer={footer}
    >
      <div className="stack-2">
        <Select
          shown
          label={OPEN_OFFERING.exam}
          value={form.examId}
          options={exams.map(({ id, code, label }) => ({ value: id, label: `${code} ${label}` }))}
          onChange={(examId) => setForm({ ...form, examId })}
        />
        {exam ? (
          <p className="sub">
            {exam.code} {exam.needsSoftware ? OPEN_OFFERING.needs : OPEN_OFFERING.needsNone}
          </p>
        ) : null}
      </div>
      <SoftwareTicks
        software={software}
        chosen={form.softwareIds}
        onChange={(softwareIds) => setForm({ ...form, softwareIds })}
      />
      <TextField
        numeric
        label={OPEN_OFFERING.seats}
        value={form.seats}
        error={form.seats !== '' && seats === null ? SEATS.invalid : null}
        onChange={(typed) => setForm({ ...form, seats: typed })}
      />
    </Dialog>
  )
}

type SoftwareTicksProps = {
  software: readonly SoftwareRow[]
  chosen: readonly string[]
  onChange: (ids: string[]) => void
}

/** Several of the catalogue; those that are ticked stay in sight whatever is looked for. */
function SoftwareTicks({ software, chosen, onChange }: SoftwareTicksProps) {
  const [text, setText] = useState('')
  const wanted = text.trim().toLocaleLowerCase('fr')
  const shown = software.filter(({ id, name }) => chosen.includes(id) || name.toLocaleLowerCase('fr').includes(wanted))
  return (
    <fieldset className="field ticks">
      <legend className="label">{OPEN_OFFERING.software}</legend>
      <p className="hint">{OPEN_OFFERING.softwareHint}</p>
      {software.length > MANY ? (
        <FindField
          label={OPEN_OFFERING.find}
          hint={OPEN_OFFERING.find}
          clear={OPEN_OFFERING.clear}
          value={text}
          onChange={setText}
        />
      ) : null}
      {shown.length === 0 ? <p className="sub">{OPEN_OFFERING.noneFound}</p> : null}
      <div className="tick-list">
        {shown.map(({ id, name }) => (
          <Tick
            key={id}
            id={`software-${id}`}
            checked={chosen.includes(id)}
            onChange={(ticked) => onChange(ticked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          >
            {name}
          </Tick>
        ))}
      </div>
    </fieldset>
  )
}
