import type { KeyboardEvent } from 'react'
import type { OfferingRow, SittingRow } from '../../contract/desk.ts'
import type { SittingChoice } from '../../domain/commands/set-sitting.ts'
import { toLocalDate } from '../../domain/time.ts'
import { isShaped, isText, orNull } from '../../kit/accepts.ts'
import { Button } from '../../kit/button.tsx'
import { draftKey } from '../../kit/draft-key.ts'
import { TextField } from '../../kit/fields.tsx'
import { type Accept, forgetKept, useKept } from '../../kit/kept.ts'
import { Select } from '../../kit/select.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { formatDay } from '../../text/format.ts'
import { sayRefusal } from '../../text/fr.ts'
import { sayHour } from '../../text/screens/seats.ts'
import { SITTINGS } from '../../text/screens/session.ts'
import { useOffice } from '../frame/office.tsx'
import { refusalsOf, useRun } from '../run-click.ts'
import { offeringLabel } from '../seats/offering-label.ts'
import { clashesOf } from './room-clashes.ts'
import { readHour } from './typed-hour.ts'
import { choiceOf, useSittingRule } from './use-sitting-rule.ts'

type SittingFormProps = {
  offering: OfferingRow
  /** Null: a new one. */
  sitting: SittingRow | null
  /** Every sitting of the session. */
  all: readonly SittingRow[]
  onClose: () => void
}
/** `from`: the sitting as it was when the form was opened; another PC may have changed it since. */
type Typed = { heldOn: string; hour: string; room: string; from: SittingChoice | null }

const isChoice = isShaped({ heldOn: isText, startsAtLocal: isText, room: isText })
const isTyped: Accept<Typed> = isShaped({ heldOn: isText, hour: isText, room: isText, from: orNull(isChoice) })

/** Day, hour and room, on one line: Entrée saves, Échap closes. What is half typed comes back. */
export function SittingForm({ offering, sitting, all, onClose }: SittingFormProps) {
  const { desk } = useOffice()
  const run = useRun()
  const exam = desk.exams.find(({ id }) => id === offering.examId)
  const today = toLocalDate(desk.now, desk.centre.timeZone)
  const dates = exam?.allowedDates.filter((date) => date >= today).toSorted() ?? []
  const key = draftKey('sitting', [sitting?.id ?? offering.id])
  const untouched: Typed = {
    heldOn: sitting?.heldOn ?? dates[0] ?? '',
    hour: sitting ? sayHour(sitting.startsAtLocal) : '',
    room: sitting?.room ?? '',
    from: sitting && choiceOf(sitting),
  }
  const [typed, setTyped] = useKept<Typed>(key, untouched, isTyped)
  const siblings = all.filter(({ offeringId }) => offeringId === offering.id)
  const { judgeChoice } = useSittingRule(offering, sitting, siblings)
  const startsAtLocal = readHour(typed.hour)
  const choice = { heldOn: typed.heldOn, startsAtLocal: startsAtLocal ?? '00:00', room: typed.room.trim() }
  const refusal = judgeChoice(choice)
  const why =
    dates.length === 0
      ? SITTINGS.noDates
      : startsAtLocal === null
        ? SITTINGS.startInvalid
        : choice.room === ''
          ? SITTINGS.roomFirst
          : refusal && sayRefusal(refusal)
  const clashes = startsAtLocal
    ? clashesOf({ id: sitting?.id ?? null, ...choice, minutes: exam?.minutes ?? 0 }, all)
    : []
  const close = () => {
    forgetKept(key)
    onClose()
  }
  const save = async () => {
    if (why) return
    const args = { ...(sitting ? { sittingId: sitting.id } : {}), offeringId: offering.id, ...choice, from: typed.from }
    const label = offeringLabel(offering)
    const answer = await run([{ name: 'sitting.set', args }], (done) => {
      const [first] = refusalsOf(done)
      return first
        ? sayRefusal(first)
        : SITTINGS.saved(label, formatDay(choice.heldOn), sayHour(choice.startsAtLocal), choice.room)
    })
    if (answer && refusalsOf(answer).length === 0) close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Of the list of days and of the buttons both keys are their own.
    if (event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return
    if (event.key === 'Enter') void save()
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Entrée and Échap of the fields inside.
    <div className="sitting-form" onKeyDown={onKeyDown}>
      <div className="sitting-fields">
        <div className="field">
          <span className="label" aria-hidden="true">
            {SITTINGS.date}
          </span>
          <Select
            label={SITTINGS.date}
            value={typed.heldOn}
            options={[...new Set([...dates, ...(typed.heldOn ? [typed.heldOn] : [])])].map((date) => ({
              value: date,
              label: formatDay(date),
            }))}
            onChange={(heldOn) => setTyped({ ...typed, heldOn })}
          />
        </div>
        <TextField
          autoFocus
          label={SITTINGS.start}
          value={typed.hour}
          hint={SITTINGS.startHint}
          error={typed.hour !== '' && startsAtLocal === null ? SITTINGS.startInvalid : null}
          onChange={(hour) => setTyped({ ...typed, hour })}
        />
        <TextField
          label={SITTINGS.room}
          value={typed.room}
          suggestions={roomsOf(all)}
          maxLength={200}
          onChange={(room) => setTyped({ ...typed, room })}
        />
      </div>
      {clashes.length > 0 ? (
        <Notice tone="due" icon="alert">
          {SITTINGS.clash(clashes.map(offeringLabel).join(', '))} {SITTINGS.clashKept}
        </Notice>
      ) : null}
      {sitting && offering.confirmed > 0 ? <p className="sub">{SITTINGS.moved(offering.confirmed)}</p> : null}
      <div className="edit-buttons from-left">
        <Button small tone="primary" reason={why} onPress={() => void save()}>
          {SITTINGS.save}
        </Button>
        <Button small onPress={close}>
          {SITTINGS.giveUp}
        </Button>
        {why ? <span className="sub">{why}</span> : null}
      </div>
    </div>
  )
}

/** The rooms of the session's sittings, each once. */
function roomsOf(sittings: readonly SittingRow[]): string[] {
  return [...new Set(sittings.map(({ room }) => room.trim()).filter(Boolean))].sort()
}
