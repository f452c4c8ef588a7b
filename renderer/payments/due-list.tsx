import { fullName } from '../../domain/candidate.ts'
import { Tick } from '../../kit/fields.tsx'
import { Icon } from '../../kit/icons.tsx'
import { formatMoney } from '../../text/format.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import type { Due } from './payment-form.ts'

type DueListProps = {
  label: string
  dues: readonly Due[]
  /** How many requests of the payer are not told here. */
  left: number
  entryIds: readonly string[]
  error: string | null
  onChange: (entryIds: string[]) => void
}

/** What the payer still owes, to be ticked: one person's exams, or those of all the trainees of an organisation. */
export function DueList({ label, dues, left, entryIds, error, onChange }: DueListProps) {
  return (
    <fieldset className="field dues">
      <legend className="label">{label}</legend>
      {dues.length === 0 ? <p className="hint">{PAYMENTS.nothingDue}</p> : null}
      <div className="due-list">
        {dues.map(({ entry, request, due }) => (
          <Tick
            key={entry.id}
            id={`due-${entry.id}`}
            checked={entryIds.includes(entry.id)}
            onChange={(on) => onChange(on ? [...entryIds, entry.id] : entryIds.filter((id) => id !== entry.id))}
          >
            {fullName(request.candidate)} <span className="ex">{entry.examCode}</span>{' '}
            <span className="sub">{PAYMENTS.due(formatMoney(due, entry.currency))}</span>
          </Tick>
        ))}
      </div>
      {left > 0 ? <p className="hint">{PAYMENTS.left(left)}</p> : null}
      {error ? (
        <p className="error" role="alert">
          <Icon name="alert" size={14} />
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
