import type { ReactNode } from 'react'
import {
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Radio,
  RadioGroup,
  Text,
  TextArea,
} from 'react-aria-components'
import { Icon } from './icons.tsx'

type TextFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  error?: string | null | undefined
  lines?: boolean
  autoFocus?: boolean
  type?: 'text' | 'url'
  numeric?: boolean
}

/** A labelled field with its hint and its error beside it, both read with it. */
export function TextField({ label, value, onChange, hint, error, lines, autoFocus, type, numeric }: TextFieldProps) {
  const InputArea = lines ? TextArea : Input
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      autoFocus={autoFocus ?? false}
      type={type ?? 'text'}
      inputMode={numeric ? 'decimal' : 'text'}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <InputArea className="input" autoComplete="off" spellCheck={lines ? 'true' : 'false'} />
      {hint ? (
        <Text slot="description" className="hint">
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

type ChoicesProps<V extends string> = {
  label: string
  value: V | null
  options: readonly { value: V; label: ReactNode }[]
  onChange: (value: V) => void
  inline?: boolean
}

/** One of a few, all in sight. */
export function Choices<V extends string>({ label, value, options, onChange, inline }: ChoicesProps<V>) {
  return (
    <RadioGroup
      className="field"
      value={value}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen)
        if (option) onChange(option.value)
      }}
    >
      <Label className="label">{label}</Label>
      <div className={inline ? 'choices inline' : 'choices'}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="choice">
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

type TickProps = {
  id: string
  checked: boolean
  onChange: (checked: boolean) => void
  reason?: string | null
  children: ReactNode
}

/** A box to tick; greyed, it says why. */
export function Tick({ id, checked, onChange, reason, children }: TickProps) {
  return (
    <div className="tick">
      <input
        id={id}
        type="checkbox"
        className="box"
        checked={checked}
        aria-disabled={reason ? true : undefined}
        aria-describedby={reason ? `${id}-reason` : undefined}
        onChange={(event) => !reason && onChange(event.target.checked)}
      />
      <label htmlFor={id}>
        {children}
        {reason ? (
          <span id={`${id}-reason`} className="sub">
            {' '}
            {reason}
          </span>
        ) : null}
      </label>
    </div>
  )
}
