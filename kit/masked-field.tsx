import { type ReactNode, useEffect, useRef, useState } from 'react'
import { TextField as AriaTextField, FieldError, Input, Label, Text } from 'react-aria-components'
import { Icon } from './icons.tsx'

type MaskedFieldProps = {
  id: string
  label: string
  hint: ReactNode
  value: string
  onChange: (value: string) => void
  /** What is shown instead once the field is left; null while what is typed is not whole, and still has to be read. */
  masked: string | null
  /** Of the button that shows it again. */
  change: string
  error?: string | null | undefined
  /** Worth a look, without being wrong; told as it comes. */
  said?: string | null
}

/** A text that nobody else should read over a shoulder: seen while it is typed, masked as soon as the field is left. */
export function MaskedField({ id, label, hint, value, onChange, masked, change, error, said }: MaskedFieldProps) {
  const [open, setOpen] = useState(masked === null)
  const input = useRef<HTMLInputElement>(null)
  const wanted = useRef(false)
  const hidden = !open && masked !== null
  useEffect(() => {
    if (open && wanted.current) input.current?.focus()
    wanted.current = false
  }, [open])
  return (
    <AriaTextField
      className="field"
      id={id}
      value={hidden ? masked : value}
      onChange={onChange}
      onFocus={() => setOpen(open || masked === null)}
      onBlur={() => setOpen(false)}
      isReadOnly={hidden}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <div className="with-button">
        <Input ref={input} className="input" autoComplete="off" autoCapitalize="characters" spellCheck="false" />
        {hidden ? (
          <button
            type="button"
            className="btn small"
            aria-label={`${change} (${label})`}
            onClick={() => {
              wanted.current = true
              setOpen(true)
            }}
          >
            {change}
          </button>
        ) : null}
      </div>
      <Text slot="description" className="hint" elementType="div">
        {hint}
      </Text>
      <FieldError className="error">
        <Icon name="alert" size={14} />
        {error}
      </FieldError>
      <div role="status">{said ? <p className="notice wait">{said}</p> : null}</div>
    </AriaTextField>
  )
}
