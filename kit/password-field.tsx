import { type ReactNode, useState } from 'react'
import { TextField as AriaTextField, FieldError, Input, Label, Text } from 'react-aria-components'
import { Icon } from './icons.tsx'

type PasswordFieldProps = {
  id?: string
  label: string
  /** Of the button that shows what is typed; it stays pressed while it is shown. */
  show: string
  value: string
  onChange: (value: string) => void
  /** What a password keeper is told: one to fill in, or one to make. */
  use: 'current-password' | 'new-password'
  hint?: ReactNode
  error?: string | null | undefined
}

/** A password, hidden until its owner asks to see it. */
export function PasswordField({ id, label, show, value, onChange, use, hint, error }: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <AriaTextField
      className="field"
      {...(id === undefined ? {} : { id })}
      value={value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      isRequired
      type={shown ? 'text' : 'password'}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <div className="with-button">
        <Input className="input" autoComplete={use} autoCapitalize="off" spellCheck="false" />
        <button
          type="button"
          className="btn small"
          aria-pressed={shown}
          aria-label={`${show} (${label})`}
          onClick={() => setShown(!shown)}
        >
          {show}
        </button>
      </div>
      {hint ? (
        <Text slot="description" className="hint" elementType="div">
          {hint}
        </Text>
      ) : null}
      <FieldError className="error">
        <Icon name="alert" size={14} />
        {error}
      </FieldError>
    </AriaTextField>
  )
}
