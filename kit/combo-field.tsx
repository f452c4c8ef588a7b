import type { ReactNode } from 'react'
import { Button, ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { Icon } from './icons.tsx'

export type ComboOption = { value: string; label: string; detail?: string }

type ComboFieldProps = {
  id?: string
  label: string
  /** The option chosen; null while what is typed is none yet. */
  value: string | null
  /** What is typed; the options follow from it. */
  text: string
  onText: (text: string) => void
  /** Already narrowed to what is typed. */
  options: readonly ComboOption[]
  onChoose: (option: ComboOption) => void
  /** Said in the list when nothing matches, or while one waits. */
  empty: string
  hint?: ReactNode
  error?: string | null | undefined
}

/** One of a great many, found by typing a part of its name. */
export function ComboField({ id, label, value, text, onText, options, onChoose, empty, hint, error }: ComboFieldProps) {
  return (
    <ComboBox
      className="field"
      {...(id === undefined ? {} : { id })}
      items={options.map((option) => ({ ...option, id: option.value }))}
      inputValue={text}
      onInputChange={onText}
      onChange={(key) => {
        const option = options.find((one) => one.value === key)
        if (option && (option.value !== value || option.label !== text)) onChoose(option)
      }}
      value={value}
      allowsCustomValue
      allowsEmptyCollection
      isInvalid={Boolean(error)}
      isRequired
      validationBehavior="aria"
      // A text that is already an option's, chosen as it was typed, must not open the list anew.
      menuTrigger={value === null ? 'input' : 'manual'}
    >
      <Label>{label}</Label>
      {hint ? (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      ) : null}
      <div className="combo">
        <Input className="input" autoComplete="off" spellCheck="false" />
        <Button className="icon-btn">
          <Icon name="chevron" />
        </Button>
      </div>
      <FieldError className="error">
        <Icon name="alert" size={14} />
        {error}
      </FieldError>
      <Popover className="options">
        <ListBox<ComboOption & { id: string }> renderEmptyState={() => <p className="muted none">{empty}</p>}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label}>
              <span>{option.label}</span>
              {option.detail ? <span className="sub">{option.detail}</span> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
