import { useState } from 'react'
import { FieldError, Input, Label, TextField } from 'react-aria-components'
import type { OfferingRow } from '../../contract/desk.ts'
import { SetSeatsArgs } from '../../domain/commands/set-seats.ts'
import { ruleOf } from '../../domain/commands.ts'
import { judge } from '../../domain/decision.ts'
import { Button } from '../../kit/button.tsx'
import { sayRefusal } from '../../text/fr.ts'
import { SEATS } from '../../text/screens/seats.ts'
import { circumstancesOf, useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { refusalsOf, useRun } from '../run-click.ts'

/** The number of seats, changed where it stands by a manager; everyone else reads why not. */
export function SeatsEditor({ offering, label }: { offering: OfferingRow; label: string }) {
  const { desk } = useOffice()
  const run = useRun()
  const [text, setText] = useState(String(offering.seats))
  const notAllowed = whyNotAllowed(desk, 'offering.set-seats')
  const args = SetSeatsArgs.safeParse({
    offeringId: offering.id,
    seats: /^\d+$/.test(text.trim()) ? Number(text) : null,
  })
  const facts = { offering, used: offering.used }
  const judged = args.success
    ? judge(ruleOf('offering.set-seats'), args.data, facts, circumstancesOf(desk), 'desk')
    : null
  const error = judged === null ? SEATS.invalid : judged.ok ? null : sayRefusal(judged.refusal)
  const changed = text.trim() !== String(offering.seats)
  const save = async () => {
    if (!args.success || error || !changed) return
    await run([{ name: 'offering.set-seats', args: args.data }], (done) => {
      const [first] = refusalsOf(done)
      return first ? sayRefusal(first) : SEATS.saved(label, args.data.seats)
    })
  }
  return (
    <div className="edit">
      <TextField
        className="field seats-field"
        value={text}
        onChange={setText}
        isInvalid={changed && error !== null}
        isReadOnly={notAllowed !== null}
        inputMode="numeric"
        validationBehavior="aria"
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save()
          if (event.key === 'Escape') setText(String(offering.seats))
        }}
      >
        <Label>
          {SEATS.seats} <span className="visually-hidden">{label}</span>
        </Label>
        <Input className="input" autoComplete="off" title={notAllowed ?? undefined} />
        <FieldError className="error">{error}</FieldError>
      </TextField>
      {changed ? (
        <div className="edit-buttons">
          <Button small tone="primary" onPress={() => void save()} reason={error}>
            {SEATS.save}
          </Button>
          <Button small onPress={() => setText(String(offering.seats))}>
            {SEATS.cancel}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
