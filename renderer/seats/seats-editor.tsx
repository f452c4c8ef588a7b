import { type KeyboardEvent, useEffect } from 'react'
import { FieldError, Input, Label, TextField } from 'react-aria-components'
import type { OfferingRow } from '../../contract/desk.ts'
import { isSeatCount, MOST_SEATS } from '../../domain/commands/set-seats.ts'
import { ruleOf } from '../../domain/commands.ts'
import { judge } from '../../domain/decision.ts'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { useKept } from '../../kit/kept.ts'
import { sayRefusal } from '../../text/fr.ts'
import { SEATS } from '../../text/screens/seats.ts'
import { circumstancesOf, useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { refusalsOf, useRun } from '../run-click.ts'
import { typedSeatsKey } from './kept-keys.ts'

type SeatsEditorProps = { offering: OfferingRow; label: string }

/** The number of seats: a field for a manager; for everyone else a number that says, when pressed, who may change it. */
export function Seats({ offering, label }: SeatsEditorProps) {
  const notAllowed = whyNotAllowed(useOffice().desk, 'offering.set-seats')
  if (notAllowed === null) return <SeatsEditor offering={offering} label={label} />
  return (
    <div className="edit read">
      <Button small tone="quiet" label={SEATS.readOnly(label, offering.seats)} reason={notAllowed} onPress={() => {}}>
        <Icon name="lock" size={14} />
        {SEATS.count(offering.seats)}
      </Button>
    </div>
  )
}

/**
 * The number of seats, changed where it stands. ↑ and ↓ change it by one, Entrée saves, Tab
 * saves and goes to the next offering, Échap gives back the number that was there.
 */
function SeatsEditor({ offering, label }: SeatsEditorProps) {
  const { desk } = useOffice()
  const run = useRun()
  const [typed, setTyped] = useKept<string | null>(typedSeatsKey(offering.id), null)
  const text = typed ?? String(offering.seats)
  const changed = text.trim() !== String(offering.seats)
  useEffect(() => {
    // Saved, and read again: what was typed has served, and must not hide what comes next (an undo, the other PC).
    if (!changed && typed !== null) setTyped(null)
  }, [changed, typed, setTyped])
  const seats = /^\d+$/.test(text.trim()) && isSeatCount(Number(text)) ? Number(text) : null
  const args = seats === null ? null : { offeringId: offering.id, seats }
  const facts = { offering, used: offering.used }
  const judged = args && judge(ruleOf('offering.set-seats'), args, facts, circumstancesOf(desk), 'desk')
  const error = judged === null ? SEATS.invalid : judged.ok ? null : sayRefusal(judged.refusal)
  const save = async () => {
    if (!args || error || !changed) return
    await run([{ name: 'offering.set-seats', args }], (done) => {
      const [first] = refusalsOf(done)
      return first ? sayRefusal(first) : SEATS.saved(label, args.seats)
    })
  }
  const step = (by: 1 | -1) => {
    if (args) setTyped(String(Math.min(MOST_SEATS, Math.max(0, args.seats + by))))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') void save()
    else if (event.key === 'Escape') setTyped(null)
    else if (event.key === 'ArrowUp') step(1)
    else if (event.key === 'ArrowDown') step(-1)
    else if (event.key === 'Tab' && changed && !error) {
      void save()
      if (!focusNext(event.currentTarget, event.shiftKey ? -1 : 1)) return
    } else return
    event.preventDefault()
  }
  return (
    <div className="edit">
      <TextField
        className="field seats-field"
        value={text}
        onChange={setTyped}
        isInvalid={changed && error !== null}
        inputMode="numeric"
        validationBehavior="aria"
      >
        <Label>
          {SEATS.seats} <span className="visually-hidden">{label}</span>
        </Label>
        <Input className="input" autoComplete="off" onKeyDown={onKeyDown} />
        <FieldError className="error">{error}</FieldError>
      </TextField>
      {changed ? (
        <div className="edit-buttons">
          <span className="sub">{SEATS.now(offering.seats)}</span>
          <Button small tone="primary" onPress={() => void save()} reason={error}>
            {SEATS.save}
          </Button>
          <Button small onPress={() => setTyped(null)}>
            {SEATS.cancel}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** Whether there was another number of seats to go to. */
function focusNext(input: HTMLInputElement, by: 1 | -1): boolean {
  const all = [...document.querySelectorAll<HTMLInputElement>('.seats-field input')]
  const next = all[all.indexOf(input) + by]
  next?.focus()
  next?.select()
  return next !== undefined
}
