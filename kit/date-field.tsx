import { useId } from 'react'
import { Icon } from './icons.tsx'

/** A date as it is typed, part by part: whether it exists is for the form to judge. */
export type TypedDate = { day: string; month: string; year: string }

type DateFieldProps = {
  id?: string
  label: string
  /** What each part is called, in the order in which it is typed. */
  parts: Readonly<Record<keyof TypedDate, string>>
  value: TypedDate
  onChange: (value: TypedDate) => void
  hint?: string
  error?: string | null | undefined
  /** The browser may fill it with its owner's birth date. */
  birth?: boolean
}

const PARTS = [
  { name: 'day', length: 2, autoComplete: 'bday-day' },
  { name: 'month', length: 2, autoComplete: 'bday-month' },
  { name: 'year', length: 4, autoComplete: 'bday-year' },
] as const

/** A date that people know by heart: three numbers to type, quicker than a calendar that one leafs back through the years. */
export function DateField({ id, label, parts, value, onChange, hint, error, birth }: DateFieldProps) {
  const own = useId()
  const base = id ?? own
  const about = [hint && `${base}-hint`, error && `${base}-error`].filter(Boolean).join(' ')
  return (
    <fieldset id={base} className="field date" aria-describedby={about || undefined}>
      <legend className="label">{label}</legend>
      {hint ? (
        <p id={`${base}-hint`} className="hint">
          {hint}
        </p>
      ) : null}
      <div className="date-parts">
        {PARTS.map(({ name, length, autoComplete }) => (
          <label key={name} className={name}>
            <span>{parts[name]}</span>
            <input
              className="input"
              inputMode="numeric"
              autoComplete={birth ? autoComplete : 'off'}
              maxLength={length}
              required
              value={value[name]}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? `${base}-error` : undefined}
              onChange={(event) => onChange({ ...value, [name]: event.target.value.replace(/\D/g, '') })}
            />
          </label>
        ))}
      </div>
      {error ? (
        <p id={`${base}-error`} className="error">
          <Icon name="alert" size={14} />
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
