import { type ReactNode, useId } from 'react'
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

const INPUT_MODES = { text: 'text', url: 'url', email: 'email', tel: 'tel' } as const

type TextFieldProps = {
  /** Of the input itself, so that a summary of errors can lead to it. */
  id?: string
  label: string
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  error?: string | null | undefined
  lines?: boolean
  autoFocus?: boolean
  type?: 'text' | 'url' | 'email' | 'tel'
  numeric?: boolean
  /** Taken up, it is chosen whole: what is typed replaces it. */
  selects?: boolean
  required?: boolean
  /** What the browser may fill it with (HTML's autofill names); nothing unless told. */
  autoComplete?: string
  maxLength?: number
  /** What was written there before, proposed as one types; anything else may be typed. */
  suggestions?: readonly string[]
}

/** A labelled field with its hint and its error beside it, both read with it. */
export function TextField({ id, label, value, onChange, hint, error, lines, ...given }: TextFieldProps) {
  const { autoFocus, type = 'text', numeric, selects, required, autoComplete = 'off', maxLength, suggestions } = given
  const listId = useId()
  const InputArea = lines ? TextArea : Input
  return (
    <AriaTextField
      className="field"
      {...(id === undefined ? {} : { id })}
      {...(maxLength === undefined ? {} : { maxLength })}
      value={value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      isRequired={required ?? false}
      autoFocus={autoFocus ?? false}
      type={type}
      inputMode={numeric ? 'decimal' : INPUT_MODES[type]}
      validationBehavior="aria"
      {...(selects ? { onFocus: ({ target }) => target instanceof HTMLInputElement && target.select() } : {})}
    >
      <Label>{label}</Label>
      <InputArea
        className="input"
        autoComplete={autoComplete}
        spellCheck={lines ? 'true' : 'false'}
        {...(suggestions ? { list: listId } : {})}
      />
      {suggestions ? (
        <datalist id={listId}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      ) : null}
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
  id?: string
  label: ReactNode
  value: V | null
  options: readonly { value: V; label: ReactNode }[]
  onChange: (value: V) => void
  inline?: boolean
  hint?: ReactNode
  error?: string | null | undefined
  required?: boolean
}

/** One of a few, all in sight. */
export function Choices<V extends string>({ id, label, value, options, onChange, inline, ...given }: ChoicesProps<V>) {
  const { hint, error, required } = given
  return (
    <RadioGroup
      className="field"
      {...(id === undefined ? {} : { id })}
      value={value}
      isInvalid={Boolean(error)}
      isRequired={required ?? false}
      validationBehavior="aria"
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen)
        if (option) onChange(option.value)
      }}
    >
      <Label className="label">{label}</Label>
      {hint ? (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      ) : null}
      <div className={inline ? 'choices inline' : 'choices'}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="choice">
            {option.label}
          </Radio>
        ))}
      </div>
      <FieldError className="error">
        <Icon name="alert" size={14} />
        {error}
      </FieldError>
    </RadioGroup>
  )
}

type TickProps = {
  id: string
  checked: boolean
  onChange: (checked: boolean) => void
  reason?: string | null
  error?: string | null | undefined
  required?: boolean
  children: ReactNode
}

/** A box to tick; greyed, it says why. */
export function Tick({ id, checked, onChange, reason, error, required, children }: TickProps) {
  const about = [reason && `${id}-reason`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <>
      <div className="tick">
        <input
          id={id}
          type="checkbox"
          className="box"
          checked={checked}
          required={required}
          aria-disabled={reason ? true : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={about || undefined}
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
      {error ? (
        <p id={`${id}-error`} className="error">
          <Icon name="alert" size={14} />
          {error}
        </p>
      ) : null}
    </>
  )
}
